import type { Claim } from '../../figures/ledger.ts'
import { perDraft } from '../../read/per-draft.ts'
import { placeBefore } from '../../text/place-before.ts'
import { draftCheck, type Observation } from '../check.ts'

/** Parameters of `claim`: nothing; each claim of the ledger names the rule that objects to it. */
export type ClaimParameters = Readonly<Record<string, never>>

/**
 * Reports the claims of the ledger that name this rule and do not hold. A claim that holds only under an unusual reading is a
 * question and never louder than a warning.
 */
export const claim = draftCheck<ClaimParameters>(
  'claim',
  (analysis, _parameters, report, rule) => {
    const claims = analysis.ledger.objectionsOf(rule.id)
    const last = lastTold(analysis.document)
    const told = toldAfter(last.get(rule.id) ?? nothing, claims)
    last.set(rule.id, { claims, told })
    for (const observation of told) report(observation)
  },
  ({ ledger }, _parameters, _places, rule) => [ledger.objectionsOf(rule.id)],
)

/** What was told last of a rule's claims: one observation each. */
interface Told {
  readonly claims: readonly Claim[]
  readonly told: readonly Observation[]
}

const nothing: Told = { claims: [], told: [] }
const lastTold = perDraft((): Map<string, Told> => new Map())

/** What is told of the claims: of those at either end that are the very same as before, the very same. */
function toldAfter(last: Told, claims: readonly Claim[]): readonly Observation[] {
  const more = claims.length - last.claims.length
  const isSame = (before: number, nth: number): boolean => last.claims[before] === claims[nth]
  return claims.map((claim, nth) => last.told[placeBefore(nth, more, isSame)] ?? observationOf(claim))
}

function observationOf({ place, variant, verdict, arithmetic, data, evidence }: Claim): Observation {
  return {
    at: place,
    ...(variant === null ? {} : { variant }),
    ...(verdict === 'question' ? { severity: 'warning' as const } : {}),
    data: { arithmetic, ...data },
    evidence: evidence.map(({ place: range, label }) => ({ range, label })),
  }
}
