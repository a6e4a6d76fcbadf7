import type { BlockShape } from '../../text/block.ts'
import { exactlyWhole, subtract } from '../interval.ts'
import { subtract as minus, add as plus, sign } from '../rational.ts'
import { amountFrom, changeRule, evidenceOf, tellChange } from './change-claim.ts'
import type { BeforeAfter } from './change-lines.ts'
import { comparable } from './change-pairs.ts'
import { checkRate } from './change-verdict.ts'
import { type ChangeSlot, isInConstantPrices, sentenceAround } from './change-words.ts'
import type { LocalClaim } from './local-claim.ts'
import { named, printedValue, printLike } from './wording.ts'

/** 4620人次，比上年增加520人次，增长12.7%: the base is the value less the difference; null if that is not told. */
export function impliedBase(
  parts: readonly ChangeSlot[],
  at: number,
  shape: BlockShape,
  masked: string,
): LocalClaim | null {
  const difference = parts[at] as ChangeSlot
  // 180万元，比上年增长20%，净增36万元: the rate may come first.
  const second = parts[at - 1]?.role === 'rate'
  const value = parts[second ? at - 2 : at - 1]
  const rate = parts[second ? at - 1 : at + 1]
  if (
    !value ||
    rate?.role !== 'rate' ||
    rate.ownSubject ||
    rate.perYear ||
    rate.slot.figure.unit.kind !== 'percent'
  )
    return null
  const { sentence: own } = difference.slot
  const inRow = value.slot.sentence === own && rate.slot.sentence === own
  if (!inRow || /[;。]/.test(difference.slot.lead) || /[;。]/.test(rate.slot.lead)) return null
  if ((value.role !== 'value' && value.role !== 'reached') || !comparable(value, difference)) return null
  const sentence = sentenceAround(masked, difference.slot.figure.from)
  if (sentence.includes('分别') || isInConstantPrices(sentence)) return null
  // 达到142个，比“十三五”末的97个增加45个: the value before is the base, not what was reached.
  if (/[比较][^,;。]*$/.test(value.slot.lead)) return null
  if (rate.direction !== difference.direction || value.slot.figure.unit.kind === 'percent') return null
  const direction = difference.direction ?? 'up'
  const { figure } = value.slot
  const change = difference.slot.figure
  const signedChange = direction === 'up' ? change.interval : subtract(exactlyWhole(0), change.interval)
  const interval = subtract(figure.interval, signedChange)
  const before = (direction === 'up' ? minus : plus)(printedValue(figure), printedValue(change))
  if (sign(before) <= 0) return null
  const text = printLike(before, figure)
  const printedChange = shape.text.slice(change.from, change.to)
  const afterText = shape.text.slice(figure.from, figure.to)
  const told: BeforeAfter = {
    before: { ...figure, interval, text },
    after: figure,
    beforeText: text,
    afterText,
  }
  const result = checkRate(told, rate.slot.figure, direction)
  if (result.verdict !== 'consistent' && isOfOther(parts, value, difference, rate)) return null
  return {
    kind: 'change',
    rule: changeRule,
    verdict: result.verdict,
    variant: result.variant === 'zero-base' ? result.variant : null,
    operands: [
      { figure: value.slot.index, role: 'after' },
      { figure: difference.slot.index, role: 'difference' },
      { figure: rate.slot.index, role: 'result' },
    ],
    tell: () => {
      const sign = direction === 'up' ? '－' : '＋'
      const share = result.tell().replace(/^.*＝/, '')
      const sum = `${printedChange}÷（${afterText}${sign}${printedChange}）＝${share}`
      const changed = { from: amountFrom(difference), to: change.to }
      const to = Math.max(rate.slot.figure.to, change.to)
      return tellChange(shape, sum, told, amountFrom(rate), to, [
        evidenceOf(value, named(value.slot, shape)),
        { ...changed, label: shape.text.slice(changed.from, changed.to) },
      ])
    },
  }
}

/** 412件，其中A63件、B349件，减少16件，精简3.7%: whether the rate is right for another value of the sentence before it. */
function isOfOther(
  parts: readonly ChangeSlot[],
  { at }: ChangeSlot,
  difference: ChangeSlot,
  rate: ChangeSlot,
): boolean {
  const direction = difference.direction ?? 'up'
  const change = difference.slot.figure
  const signedChange = direction === 'up' ? change.interval : subtract(exactlyWhole(0), change.interval)
  return parts.slice(Math.max(0, at - 12), at).some((other) => {
    if (other.slot.sentence !== difference.slot.sentence || !comparable(other, difference)) return false
    const { figure } = other.slot
    const before = { ...figure, interval: subtract(figure.interval, signedChange) }
    const told: BeforeAfter = { before, after: figure, beforeText: '', afterText: '' }
    return checkRate(told, rate.slot.figure, direction).verdict === 'consistent'
  })
}
