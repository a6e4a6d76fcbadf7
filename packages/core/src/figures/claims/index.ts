import type { FindClaims } from '../context.ts'
import { sums } from './sum.ts'

/** Every kind of claim, in order of rank: of two findings about the same figure the earlier kind's is told. */
export const claimFinders: readonly FindClaims[] = [sums]
