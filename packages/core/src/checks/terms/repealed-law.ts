import type { Analysis } from '../../analysis.ts'
import { sentenceAround } from '../../prose/term-context.ts'
import type { Block } from '../../text/block.ts'
import { placeCheck } from '../check.ts'
import { dayText } from './day.ts'
import { draftTimes, timesAndLayout, yearAt } from './draft-times.ts'
import { type LawMention, lawMentionFinder } from './law-mention.ts'
import { sentenceHas, sentenceYears, textBefore } from './passage.ts'

/** Parameters of `repealed-law`: words of a sentence that speaks of the law as a thing of the past. */
export interface RepealedLawParameters {
  readonly unless: readonly string[]
}

const former = /(?:原|旧|原来的?|原有的?|废止的?|失效的?|老)$/

/** Reports laws cited as if in force in a year most of which lies behind their repeal, once a law. */
export const repealedLaw = placeCheck<RepealedLawParameters, LawMention>(
  'repealed-law',
  0,
  (_parameters, { data }) => lawMentionFinder(data),
  (analysis, { unless }, report, places) => {
    if (places.length === 0) return
    const { said } = draftTimes(analysis)
    for (const { block, found } of places)
      for (const { from, to, entry } of found) {
        if (entry.repealed === undefined || !appliesAfter(analysis, block, from, entry.repealed)) continue
        const { shape } = block
        if (former.test(textBefore(shape, from, 5)) || sentenceHas(shape, from, unless)) continue
        const ended = Number(entry.repealed.slice(0, 4))
        if (sentenceYears(shape, from, to).some((year) => year < ended)) continue
        report({
          at: { block, from, to },
          key: entry.name,
          data: {
            text: shape.text.slice(from, to),
            day: dayText(entry.repealed),
            instead: entry.instead ?? '',
            basis: entry.source,
            said,
          },
          ...(entry.certainty === 'unverified' ? { variant: 'unverified' } : {}),
        })
      }
  },
  timesAndLayout,
)

/** Words of a sentence about the first part of a year. */
const earlyInYear = /(?<!\d)[1-6]月|[一二三四五六]月|上半年|[一二]季度|年初|施行前|实施前|之前|以前/

/**
 * Whether the mention speaks of a time when the law was no longer in force: its whole year lies behind the repeal, or more than
 * half of it, and the sentence does not speak of the first months.
 */
function appliesAfter(analysis: Analysis, block: Block, from: number, repealed: string): boolean {
  const year = yearAt(analysis, block)
  if (year !== null) {
    if (repealed > `${year}-06-30`) return false
    const { folded } = block.shape
    const sentence = sentenceAround(folded, from)
    return repealed <= `${year}-01-01` || !earlyInYear.test(folded.slice(sentence.from, sentence.to))
  }
  const { earliest } = draftTimes(analysis)
  return earliest !== null && repealed <= earliest
}
