import { type DraftClaim, draftClaims, type FindInDraft } from '../context.ts'
import { readGrid } from '../table-grid.ts'
import { tableClaim } from './table-claim.ts'
import { sharesOf } from './table-shares.ts'
import { textClaims } from './table-text.ts'
import { totalsOf } from './table-totals.ts'

/** The largest table whose relations are recomputed, in cells. */
const largest = 20_000

/** Finds the relations of every table: totals, shares, rates and changes, and the text that repeats a cell. */
export const tables: FindInDraft = (context) => {
  const grids = context.report.document.tables
    .filter(({ rows }) => rows.length * (rows[0]?.length ?? 0) <= largest)
    .map(readGrid)
    .filter((grid) => grid !== null)
  if (grids.length === 0) return draftClaims([])
  const claims: DraftClaim[] = grids.flatMap((grid) =>
    [...totalsOf(grid), ...sharesOf(grid)].map((relation) => tableClaim(relation, context.cells)),
  )
  return draftClaims([...claims, ...textClaims(context, grids)])
}
