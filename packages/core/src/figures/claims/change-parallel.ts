import type { BlockShape } from '../../text/block.ts'
import { changeClaim, toldOf } from './change-claim.ts'
import type { BeforeAfter } from './change-lines.ts'
import { comparable, type Pair } from './change-pairs.ts'
import { type ChangeResult, checkPoints, checkRate } from './change-verdict.ts'
import type { ChangeAccount, ChangeSlot } from './change-words.ts'
import type { LocalClaim } from './local-claim.ts'
import { farthestFigure } from './near-figures.ts'

/** Values of several indicators in one row: `84起、9人`. */
type Run = readonly ChangeSlot[]

/**
 * Finds the changes of several indicators that are told in rows of one length:
 *
 *     起数、人数分别为 84起、9人 ， 与上年的 97起、12人 相比 ， 分别下降 13.4%、25%
 *                     ^values              ^bases                     ^rates
 */
export function parallelChanges(
  { parts, amounts }: ChangeAccount,
  shape: BlockShape,
  isConstant: (offset: number) => boolean,
): readonly LocalClaim[] {
  const claims: LocalClaim[] = []
  for (const at of amounts) {
    const first = parts[at] as ChangeSlot
    if (at < 3 || first.role !== 'rate' || !/分别|依次/.test(first.slot.label)) continue
    const rates = runFrom(parts, at, parts.length)
    const { length } = rates
    if (length < 2 || rates.some(({ slot }) => slot.figure.unit.kind !== first.slot.figure.unit.kind))
      continue
    const told = rowsBefore(parts, at, length) ?? pairsBefore(parts, at, length)
    if (!told || isConstant(first.slot.figure.from)) continue
    const { bases, values } = told
    for (let nth = 0; nth < length; nth++) {
      const pair: Pair = {
        base: bases[nth] as ChangeSlot,
        value: values[nth] as ChangeSlot,
        amounts: [rates[nth] as ChangeSlot],
      }
      const claim = claimOf(pair, first.direction ?? 'up', shape)
      if (claim) claims.push(claim)
    }
  }
  return claims
}

/** The rows of what was before and what there is now, of one length. */
interface Rows {
  readonly bases: Run
  readonly values: Run
}

function rowsBefore(parts: readonly ChangeSlot[], at: number, length: number): Rows | null {
  const runs = runsBefore(parts, at, length)
  const bases = runs.findLast(isOfBefore)
  const values = runs.findLast(
    (run) => run !== bases && run.every((part, nth) => isAlike(part, bases?.[nth])),
  )
  return bases && values ? { bases, values } : null
}

/** 环节由12个压减为5个，材料由28份压减为11份，分别压减…: as many pairs in the sentence before the rates, and no more. */
function pairsBefore(parts: readonly ChangeSlot[], at: number, length: number): Rows | null {
  const bases: ChangeSlot[] = []
  const values: ChangeSlot[] = []
  for (let before = sentenceStart(parts, at) + 1; before < at; before++) {
    const [base, value] = [parts[before - 1] as ChangeSlot, parts[before] as ChangeSlot]
    if (base.role !== 'base' || value.role !== 'reached') continue
    if (!comparable(base, value)) return null
    bases.push(base)
    values.push(value)
  }
  return bases.length === length ? { bases, values } : null
}

function isAlike(a: ChangeSlot, b: ChangeSlot | undefined): boolean {
  return b !== undefined && comparable(a, b)
}

/** The figures from `at` on, and before `limit`, with nothing but 、 and 和 between them. */
function runFrom(parts: readonly ChangeSlot[], at: number, limit: number): Run {
  let end = at + 1
  while (end < limit && joined.test((parts[end] as ChangeSlot).slot.lead)) end++
  return parts.slice(at, end)
}

const joined = /^(?:件次|次|人)?[、和及与]$/

/** The rows of that length in the sentence before `at`. */
function runsBefore(parts: readonly ChangeSlot[], at: number, length: number): readonly Run[] {
  const runs: Run[] = []
  for (let from = sentenceStart(parts, at); from < at; ) {
    const run = runFrom(parts, from, at)
    if (run.length === length) runs.push(run)
    from += run.length
  }
  return runs
}

/** The first figure of the sentence that the one at `at` is in, or the first that is near enough. */
function sentenceStart(parts: readonly ChangeSlot[], at: number): number {
  const { sentence } = (parts[at] as ChangeSlot).slot
  const nearest = Math.max(0, at - farthestFigure)
  let from = at
  while (from > nearest && (parts[from - 1] as ChangeSlot).slot.sentence === sentence) from--
  return from
}

/** Whether a row tells what was before: 上年的97起、12人, 由97起、12人. */
function isOfBefore([first]: Run): boolean {
  return first?.role === 'base'
}

function claimOf(pair: Pair, direction: 'up' | 'down', shape: BlockShape): LocalClaim | null {
  const amount = pair.amounts[0] as ChangeSlot
  const told = toldOf(pair, shape)
  const result = check(told, amount, direction)
  return result && changeClaim(result, pair, amount, shape, told)
}

function check(told: BeforeAfter, { slot }: ChangeSlot, direction: 'up' | 'down'): ChangeResult | null {
  const { kind } = slot.figure.unit
  const ofRates = told.after.unit.kind === 'percent'
  if (kind === 'points') return ofRates ? checkPoints(told, slot.figure, direction) : null
  return kind === 'percent' && !ofRates ? checkRate(told, slot.figure, direction) : null
}
