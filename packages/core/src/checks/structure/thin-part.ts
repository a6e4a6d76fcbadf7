import type { Section } from '../../report/report.ts'
import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { foundParts } from './part-data.ts'

/** Parameters of `thin-part`. */
export interface ThinPartParameters {
  /** How many characters a part must have, headings not counted. */
  readonly leastCharacters: number
}

/** How many it must have if its text is a single clause: 主要负责人认真履行推进法治建设第一责任人职责。 */
const leastOfOneClause = 40

/** Reports required parts that have a heading but nothing below it (variant `empty`), or next to nothing. */
export const thinPart = draftCheck<ThinPartParameters>(
  'thin-part',
  (analysis, { leastCharacters }, report) => {
    const { sections: all } = analysis.report
    const enough = Math.max(leastCharacters, leastOfOneClause)
    for (const { profile, sections } of foundParts(analysis)) {
      const [first] = sections
      if (profile.presence !== 'required' || !first) continue
      let count = 0
      let headings = 0
      for (const section of sections) {
        if (count >= enough) break
        const size = sizeOf(section, all, enough)
        count += size.characters
        headings += size.headings
      }
      const least = headings === 0 && isOneClause(sections) ? leastOfOneClause : leastCharacters
      if (count >= least || (count === 0 && headings > 1)) continue
      const last = first.body.length === 1 ? first.body[0] : undefined
      report({
        at: { ...rangeOf(first.titlePlace), ...(last ? { end: rangeOf(last).end } : {}) },
        ...(count === 0 && headings === 0 ? { variant: 'empty' } : {}),
        data: { part: profile.name, characters: count },
      })
    }
  },
)

/** Whether the text of the sections is one clause: 县长认真履行推进法治建设第一责任人职责。 */
function isOneClause(sections: readonly Section[]): boolean {
  const [place, ...others] = sections.flatMap(({ body }) => body)
  if (!place || others.length > 0) return false
  const text = place.block.shape.folded.slice(place.from, place.to)
  return !/[,;:\d]|[。!?]./.test(text)
}

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
