import type { LocalText } from '../../finding.ts'
import { type BlockShape, sourceRange } from '../../text/block.ts'
import { placeCheck } from '../check.ts'
import { replacementOf } from '../shared/replacement.ts'
import type { WordingEntry } from './entries.ts'
import { insideTitle } from './passage.ts'
import { type WordingParameters, wordingFinder } from './rule-wordings.ts'
import type { TermHit } from './term-index.ts'

/**
 * Reports wordings that a list objects to, once a wording: words that are mixed up, or what an office does not want to read.
 * Inside the title of a quoted document nothing is reported.
 */
export const wording = placeCheck<WordingParameters, TermHit<WordingEntry>>(
  'wording',
  0,
  (_parameters, ruleset, rule) => wordingFinder(ruleset, rule),
  (_analysis, _parameters, report, places) => {
    for (const { block, found } of places) {
      const { shape } = block
      for (const hit of found) {
        if (!applies(shape, hit)) continue
        const { entry } = hit
        const { from, to } = wrongPart(shape, hit)
        const at = sourceRange(block, from, to)
        const right = entry.right ?? []
        const said = right.map((word) => `“${word}”`)
        report({
          at,
          key: `${entry.wrong} ${right.join('|')}`,
          data: {
            wrong: placeName(shape.text.slice(from, to), shape.text.slice(hit.from, hit.to)),
            right: { 'zh-CN': said.join('或'), en: said.join(' or ') },
            note: entry.note
              ? { 'zh-CN': `（${entry.note['zh-CN']}）`, en: ` (${entry.note.en})` }
              : { 'zh-CN': '', en: '' },
          },
          ...(entry.severity ? { severity: entry.severity } : {}),
          ...(right.length === 0 ? { variant: 'unwanted' } : {}),
          fixes: right.flatMap((text) =>
            replacementOf(
              block,
              from,
              to,
              text,
              right.length === 1 ? (entry.fix ?? 'suggestion') : 'suggestion',
            ),
          ),
        })
      }
    }
  },
)

/** Whether nothing around the hit makes it right. */
function applies(shape: BlockShape, { from, to, entry }: TermHit<WordingEntry>): boolean {
  const { folded } = shape
  if (entry.notAfter?.some((word) => folded.endsWith(word, from))) return false
  if (entry.notBefore?.some((word) => folded.startsWith(word, to))) return false
  return !insideTitle(shape, from, to)
}

/** The wrong word inside the hit: 权利 in 执法权利. The whole hit if it is not found as written. */
function wrongPart(
  shape: BlockShape,
  { from, to, entry }: TermHit<WordingEntry>,
): { from: number; to: number } {
  const at = shape.folded.slice(from, to).indexOf(entry.wrong)
  return at === -1 ? { from, to } : { from: from + at, to: from + at + entry.wrong.length }
}

/** How the place is called: the wrong word, and the wording it stands in where that is longer. */
function placeName(wrong: string, context: string): LocalText {
  if (wrong === context) return { 'zh-CN': `“${wrong}”`, en: `“${wrong}”` }
  return { 'zh-CN': `“${context}”中的“${wrong}”`, en: `“${wrong}” in “${context}”` }
}
