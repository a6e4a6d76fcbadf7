import { type ClaimFinder, claimFinders } from './claims/index.ts'
import type { LocalClaim, LocalOperand, ToldClaim } from './claims/local-claim.ts'
import { settingOf } from './claims/setting.ts'
import { isObjection, type Surroundings } from './context.ts'
import { perProse } from './prose.ts'

/** A claim that does not hold. */
export interface Objection {
  readonly claim: LocalClaim
  /** Position of its kind in {@link claimFinders}. */
  readonly rank: number
  readonly told: ToldClaim
}

/** The claims of one passage. */
export interface PassageClaims {
  /** By the position of their kind in {@link claimFinders}; empty for kinds that look at the whole draft. */
  readonly byRank: readonly (readonly LocalClaim[])[]
  readonly objections: readonly Objection[]
  /** The figures that take part in rates, right or wrong. */
  readonly rated: readonly LocalOperand[]
}

/** The claims of a prose as it stood when they were found. */
interface Kept extends Omit<Surroundings, 'prose'> {
  claims: PassageClaims | null
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

const keptWith = perProse((): Mutable<Kept> => ({ above: null, beside: false, data: nothing, claims: null }))

const nothing = Object.freeze({})
const none: readonly never[] = []

/** The claims of a passage; kept until something changes on which they depend. */
export function passageClaims(surroundings: Surroundings): PassageClaims {
  const { prose, above, beside, data } = surroundings
  const kept = keptWith(prose)
  if (kept.claims && kept.above === above && kept.beside === beside && kept.data === data) return kept.claims
  const claims = findClaims(surroundings)
  kept.above = above
  kept.beside = beside
  kept.data = data
  kept.claims = claims
  return claims
}

function findClaims(surroundings: Surroundings): PassageClaims {
  const setting = settingOf(surroundings)
  const byRank: (readonly LocalClaim[])[] = []
  const objections: Objection[] = []
  const rated: LocalOperand[] = []
  for (let rank = 0; rank < claimFinders.length; rank++) {
    const kind = claimFinders[rank] as ClaimFinder
    const claims = 'inPassage' in kind ? kind.inPassage(setting) : none
    byRank.push(claims)
    for (const claim of claims) {
      if (isObjection(claim)) objections.push({ claim, rank, told: claim.tell() })
      if (claim.kind === 'ratio') for (const operand of claim.operands) rated.push(operand)
    }
  }
  return { byRank, objections, rated }
}
