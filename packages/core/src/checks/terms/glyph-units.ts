import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import { foldedUnit } from '../../text/fold.ts'
import type { GlyphGroup } from './entries.ts'

/** The first units of the glyphs of `data/glyphs`, as they stand in a folded text. */
export function glyphUnits(data: DataKinds): readonly number[] {
  const units: number[] = []
  // A row is pairs with a blank between them; of a thousand pairs no string is made.
  for (const { pairs } of entriesOf<GlyphGroup>(data, 'glyphs'))
    for (const row of pairs)
      for (let at = 0; at < row.length; at = row.indexOf(' ', at) + 1 || row.length)
        units.push(foldedUnit(row.charCodeAt(at)))
  return units
}
