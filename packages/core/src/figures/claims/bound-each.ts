import type { BlockShape } from '../../text/block.ts'
import { divide, meet } from '../interval.ts'
import { approximate, divide as over } from '../rational.ts'
import { boundClaim, textOf } from './bound-claim.ts'
import { roundedCount } from './bound-means.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import { slipOf } from './slip.ts'
import type { Slot } from './slots.ts'
import { named, printedValue, printLike, sameUnit } from './wording.ts'

/** 平均每期, 平均每个乡镇, 平均每名队员办案: what the mean is taken over, with 个 or a measure word of its own. */
const perEach =
  /平均每一?(?:个([一-鿿]{1,4})|([期件家户场起份条亩名人处所村镇乡次]))[一-鿿]{0,6}$|(?:^|[^平])([人户件场案])均[一-鿿]{0,6}$/

/** How many figures before the mean its numbers may stand. */
const furthest = 20
/** How far the printed mean may be from what the two numbers make, times as much, and still be meant to be made of them. */
const farthest = 2

/**
 * The mean over things that are counted before it:
 *
 *     举办培训班 8期 ，培训 416人次 ，平均每期 48人次
 *               ^base     ^total           ^mean
 *
 * A mean that any two of the numbers before it make is right; it is asked about only where there are no others in its sentence.
 */
export function meanOfEach(shape: BlockShape, slots: readonly Slot[], at: number): LocalClaim | null {
  const mean = slots[at] as Slot
  const { figure } = mean
  const each =
    figure.qualifiers.bound === 'exact' && figure.role === 'result' ? perEach.exec(mean.label) : null
  if (!each) return null
  const before = slots
    .slice(Math.max(0, at - furthest), at)
    .filter(({ sentence, depth }) => sentence === mean.sentence && depth <= mean.depth)
  const bases = before.filter((slot) => isCounted(slot, each[1], each[2] ?? each[3]))
  const totals = before.filter((slot) => !bases.includes(slot) && sameUnit(slot.figure.unit, figure.unit))
  const [base, total] = [bases[0], totals[0]]
  if (!base || !total) return null
  const printed = roundedCount(figure)
  const holds = totals.some((whole) =>
    bases.some((count) => meet(printed, divide(whole.figure.interval, count.figure.interval))),
  )
  const isOnlyPair = bases.length === 1 && totals.length === 1
  if (!holds && !(isOnlyPair && (each[3] ? isSlip(total, base, figure) : isNear(total, base, figure))))
    return null
  return boundClaim({
    shape,
    bound: total,
    at: mean,
    verdict: holds ? 'consistent' : 'question',
    variant: holds ? null : 'mean',
    line: () => {
      const value = over(printedValue(total.figure), printedValue(base.figure))
      return `${named(total, shape)}÷${textOf(base, shape)}＝${printLike(value, figure)}`
    },
  })
}

/** Whether the figure counts what the mean is taken over: 12个乡镇 for 每个乡镇, 8期 for 每期. */
function isCounted({ figure, tail }: Slot, noun: string | undefined, measure: string | undefined): boolean {
  const { name } = figure.unit
  if (figure.qualifiers.bound !== 'exact' || figure.interval.low?.numerator === 0n) return false
  if (noun !== undefined)
    return (name === '个' && tail !== '' && noun.startsWith(tail.slice(0, 2))) || name === noun
  return (
    name === measure ||
    (measure === '名' && name === '人') ||
    (measure === '人' && name === '名') ||
    (measure === '案' && name === '件')
  )
}

/** 律师32人，办理1472件，人均办案64件: of a mean that may be over anybody only a slip of the hand is asked about. */
function isSlip({ figure: total }: Slot, { figure: base }: Slot, mean: LocalFigure): boolean {
  return slipOf(mean.interval, over(printedValue(total), printedValue(base))) !== null
}

function isNear({ figure: total }: Slot, { figure: base }: Slot, mean: LocalFigure): boolean {
  const made = approximate(printedValue(total)) / approximate(printedValue(base))
  const printed = approximate(printedValue(mean))
  return made > 0 && printed > 0 && made / printed <= farthest && printed / made <= farthest
}
