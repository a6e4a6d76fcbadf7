import type { FindClaims } from '../context.ts'
import { bounds } from './bound.ts'
import { changes } from './change.ts'
import { impossibleRates } from './impossible-rate.ts'
import { ratios } from './ratio.ts'
import { reaches } from './reach.ts'
import { remainders } from './remainder.ts'
import { repeats } from './repeat.ts'
import { shares } from './share.ts'
import { sums } from './sum.ts'
import { itemSums } from './sum-items.ts'
import { tables } from './table.ts'
import { blockTallies } from './tally.ts'
import { paragraphTallies } from './tally-paragraphs.ts'

/** Every kind of claim, in order of rank: of two findings about the same figure the earlier kind's is told. */
export const claimFinders: readonly FindClaims[] = [
  impossibleRates,
  ratios,
  remainders,
  reaches,
  shares,
  sums,
  itemSums,
  changes,
  blockTallies,
  paragraphTallies,
  repeats,
  tables,
  bounds,
]
