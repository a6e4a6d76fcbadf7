import type { Surroundings } from '../context.ts'
import type { LocalClaim } from './local-claim.ts'
import { type RatedFigure, ratesOf } from './rates-of.ts'
import { type ShareSet, shareSets } from './share-set.ts'

/** A passage with what several kinds of claims look at. */
export interface Setting extends Surroundings {
  /** Its percentages that tell a result, in reading order. */
  readonly rates: readonly RatedFigure[]
  readonly sets: readonly ShareSet[]
}

/** Reads what the kinds of claims share, for each of the passages. */
export function settingsOf(all: readonly Surroundings[]): readonly Setting[] {
  const rates = ratesOf(all)
  return all.map(({ prose, above, beside, data }, nth) => {
    const own = rates[nth] as readonly RatedFigure[]
    return { prose, above, beside, data, rates: own, sets: shareSets(prose, own) }
  })
}

/** Finds the claims of one kind in a passage. Depends on nothing but the setting; the order of the claims does not matter. */
export type FindInPassage = (setting: Setting) => readonly LocalClaim[]
