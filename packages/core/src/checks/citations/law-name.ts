import { titlesOf } from '../../prose/term-titles.ts'
import { sourceRange } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { replacementOf } from '../shared/replacement.ts'
import { misnamedLaw } from './law-titles.ts'

/** Parameters of `law-name`: none; the titles come from `data/law-titles`. */
export type LawNameParameters = Readonly<Record<string, never>>

/** Reports titles in 书名号 that misname a law or regulation, once a title. */
export const lawName = draftCheck<LawNameParameters>('law-name', (analysis, _parameters, report) => {
  for (const block of analysis.report.blocks) {
    const { shape } = block
    for (const span of titlesOf(shape).spans) {
      const misnomer = misnamedLaw(analysis.ruleset.data, shape.folded.slice(span.from, span.to))
      if (!misnomer) continue
      const from = span.from + misnomer.from
      const to = from + misnomer.name.length
      report({
        at: sourceRange(block, from, to),
        key: misnomer.name,
        data: { text: misnomer.name, meant: misnomer.meant },
        fixes: replacementOf(block, from, to, misnomer.meant),
      })
    }
  }
})
