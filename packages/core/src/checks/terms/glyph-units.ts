import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import { fold } from '../../text/fold.ts'
import type { GlyphGroup } from './entries.ts'

/** The first units of the glyphs of `data/glyphs`, as they stand in a folded text. */
export function* glyphUnits(data: DataKinds): Iterable<number> {
  for (const { pairs } of entriesOf<GlyphGroup>(data, 'glyphs'))
    for (const row of pairs) for (const pair of row.split(' ')) yield fold(pair.charAt(0)).charCodeAt(0)
}
