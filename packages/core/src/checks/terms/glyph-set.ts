import { unitSet } from '../../prose/pair-table.ts'
import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import { fold } from '../../text/fold.ts'
import type { GlyphGroup } from './entries.ts'

/** The first units of the glyphs of `data/glyphs` as they stand in a folded text. */
export function glyphSet(data: DataKinds): Int32Array {
  const units: number[] = []
  for (const { pairs } of entriesOf<GlyphGroup>(data, 'glyphs'))
    for (const row of pairs) for (const pair of row.split(' ')) units.push(fold(pair.charAt(0)).charCodeAt(0))
  return unitSet(units)
}
