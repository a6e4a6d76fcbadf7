import { claimFinders } from './claims/index.ts'
import type { LocalClaim, LocalOperand, ToldClaim } from './claims/local-claim.ts'
import { settingOf } from './claims/setting.ts'
import { isObjection, type Passage, type Surroundings } from './context.ts'
import type { Claim } from './ledger.ts'
import { perProse } from './prose.ts'

/** A claim that does not hold. */
export interface Objection {
  readonly claim: LocalClaim
  /** Position of its kind in {@link claimFinders}. */
  readonly rank: number
  readonly told: ToldClaim
  /** The claim as it was placed last. */
  placed: PlacedObjection | null
}

/** An objection at its place in the draft, and where that was. */
interface PlacedObjection {
  readonly own: Passage
  readonly above: Passage | undefined
  readonly first: number
  readonly firstAbove: number
  readonly claim: Claim
}

/** The claims of one kind. */
export interface KindOfClaims {
  /** Position of the kind in {@link claimFinders}. */
  readonly rank: number
  readonly claims: readonly LocalClaim[]
}

/** The claims of one passage. */
export interface PassageClaims {
  /** In order of rank; without the kinds of which there are none. */
  readonly kinds: readonly KindOfClaims[]
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
const noClaims: PassageClaims = Object.freeze({ kinds: none, objections: none, rated: none })

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

/** The kinds of claims that are found passage by passage, with their ranks. */
const finders = claimFinders.flatMap((kind, rank) =>
  'inPassage' in kind ? [{ rank, find: kind.inPassage }] : [],
)

function findClaims(surroundings: Surroundings): PassageClaims {
  const setting = settingOf(surroundings)
  let found: { kinds: KindOfClaims[]; objections: Objection[]; rated: LocalOperand[] } | null = null
  for (const { rank, find } of finders) {
    const claims = find(setting)
    if (claims.length === 0) continue
    found ??= { kinds: [], objections: [], rated: [] }
    found.kinds.push({ rank, claims })
    for (const claim of claims) {
      if (isObjection(claim)) found.objections.push({ claim, rank, told: claim.tell(), placed: null })
      if (claim.kind === 'ratio') for (const operand of claim.operands) found.rated.push(operand)
    }
  }
  return found ?? noClaims
}
