import { isExact, meet, middle } from '../interval.ts'
import type { Prose } from '../prose.ts'
import { approximate } from '../rational.ts'
import { type Count, divisible } from './counts.ts'
import { labelFrom, labelOf } from './label.ts'
import type { LocalClaim, LocalEvidence, LocalFigure, LocalOperand } from './local-claim.ts'
import { figuresNear } from './near-figures.ts'
import { isOfWhatIsDue } from './not-due.ts'
import { type Operands, type Reading, type Side, together } from './operands.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { runOf } from './rate-run.ts'
import { fits, judgeRatio, tellShare } from './ratio-verdict.ts'
import type { FindInPassage } from './setting.ts'
import { makesExactlyHundred, type ShareSet } from './share-set.ts'

/** Finds every rate whose two numbers are told and recomputes it. */
export const ratios: FindInPassage = ({ prose, rates, sets }) => {
  const claims: LocalClaim[] = []
  for (const { rate, phrase, operands } of rates) {
    if (!phrase || !operands) continue
    const claim = ratioClaim(prose, rate, phrase, operands, isBent(sets, rate))
    if (!claim) continue
    if (claim.verdict !== 'consistent' && isMeantOtherwise(prose, rate, phrase, operands)) continue
    claims.push(claim)
  }
  return claims
}

/** Whether a rate that its numbers do not make is right as something else. */
function isMeantOtherwise(prose: Prose, rate: LocalFigure, phrase: RatePhrase, operands: Operands): boolean {
  // The numbers of a 分别 list go with their rates one by one.
  if (phrase.count === 1 && isMadeOfOthers(operands, prose, rate)) return true
  if (makesNeighbour(operands, prose, rate) || isOfWhatIsDue(prose, rate, phrase.name)) return true
  return phrase.kind === 'share' && isToldLater(operands, rate)
}

/** Whether the rate is a share of a set that makes exactly 100: it may have been bent to get there. */
function isBent(sets: readonly ShareSet[], rate: LocalFigure): boolean {
  return sets.some((set) => set.figures.includes(rate) && makesExactlyHundred(set))
}

/** 第三产业85.06亿元，三次产业占比分别为18.3%、36.1%和45.6%: whether the numbers make another rate that stands beside this one. */
function makesNeighbour({ reading }: Operands, { text, figures }: Prose, rate: LocalFigure): boolean {
  for (let at = rate.index + 1; at < Math.min(figures.length, rate.index + mostNeighbours); at++) {
    const [last, next] = [figures[at - 1] as LocalFigure, figures[at] as LocalFigure]
    if (next.unit.name !== rate.unit.name || !/^[、和与及,]$/.test(text.slice(last.to, next.from)))
      return false
    if (fits(reading, next, false)) return true
  }
  return false
}

const mostNeighbours = 8

/** 60—64岁占5.9%。以常住人口412.8万人推算，60岁及以上约92.1万人: a share is not of what the next sentence tells. */
function isToldLater({ reading: { part, base } }: Operands, rate: LocalFigure): boolean {
  const counts = [...part.counts, ...base.counts]
  return counts.every(({ at, figure }) => at > rate.index && figure.sentence > rate.sentence)
}

/** The claim with its verdict; null if the numbers do not make the rate and may well be another's. */
function ratioClaim(
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
  operands: Operands,
  bent: boolean,
): LocalClaim | null {
  const judged = judgeRatio(operands, rate, bent)
  if (!judged || isToldTwice(judged.reading)) return null
  const { reading } = judged
  const { part } = reading
  const counts = countsIn(reading)
  return {
    kind: 'ratio',
    rule: 'figures/ratio',
    verdict: judged.verdict,
    variant: judged.variant,
    operands: operandsOf(counts, part, rate),
    tell: () => {
      const printed = prose.shape.text.slice(rate.from, rate.to)
      const run = runOf(prose, rate)
      return {
        from: run.length > 1 && run[0] !== rate ? rate.from : Math.min(phrase.from, rate.from),
        to: rate.to,
        arithmetic: `${part.tell()}÷${reading.base.tell()}${tellShare(reading, rate)}，文中为“${printed}”`,
        data: { name: phrase.kind === 'named' ? phrase.name : printed },
        evidence: counts.map(evidenceOf),
      }
    },
  }
}

/** The counts of both sides, each once. */
function countsIn({ part, base }: Reading): readonly Count[] {
  const counts: Count[] = []
  for (const some of [part.counts, part.less, base.counts, base.less])
    for (const count of some) if (!counts.includes(count)) counts.push(count)
  return counts
}

function operandsOf(counts: readonly Count[], { counts: parts }: Side, rate: LocalFigure): LocalOperand[] {
  const operands: LocalOperand[] = []
  for (const count of counts)
    operands.push({
      figure: count.figure.index,
      role: parts.includes(count) ? 'part' : 'base',
      above: count.at < 0,
    })
  operands.push({ figure: rate.index, role: 'result', above: false })
  return operands
}

/** 来电2.57万个。接听的25684个来电中: the two are one number, told once in full and once rounded. */
function isToldTwice({ part, base }: Reading): boolean {
  if (isExact(part.interval) === isExact(base.interval)) return false
  return meet(part.interval, base.interval)
}

/**
 * Whether the rate is right with one of its numbers taken from elsewhere in the paragraph: then that one was meant.
 *
 *     行政复议案件审结162件，…。行政应诉案件143件，败诉19件，败诉率13.3%
 *                 ^base as read       ^base that makes the rate
 */
function isMadeOfOthers({ reading, others }: Operands, prose: Prose, rate: LocalFigure): boolean {
  const [part, base] = [reading.part.counts[0], reading.base.counts[0]]
  if (!part || !base || approximate(middle(rate.interval)) >= 100) return false
  if ([reading, ...others().also].some((each) => isMadeOfSome(each, rate))) return true
  const own = [...reading.part.counts, ...reading.base.counts]
  for (const figure of figuresNear(prose, rate.index)) {
    if (figure.sentence > rate.sentence) break
    if (!divisible(figure, base.figure) || own.some(({ at }) => at === figure.index)) continue
    const other = bareSide(figure)
    if (fits({ part: reading.part, base: other }, rate, false)) return true
    if (fits({ part: other, base: reading.base }, rate, false)) return true
  }
  return isMadeInOtherUnit(part, base, prose, rate)
}

/** 满意402件、基本满意18件、不满意11件，满意和基本满意合计占97.4%: whether neighbours among the parts make it without the others. */
function isMadeOfSome({ part: { counts }, base }: Reading, rate: LocalFigure): boolean {
  if (counts.length < 3) return false
  return counts.some((_, from) =>
    counts.some((_count, to) => {
      const some = counts.slice(from, to + 1)
      return (
        some.length > 1 && some.length < counts.length && fits({ part: together(some), base }, rate, false)
      )
    }),
  )
}

/** 136个、4.72亿元，已清偿118个、3.98亿元，项目清偿率86.8%: whether the rate is right in the other unit of its sentence. */
function isMadeInOtherUnit(part: Count, base: Count, prose: Prose, rate: LocalFigure): boolean {
  const isCount = (figure: LocalFigure | undefined): figure is LocalFigure =>
    figure !== undefined &&
    figure.sentence === rate.sentence &&
    figure.index < rate.index &&
    figure.unit.name !== base.figure.unit.name
  const beside = ({ at }: Count): LocalFigure[] =>
    [prose.figures[at - 1], prose.figures[at + 1]].filter(isCount)
  return beside(base).some((whole) =>
    beside(part).some(
      (own) =>
        own !== whole &&
        divisible(own, whole) &&
        fits({ part: bareSide(own), base: bareSide(whole) }, rate, false),
    ),
  )
}

/** A figure as a side that nobody tells of. */
function bareSide({ interval }: LocalFigure): Side {
  return { counts: [], less: [], interval, tell: () => '' }
}

function evidenceOf({ prose, figure, at }: Count): LocalEvidence {
  return {
    from: labelFrom(prose, figure),
    to: figure.to,
    label: labelOf(prose, figure),
    above: at < 0,
  }
}
