import type { BlockShape } from '../../text/block.ts'
import { isExact } from '../interval.ts'
import { approximate } from '../rational.ts'
import { mayBeTwo } from './enumerations.ts'
import type { LocalClaim, LocalFigure, ToldClaim } from './local-claim.ts'
import { type Slot, slotted } from './slots.ts'
import { tallyRule } from './tally-claim.ts'
import { printedUnit, printedValue, sameUnit } from './wording.ts'

/** What stands between a count and the number that each of the listed has: `，分别由镇长、副镇长、所长各汇报`. */
const eachOfList =
  /^[^。;()]{0,12}[,:]?(?:分别|依次|由|即|,|:)+(?:由|为|是|在|向)?([^。;,:()]{3,80}?)各[^,。;、]{0,6}$/

const none: readonly LocalClaim[] = []

/** Finds counts of which every listed one has the same share: 5次，分别由镇长、副镇长、所长各汇报1次. */
export function findEachTallies(shape: BlockShape, figures: readonly LocalFigure[]): readonly LocalClaim[] {
  if (figures.length < 2) return none
  const { slots, text } = slotted(shape)
  if (!text.includes('各')) return none
  const claims: LocalClaim[] = []
  for (let at = 1; at < slots.length; at++) {
    const [whole, each] = [slots[at - 1] as Slot, slots[at] as Slot]
    if (!each.label.includes('各') || !sameUnit(whole.figure.unit, each.figure.unit)) continue
    if (whole.sentence !== each.sentence || ![whole, each].every(isPlainCount)) continue
    const claim = claimOf(shape, whole, each)
    if (claim) claims.push(claim)
  }
  return claims
}

function isPlainCount({ figure }: Slot): boolean {
  return figure.unit.kind === 'measure' && figure.qualifiers.bound === 'exact' && isExact(figure.interval)
}

function claimOf(shape: BlockShape, whole: Slot, each: Slot): LocalClaim | null {
  const list = eachOfList.exec(each.lead)?.[1]
  if (!list || /等|其中|包括/.test(each.lead)) return null
  const entries = list.split('、')
  const least = entries.length
  const joints = entries.filter(mayBeTwo).length
  if (least + joints < 2) return null
  const share = approximate(printedValue(each.figure))
  const declared = approximate(printedValue(whole.figure))
  const holds = declared >= least * share && declared <= (least + joints) * share
  return {
    kind: 'tally',
    rule: tallyRule,
    verdict: holds ? 'consistent' : 'inconsistent',
    variant: null,
    operands: [
      { figure: whole.index, role: 'result' },
      { figure: each.index, role: 'each' },
    ],
    tell: () => tell(shape, whole, each, (least + joints) * share, least + joints),
  }
}

function tell(shape: BlockShape, whole: Slot, each: Slot, made: number, entries: number): ToldClaim {
  const listed = `${made}${printedUnit(whole.figure).suffix}`
  const sum = `${entries}×${shape.text.slice(each.figure.from, each.figure.to)}＝${listed}`
  const printed = shape.text.slice(whole.figure.from, whole.figure.to)
  return {
    from: whole.figure.from,
    to: whole.figure.to,
    arithmetic: `${sum}，文中为“${printed}”`,
    data: { listed, printed },
    evidence: [{ from: each.leadFrom, to: each.figure.to, label: sum }],
  }
}
