import { isQuoted } from '../../prose/quoted.ts'
import { sourceRange } from '../../text/block.ts'
import { placeCheck } from '../check.ts'
import { replacementOf } from '../shared/replacement.ts'
import { monthsAfter, monthText } from './day.ts'
import { draftTimes, writtenSince } from './draft-times.ts'
import type { TimelineEntry } from './entries.ts'
import { timelineLexicon } from './lexicon.ts'
import { insideTitle, sentenceHas } from './passage.ts'
import type { TermHit } from './term-index.ts'
import { hitFinder } from './text-scan.ts'

/** Parameters of `superseded-formula`: none; the wordings come from `data/timeline`. */
export type SupersededFormulaParameters = Readonly<Record<string, never>>

/** Words that tell, beside a quotation, how something was called then. */
const ofThen: readonly string[] = ['当时', '此前', '以前', '旧称', '曾', '原表述', '原提法', '归档', '历史']

/** Reports wordings that had been replaced when the draft was written, once a term. */
export const supersededFormula = placeCheck<SupersededFormulaParameters, TermHit<TimelineEntry>>(
  'superseded-formula',
  0,
  (_parameters, { data }) => hitFinder(data, timelineLexicon),
  (analysis, _parameters, report, places) => {
    const times = draftTimes(analysis)
    for (const { block, found } of places) {
      const { shape } = block
      for (const { from, to, entry } of found) {
        if (entry.until === undefined || entry.instead === undefined) continue
        if (!writtenSince(times, monthsAfter(entry.until, entry.grace ?? 0))) continue
        if (insideTitle(shape, from, to) || sentenceHas(shape, from, entry.unless ?? [])) continue
        if (isQuoted(shape.folded, from) && sentenceHas(shape, from, ofThen)) continue
        const at = sourceRange(block, from, to)
        const text = shape.text.slice(from, to)
        report({
          at,
          key: entry.term,
          data: { text, since: monthText(entry.until), instead: entry.instead, said: times.said },
          ...(entry.certainty === 'unverified' ? { variant: 'unverified' } : {}),
          fixes: replaces(text, entry.term) ? replacementOf(block, from, to, entry.instead) : [],
        })
      }
    }
  },
)

/** Whether the hit is the whole wording, so that the new one can stand in its place. */
function replaces(text: string, term: string): boolean {
  return text === term || text.startsWith(term.slice(0, 3))
}
