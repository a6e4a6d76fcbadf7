import type { Movable } from '../../read/chunked.ts'
import type { Passage } from '../context.ts'
import type { Claim, Verdict } from '../ledger.ts'
import type { Fact } from './repeat-facts.ts'

/** The rule that objects when one indicator is stated twice with different values. */
const repeatRule = 'figures/repeat'

/** What is told of an indicator, and where. */
export interface Told {
  readonly fact: Pick<Fact, 'figure' | 'noun' | 'verb'>
  readonly at: number
  readonly nth: number
}

/** Two statements of one indicator whose values are compared. */
export interface Pair {
  readonly earlier: Told
  readonly later: Told
  readonly verdict: Verdict
  readonly variant: string | null
  /** The claim that was made of it last. */
  placed: PlacedPair | null
}

/** A claim with the passages in which the two stand. */
interface PlacedPair {
  readonly above: Passage
  readonly own: Passage
  readonly claim: Claim
}

/** A pair of which no claim has been made yet. */
export function pairIn(earlier: Told, later: Told, verdict: Verdict, variant: string | null): Pair {
  return { earlier, later, verdict, variant, placed: null }
}

/** The claim of a pair; the very same as before an edit that leaves its passages alone, moved among the figures. */
export function placedClaim(pair: Pair, passages: readonly Passage[]): Claim {
  const { placed: known } = pair
  const [above, own] = [passages[pair.earlier.at] as Passage, passages[pair.later.at] as Passage]
  if (known?.own === own && known.above === above) {
    const [one, other] = known.claim.operands as Movable<Claim['operands'][number]>[]
    if (one) one.figure = above.first + pair.earlier.fact.figure.index
    if (other) other.figure = own.first + pair.later.fact.figure.index
    return known.claim
  }
  const claim = claimOf(pair, above, own)
  pair.placed = { above, own, claim }
  return claim
}

function claimOf({ earlier, later, verdict, variant }: Pair, above: Passage, own: Passage): Claim {
  const [first, second] = [earlier.fact.figure, later.fact.figure]
  // 全区826名人民调解员活跃在一线: what follows the name is no part of it.
  const { noun: name } = later.fact
  const noun = `${later.fact.verb}${name.startsWith(earlier.fact.noun) ? earlier.fact.noun : name}`
  return {
    kind: 'repeat',
    rule: repeatRule,
    verdict,
    place: { block: own.block, from: second.from, to: second.to },
    operands: [
      { figure: above.first + first.index, role: 'earlier' },
      { figure: own.first + second.index, role: 'result' },
    ],
    arithmetic: `“${noun}”前文为“${first.text}”，此处为“${second.text}”`,
    variant,
    data: { subject: noun, earlier: first.text, later: second.text },
    evidence: [
      {
        place: { block: above.block, from: first.from, to: first.to },
        label: `前文${first.text}`,
      },
    ],
  }
}
