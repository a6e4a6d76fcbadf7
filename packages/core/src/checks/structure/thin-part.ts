import type { Section } from '../../report/report.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { foundParts } from './part-data.ts'

/** Parameters of `thin-part`. */
export interface ThinPartParameters {
  /** How many characters a part must have, headings not counted. */
  readonly leastCharacters: number
}

/** Reports required parts that have a heading but nothing below it (variant `empty`), or next to nothing. */
export const thinPart = draftCheck<ThinPartParameters>(
  'thin-part',
  (analysis, { leastCharacters }, report) => {
    const { sections: all } = analysis.report
    for (const { profile, sections } of foundParts(analysis)) {
      const [first] = sections
      if (profile.presence !== 'required' || !first) continue
      let count = 0
      let headings = 0
      for (const section of sections) {
        if (count >= leastCharacters) break
        const size = sizeOf(section, all, leastCharacters)
        count += size.characters
        headings += size.headings
      }
      if (count >= leastCharacters || (count === 0 && headings > 1)) continue
      report({
        at: rangeOf(first.titlePlace),
        ...(count === 0 && headings === 0 ? { variant: 'empty' } : {}),
        data: { part: profile.name, characters: count },
      })
    }
  },
)

/** The characters of a section's text with all its sub-sections, and how many of those there are: as far as `enough` characters. */
function sizeOf(
  section: Section,
  all: readonly Section[],
  enough: number,
): { characters: number; headings: number } {
  let characters = 0
  let headings = 0
  for (const place of section.body) characters += place.to - place.from
  for (const child of section.children) {
    if (characters >= enough) break
    const inner = all[child] as Section
    const size = sizeOf(inner, all, enough)
    characters += size.characters + inner.title.length
    headings += size.headings + 1
  }
  return { characters, headings }
}
