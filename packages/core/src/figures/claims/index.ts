import type { FindInDraft } from '../context.ts'
import { bounds } from './bound.ts'
import { changes } from './change.ts'
import { impossibleRates } from './impossible-rate.ts'
import { ratios } from './ratio.ts'
import { reaches } from './reach.ts'
import { remainders } from './remainder.ts'
import { repeats } from './repeat.ts'
import type { FindInPassage } from './setting.ts'
import { shares } from './share.ts'
import { sums } from './sum.ts'
import { itemSums } from './sum-items.ts'
import { tables } from './table.ts'
import { blockTallies } from './tally.ts'
import { paragraphTallies } from './tally-paragraphs.ts'

/** A kind of claims: what finds them, passage by passage or in the draft as a whole. */
export type ClaimFinder = { readonly inPassage: FindInPassage } | { readonly inDraft: FindInDraft }

/** Every kind of claim, in order of rank: of two findings about the same figure the earlier kind's is told. */
export const claimFinders: readonly ClaimFinder[] = [
  { inPassage: impossibleRates },
  { inPassage: ratios },
  { inPassage: remainders },
  { inPassage: reaches },
  { inPassage: shares },
  { inPassage: sums },
  { inDraft: itemSums },
  { inPassage: changes },
  { inPassage: blockTallies },
  { inDraft: paragraphTallies },
  { inDraft: repeats },
  { inDraft: tables },
  { inPassage: bounds },
]
