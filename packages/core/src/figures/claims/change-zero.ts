import type { BlockShape } from '../../text/block.ts'
import { amountFrom, changeRule, evidenceOf, tellChange } from './change-claim.ts'
import { comparable } from './change-pairs.ts'
import type { ChangeAccount, ChangeSlot } from './change-words.ts'
import { hintOf, hints } from './hints.ts'
import type { LocalClaim } from './local-claim.ts'
import type { SlottedBlock } from './slots.ts'
import { named } from './wording.ts'

/** Says that there was nothing the year before: 上年没有此类案件, 去年同期为零. */
const nothingBefore =
  /(?:上一?年度?|去年|前年)(?:同期)?(?:[^,。;!?]{0,20}?)(?:为零|为0(?![.\d])|是零|没有|尚无|未有|未发生|未受理|未收到|未办理|未出现|无此类|尚未|仍是空白|仍为空白|均无|无(?=[^,。;不]{0,12}(?:案|件|发生|办理|记录|此)))[^,。;!?]{0,16}/

/** How many characters before a rate the words may stand. */
const reach = 70

/**
 * Finds growth rates of something of which there was nothing the year before:
 *
 *     上年没有此类案件，今年办理3件，同比增长300%
 *     ^nothing before         ^value    ^rate
 */
export function zeroBases(
  { masked }: SlottedBlock,
  { parts, amounts }: ChangeAccount,
  shape: BlockShape,
): readonly LocalClaim[] {
  const claims: LocalClaim[] = []
  for (const at of amounts) {
    const rate = parts[at] as ChangeSlot
    if (rate.role !== 'rate' || rate.ownSubject || rate.slot.figure.unit.kind === 'points') continue
    const { from } = rate.slot.figure
    const sentence = masked.slice(sentenceFrom(masked, from), from)
    const found = mayTellBefore.test(sentence) ? nothingBefore.exec(sentence) : null
    if (!found) continue
    const told = from - sentence.length + found.index
    const values = parts.slice(Math.max(0, at - 2), at + 1).filter((part) => isValueBeside(part, rate, told))
    const value = values[values.length - 1]
    if (!value || values.some((other) => !comparable(other, value))) continue
    claims.push(zeroBaseClaim(shape, rate, value, told, found[0].trim()))
  }
  return claims
}

/** What the words begin with that tell of the year before. */
const mayTellBefore = /[上去前]/

/** Where the sentence or its part begins that ends at `to`, or so many characters before. */
function sentenceFrom(text: string, to: number): number {
  let from = to
  while (from > 0 && to - from < reach && !endsPart(text.charCodeAt(from - 1))) from--
  return from
}

function endsPart(unit: number): boolean {
  return unit === semicolon || (hintOf(unit) & hints.sentence) !== 0
}

const semicolon = 0x3b

function isValueBeside(part: ChangeSlot, rate: ChangeSlot, told: number): boolean {
  const { figure, sentence } = part.slot
  if (part === rate || sentence !== rate.slot.sentence || figure.from < told - reach) return false
  return (part.role === 'value' || part.role === 'reached') && figure.unit.kind !== 'percent'
}

function zeroBaseClaim(
  shape: BlockShape,
  rate: ChangeSlot,
  value: ChangeSlot,
  told: number,
  words: string,
): LocalClaim {
  return {
    kind: 'change',
    rule: changeRule,
    verdict: 'inconsistent',
    variant: 'zero-base',
    operands: [
      { figure: value.slot.index, role: 'after' },
      { figure: rate.slot.index, role: 'result' },
    ],
    tell: () => {
      const before = shape.text.slice(told, told + words.length)
      const after = named(value.slot, shape)
      const texts = { beforeText: before, afterText: after }
      const claim = tellChange(shape, before, texts, amountFrom(rate), rate.slot.figure.to, [
        { from: told, to: told + words.length, label: before },
        evidenceOf(value, after),
      ])
      const { printed } = claim.data
      return { ...claim, arithmetic: `${before}，基数为零，不能计算增长率，文中为“${printed}”` }
    },
  }
}
