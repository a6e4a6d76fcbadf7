import { titlesOf } from '../../prose/term-titles.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import { type BlockShape, sourceRange } from '../../text/block.ts'
import { placeCheck } from '../check.ts'
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

/** Finds the titles in a block that misname a law or regulation of the data. */
function misnomersIn(data: DataKinds, shape: BlockShape): readonly LocalMisnomer[] {
  let found: LocalMisnomer[] | null = null
  for (const span of titlesOf(shape).spans) {
    const misnomer = misnamedLaw(data, shape.folded, span.from, span.to)
    if (!misnomer) continue
    const { name, meant } = misnomer
    const from = span.from + misnomer.from
    found ??= []
    found.push({ from, to: from + name.length, name, meant })
  }
  return found ?? none
}

/** Reports titles in 书名号 that misname a law or regulation, once a title. */
export const lawName = placeCheck<LawNameParameters, LocalMisnomer>(
  'law-name',
  0,
  (_parameters, { data }) =>
    (shape) =>
      misnomersIn(data, shape),
  (_analysis, _parameters, report, places) => {
    for (const { block, found } of places) {
      for (const { from, to, name, meant } of found)
        report({
          at: sourceRange(block, from, to),
          key: name,
          data: { text: name, meant },
          fixes: replacementOf(block, from, to, meant),
        })
    }
  },
)
