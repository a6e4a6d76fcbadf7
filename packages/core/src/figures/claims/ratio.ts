import type { FigureContext, FindClaims, Passage } from '../context.ts'
import { middle } from '../interval.ts'
import type { Claim, Figure } from '../ledger.ts'
import { approximate } from '../rational.ts'
import { labelFrom, labelOf } from './label.ts'
import { type Operands, side } from './operands.ts'
import { pairedOperands } from './paired-operands.ts'
import { parallelOperands } from './parallel-operands.ts'
import type { Rate } from './rate-data.ts'
import { type Count, classified, countsNear, divisible } from './rate-operands.ts'
import { type RatePhrase, runOf } from './rate-phrase.ts'
import { ratesOf } from './rates-of.ts'
import { fits, judgeRatio, tellShare } from './ratio-verdict.ts'
import { shareOperands } from './share-operands.ts'
import { makesExactlyHundred, shareSets } from './share-set.ts'

/** Finds every rate whose two numbers are told and recomputes it. */
export const ratios: FindClaims = (context) => {
  const claims: Claim[] = []
  const bent = bentFigures(context)
  for (const { passage, rate, phrase } of ratesOf(context)) {
    const operands = phrase && operandsOf(context, passage, rate, phrase)
    const claim = operands && ratioClaim(passage, rate, phrase, operands, bent.has(rate.index))
    if (!claim) continue
    // The numbers of a 分别 list go with their rates one by one.
    const mayBeOthers = claim.verdict !== 'consistent' && phrase.count === 1
    if (mayBeOthers && isMadeOfOthers(operands, passage, rate)) continue
    claims.push(claim)
  }
  return claims
}

/** The shares of sets that make exactly 100: one of them may have been bent to get there. */
function bentFigures(context: FigureContext): ReadonlySet<number> {
  const bent = new Set<number>()
  for (const set of shareSets(context)) {
    if (makesExactlyHundred(set)) for (const figure of set.figures) bent.add(figure.index)
  }
  return bent
}

const kept = new WeakMap<Figure, Operands | null>()

/** The numbers that the rate is made of; null if they are not told, or not surely its own. Found once for each rate. */
export function operandsOf(
  context: FigureContext,
  passage: Passage,
  rate: Figure,
  phrase: RatePhrase,
): Operands | null {
  const known = kept.get(rate)
  if (known !== undefined) return known
  const operands = rate.time.relative === 'last' ? null : findOperands(context, passage, rate, phrase)
  kept.set(rate, operands)
  return operands
}

function findOperands(
  context: FigureContext,
  passage: Passage,
  rate: Figure,
  phrase: RatePhrase,
): Operands | null {
  if (phrase.kind !== 'named') return shareOperands(context, passage, rate, phrase)
  const known = phrase.rate ?? rateOfStem(phrase.name)
  if (known.part === undefined) return null
  const counts = classified(countsNear(context, passage, rate), known, phrase.name).filter(
    (count) => !isOfOtherTime(count, rate),
  )
  if (phrase.count > 1) return parallelOperands(counts, passage, rate, phrase, known)
  return pairedOperands(counts, passage, rate, phrase, known)
}

/** Whether a count is of another year than the rate, or one of them of a part of the year only. */
function isOfOtherTime({ figure }: Count, rate: Figure): boolean {
  const [own, its] = [rate.time, figure.time]
  if (own.year !== null && its.year !== null && own.year !== its.year) return true
  return (own.relative === 'part-year') !== (its.relative === 'part-year')
}

/** An unknown rate, from its own name: 挂牌率 has 挂牌 above the line, and below it 应挂牌 or what is told before it. */
function rateOfStem(name: string): Rate {
  return { names: [name], part: [name.slice(-3, -1)], alike: true }
}

/** The claim with its verdict; null if the numbers do not make the rate and may well be another's. */
function ratioClaim(
  passage: Passage,
  rate: Figure,
  phrase: RatePhrase,
  operands: Operands,
  bent: boolean,
): Claim | null {
  const judged = judgeRatio(operands, rate, bent)
  if (!judged) return null
  const { part, base } = operands.reading
  const printed = passage.block.shape.text.slice(rate.place.from, rate.place.to)
  const run = runOf(passage, rate)
  const from = run.length > 1 && run[0] !== rate ? rate.place.from : Math.min(phrase.from, rate.place.from)
  const counts = [...new Set([...part.counts, ...part.less, ...base.counts, ...base.less])]
  return {
    kind: 'ratio',
    rule: 'figures/ratio',
    verdict: judged.verdict,
    place: { block: passage.block, from, to: rate.place.to },
    operands: [
      ...counts.map((count) => ({
        figure: count.figure.index,
        role: part.counts.includes(count) ? 'part' : 'base',
      })),
      { figure: rate.index, role: 'result' },
    ],
    arithmetic: `${part.told}÷${base.told}${tellShare(operands.reading, rate)}，文中为“${printed}”`,
    variant: judged.variant,
    data: { name: phrase.kind === 'named' ? phrase.name : printed },
    evidence: counts.map(evidenceOf),
  }
}

/**
 * Whether the rate is right with one of its numbers taken from elsewhere in the paragraph: then that one was meant.
 *
 *     行政复议案件审结162件，…。行政应诉案件143件，败诉19件，败诉率13.3%
 *                 ^base as read       ^base that makes the rate
 */
function isMadeOfOthers({ reading }: Operands, passage: Passage, rate: Figure): boolean {
  const [part, base] = [reading.part.counts[0], reading.base.counts[0]]
  if (!part || !base || approximate(middle(rate.interval)) >= 100) return false
  const own = new Set([...reading.part.counts, ...reading.base.counts].map(({ figure }) => figure))
  for (const figure of passage.figures) {
    if (own.has(figure) || !divisible(figure, base.figure) || figure.sentence > rate.sentence) continue
    const other = plainCount(figure, passage)
    if (fits({ part: reading.part, base: side(other) }, rate, false)) return true
    if (fits({ part: side(other), base: reading.base }, rate, false)) return true
  }
  return isMadeInOtherUnit(part, base, passage, rate)
}

/** 136个、4.72亿元，已清偿118个、3.98亿元，项目清偿率86.8%: whether the rate is right in the other unit of its sentence. */
function isMadeInOtherUnit(part: Count, base: Count, passage: Passage, rate: Figure): boolean {
  const counts = passage.figures.filter(
    (figure) =>
      figure.sentence === rate.sentence &&
      figure.index < rate.index &&
      figure.unit.name !== base.figure.unit.name,
  )
  const near = (figure: Figure, to: Count): boolean => Math.abs(figure.index - to.figure.index) === 1
  return counts.some(
    (whole) =>
      near(whole, base) &&
      counts.some(
        (own) =>
          own !== whole &&
          near(own, part) &&
          divisible(own, whole) &&
          fits({ part: side(plainCount(own, passage)), base: side(plainCount(whole, passage)) }, rate, false),
      ),
  )
}

function plainCount(figure: Figure, passage: Passage): Count {
  return { figure, passage, part: null, distance: 0, words: '' }
}

function evidenceOf({ passage, figure }: Count): Claim['evidence'][number] {
  return {
    place: { block: passage.block, from: labelFrom(passage, figure), to: figure.place.to },
    label: labelOf(passage, figure),
  }
}
