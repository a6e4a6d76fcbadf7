import { claimFinders } from './claims/index.ts'
import type { LocalClaim, LocalOperand, ToldClaim } from './claims/local-claim.ts'
import { type Setting, settingsOf } from './claims/setting.ts'
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

/** An objection at its place in the draft. */
interface PlacedObjection {
  readonly own: Passage
  readonly above: Passage | undefined
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

/** The claims of passages, in their order: those that are kept, as long as nothing has changed on which they depend. */
export function claimsOfPassages(all: readonly Surroundings[]): PassageClaims[] {
  const found = all.map(keptClaims)
  const changed = all.filter((_, nth) => found[nth] === null)
  const made = findClaims(changed)
  let next = 0
  return found.map((claims, nth) => claims ?? keep(all[nth] as Surroundings, made[next++] as PassageClaims))
}

function keptClaims({ prose, above, beside, data }: Surroundings): PassageClaims | null {
  const kept = keptWith(prose)
  return kept.above === above && kept.beside === beside && kept.data === data ? kept.claims : null
}

function keep({ prose, above, beside, data }: Surroundings, claims: PassageClaims): PassageClaims {
  const kept = keptWith(prose)
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

/** What has been found of a passage so far. */
interface Finding extends PassageClaims {
  readonly kinds: KindOfClaims[]
  readonly objections: Objection[]
  readonly rated: LocalOperand[]
}

/** One kind goes through all passages before the next one begins: the code of all kinds together fits into no processor's cache. */
function findClaims(all: readonly Surroundings[]): readonly PassageClaims[] {
  const settings = settingsOf(all)
  const found: (Finding | null)[] = new Array(all.length).fill(null)
  for (const { rank, find } of finders) {
    for (let nth = 0; nth < settings.length; nth++) {
      const claims = find(settings[nth] as Setting)
      if (claims.length === 0) continue
      const finding = found[nth] ?? { kinds: [], objections: [], rated: [] }
      found[nth] = finding
      addKind(finding, { rank, claims })
    }
  }
  return found.map((finding) => finding ?? noClaims)
}

function addKind({ kinds, objections, rated }: Finding, kind: KindOfClaims): void {
  kinds.push(kind)
  for (const claim of kind.claims) {
    if (isObjection(claim)) objections.push({ claim, rank: kind.rank, told: claim.tell(), placed: null })
    if (claim.kind === 'ratio') for (const operand of claim.operands) rated.push(operand)
  }
}
