import type { CheckOptions } from '../analysis.ts'
import type { Document } from '../read/document.ts'
import { nearest } from '../text/nearest.ts'
import type { Profile } from './profile.ts'
import type { Ruleset } from './ruleset.ts'

/** How many leading blocks may hold the title, or a page's breadcrumb and repeated title before it. */
const titleBlocks = 16

/**
 * The profile that the caller names, or the one whose title phrase stands in the draft's title, or `generic`.
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
  const titles = titleLines(document)
  const matches = (profile: Profile): boolean =>
    profile.titles.some((phrase) => titles.some((title) => title.includes(phrase)))
  return ruleset.profiles.find(matches) ?? genericOf(ruleset)
}

/** What a numbered heading begins with: the title stands before the first. */
const label = /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三]部分)/
const longestTitle = 100

/** The lines that may be the title, without spaces: unpunctuated ones before the text begins, and the front matter's. */
function titleLines(document: Document): string[] {
  const titles: string[] = []
  const { title, 标题: chinese } = document.frontMatter?.values ?? {}
  for (const value of [title, chinese]) if (typeof value === 'string') titles.push(value)
  let lines = 0
  for (const { shape } of document.blocks) {
    const { folded } = shape
    if (lines++ >= titleBlocks || label.test(folded) || (shape.kind === 'heading' && shape.depth > 1)) break
    const isText = /[。;!]$|,.*,/.test(folded) || folded.length > longestTitle
    if (isText && folded.length > 40) break
    if (!/[。;!].|,.*,/.test(folded.slice(0, longestTitle)) && folded.length <= longestTitle)
      titles.push(folded.replace(/ /g, ''))
  }
  return titles
}

/** The fallback profile: asks for no parts. */
function genericOf(ruleset: Ruleset): Profile {
  const generic = ruleset.profiles.find((profile) => profile.id === 'generic')
  if (!generic) throw new RangeError('the ruleset has no profile "generic"')
  return generic
}
