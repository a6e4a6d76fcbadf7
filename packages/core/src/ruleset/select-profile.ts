import type { CheckOptions } from '../analysis.ts'
import type { Document } from '../read/document.ts'
import { nearest } from '../text/nearest.ts'
import type { Profile } from './profile.ts'
import type { Ruleset } from './ruleset.ts'

/** How many leading blocks may hold the title, or a page's breadcrumb and repeated title before it. */
const titleBlocks = 12

/**
 * The profile that the caller names, or the one whose title phrase stands in the draft's first blocks, or `generic`.
 * @throws RangeError if the named profile does not exist.
 */
export function selectProfile(document: Document, ruleset: Ruleset, options: CheckOptions): Profile {
  const named = options.profile
  if (named !== undefined) {
    const found = ruleset.profiles.find((profile) => profile.id === named)
    if (found) return found
    const known = ruleset.profiles.map((profile) => profile.id)
    const close = nearest(named, known)
    throw new RangeError(
      `no profile "${named}"; ${close ? `did you mean "${close}"?` : `known: ${known.join(', ')}`}`,
    )
  }
  const heads = document.blocks.slice(0, titleBlocks).filter((block) => block.shape.text.length <= 120)
  const matches = (profile: Profile): boolean =>
    profile.titles.some((phrase) => heads.some((block) => block.shape.folded.includes(phrase)))
  return ruleset.profiles.find(matches) ?? genericOf(ruleset)
}

/** The fallback profile: asks for no parts. */
function genericOf(ruleset: Ruleset): Profile {
  const generic = ruleset.profiles.find((profile) => profile.id === 'generic')
  if (!generic) throw new RangeError('the ruleset has no profile "generic"')
  return generic
}
