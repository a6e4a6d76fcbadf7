import type { Analysis, CheckOptions } from '../analysis.ts'
import { perDraft } from '../read/per-draft.ts'
import type { Profile } from '../ruleset/profile.ts'
import type { Rule } from '../ruleset/rule.ts'
import { placeBefore } from '../text/place-before.ts'
import type { Check, Place, Places } from './check.ts'
import type { RuleObservation } from './observe.ts'

/** What a rule observed last, and all that hangs on. */
export interface Outcome {
  readonly inputs: readonly unknown[]
  readonly observations: readonly RuleObservation[]
}

/** The outcomes of the rules of a plan, by their positions in it, for one profile and the same options. */
interface Kept {
  plan: object | null
  profile: Profile | null
  options: CheckOptions
  outcomes: (Outcome | undefined)[]
}

const keptOf = perDraft((): Kept => ({ plan: null, profile: null, options: {}, outcomes: [] }))

/**
 * The last outcomes of the plan's rules for the draft, to be replaced where they are no longer right. Null when the draft is
 * looked at for the first time: nothing is kept of one that may never be edited.
 */
export function keepOutcomes(
  { document, profile, options }: Analysis,
  plan: object,
): (Outcome | undefined)[] | null {
  const kept = keptOf(document)
  const isFirst = kept.plan === null
  if (kept.plan !== plan || kept.profile !== profile || !areEqual(kept.options, options)) {
    kept.outcomes = []
    kept.plan = plan
    kept.profile = profile
  }
  kept.options = options
  return isFirst ? null : kept.outcomes
}

function areEqual(some: CheckOptions, others: CheckOptions): boolean {
  if (some === others) return true
  const names = Object.keys({ ...some, ...others }) as (keyof CheckOptions)[]
  return names.every((name) => some[name] === others[name])
}

/** What the outcome of a check hangs on; null if that is not told. */
export function inputsOf(
  check: Check,
  analysis: Analysis,
  rule: Rule,
  places: readonly Places<never>[],
): readonly unknown[] | null {
  if (check.scope === 'block') return [places]
  if (check.hangsOn === null) return null
  return [places, ...check.hangsOn(analysis, rule.with as never, places, rule)]
}

/** Whether all inputs are the very same. */
export function isAsBefore({ inputs: before }: Outcome, inputs: readonly unknown[]): boolean {
  return before.length === inputs.length && inputs.every((input, nth) => Object.is(input, before[nth]))
}

/**
 * Puts what was told of an observation before in the place of what is told of it now, from a position on: at either end, where they are
 * the very same. What was made of it, its words above all, holds then as well.
 */
export function takeOver(
  before: readonly RuleObservation[],
  observations: RuleObservation[],
  from: number,
): void {
  const count = observations.length - from
  const isSame = (last: number, nth: number): boolean =>
    before[last]?.observation === observations[from + nth]?.observation
  for (let nth = 0; nth < count; nth++) {
    const known = before[placeBefore(nth, count - before.length, isSame)]
    if (known) observations[from + nth] = known
  }
}

/** What was observed from a position on, to be kept; nothing where it would not move with the blocks. */
export function outcomeOf(
  inputs: readonly unknown[] | null,
  observations: readonly RuleObservation[],
  from: number,
): Outcome | undefined {
  if (inputs === null) return undefined
  const own = observations.length === from ? none : observations.slice(from)
  return own.every(isMovable) ? { inputs, observations: own } : undefined
}

const none: readonly RuleObservation[] = []

function isMovable({ observation: { at, evidence, fixes } }: RuleObservation): boolean {
  return (
    (at === null || isInBlock(at)) &&
    (evidence === undefined || evidence.every(({ range }) => isInBlock(range))) &&
    (fixes === undefined || fixes.every(({ edits }) => edits.every(({ range }) => isInBlock(range))))
  )
}

function isInBlock(place: Place): boolean {
  return 'block' in place
}
