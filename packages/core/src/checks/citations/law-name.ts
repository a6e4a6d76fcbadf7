import { titlesOf } from '../../prose/term-titles.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import { type BlockShape, perShape, sourceRange } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'
import { draftCheck } from '../check.ts'
import { replacementOf } from '../shared/replacement.ts'
import { misnamedLaw } from './law-titles.ts'

/** Parameters of `law-name`: none; the titles come from `data/law-titles`. */
export type LawNameParameters = Readonly<Record<string, never>>

/** A title that names a law wrongly, inside one block. */
interface LocalMisnomer {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly meant: string
}

const none: readonly LocalMisnomer[] = []
const finders = new WeakMap<DataKinds, (shape: BlockShape) => readonly LocalMisnomer[]>()

/** The finder for the titles in the data; what it finds is kept with the shapes. */
function finderOf(data: DataKinds): (shape: BlockShape) => readonly LocalMisnomer[] {
  let finder = finders.get(data)
  if (!finder) {
    finder = perShape((shape) => {
      let found: LocalMisnomer[] | null = null
      for (const span of titlesOf(shape).spans) {
        const misnomer = misnamedLaw(data, shape.folded.slice(span.from, span.to))
        if (!misnomer) continue
        const { name, meant } = misnomer
        const from = span.from + misnomer.from
        found ??= []
        found.push({ from, to: from + name.length, name, meant })
      }
      return found ?? none
    })
    finders.set(data, finder)
  }
  return finder
}

/** Reports titles in 书名号 that misname a law or regulation, once a title. */
export const lawName = draftCheck<LawNameParameters>('law-name', (analysis, _parameters, report) => {
  const find = finderOf(analysis.ruleset.data)
  for (const block of blocksWith(analysis.report.blocks, find)) {
    for (const { from, to, name, meant } of find(block.shape))
      report({
        at: sourceRange(block, from, to),
        key: name,
        data: { text: name, meant },
        fixes: replacementOf(block, from, to, meant),
      })
  }
})
