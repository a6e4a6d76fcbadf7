import type { Analysis } from '../../analysis.ts'
import { checkDifference, checkRate } from '../../figures/claims/change-verdict.ts'
import type { LocalFigure } from '../../figures/claims/local-claim.ts'
import type { Figure } from '../../figures/ledger.ts'
import { rangeOf } from '../../text/block.ts'
import { fold } from '../../text/fold.ts'
import type { Comparison } from './comparison.ts'

/** 同比增长25%, 较上年减少5件: the words before the figure that say how much it is more or less than last year. */
const changeWords =
  /(?:同比|(?:较|比)(?:上年|去年|上一年|\d{4}年)(?:同期)?)(?:均)?(增长|上升|增加|提高|提升|多|下降|减少|降低|少)(?:了|约)?$/

/**
 * Growth stated this year for which this year's report names no base: the base is looked for in last year's report, a
 * result of the same subject and unit, and of that year alone. What is ambiguous there is left alone.
 */
export function growthAgainstLast(last: Analysis, now: Analysis): Comparison[] {
  const before = figuresBySubject(last)
  const { figures } = now.ledger
  const chinese = now.locale === 'zh-CN'
  return figures.flatMap((change, index): Comparison[] => {
    const words = changeWords.exec(wordsBefore(change))
    const value = figures[index - 1]
    if (!words || !value || value.place.block !== change.place.block || !isResult(value)) return []
    if (/[。；]/.test(value.place.block.shape.text.slice(value.place.to, change.place.from))) return []
    const base = before.get(keyOf(value))
    if (!base) return []
    const direction = /^(?:增|上|提|多)/.test(words[1] as string) ? 'up' : 'down'
    const pair = {
      before: asLocal(base),
      after: asLocal(value),
      beforeText: `${chinese ? '上年' : 'last year '}${base.text}`,
      afterText: value.text,
    }
    const rate = change.unit.kind === 'percent' || change.unit.kind === 'permille'
    if (!rate && keyUnit(change) !== keyUnit(value)) return []
    const result = rate
      ? checkRate(pair, asLocal(change), direction)
      : checkDifference(pair, asLocal(change), direction)
    if (result.verdict === 'unchecked') return []
    const right = result.verdict === 'consistent'
    const subject = value.subject
    return [
      {
        kind: 'growth',
        verdict: right ? 'right' : result.verdict === 'question' ? 'look' : 'wrong',
        message: chinese
          ? `${subject}：按上年报告，${result.tell()}，本年写“${words[1]}${change.text}”`
          : `${subject}: by last year's report ${result.tell()}, this year's says “${words[1]}${change.text}”`,
        now: rangeOf(change.place),
        last: rangeOf(base.place),
      },
    ]
  })
}

/** Results that a report states once for a subject and unit; two different ones for the same subject prove nothing. */
function figuresBySubject({ ledger }: Analysis): Map<string, Figure> {
  const found = new Map<string, Figure>()
  const ambiguous = new Set<string>()
  for (const figure of ledger.figures) {
    if (!isResult(figure)) continue
    const key = keyOf(figure)
    const known = found.get(key)
    if (known && known.text !== figure.text) ambiguous.add(key)
    found.set(key, figure)
  }
  for (const key of ambiguous) found.delete(key)
  return found
}

/** A result of the year as a whole, with a subject to know it by. */
function isResult({ role, subject, unit, time, qualifiers }: Figure): boolean {
  const counted = unit.kind === 'measure' || unit.kind === 'money' || unit.kind === 'physical'
  const yearly = time.relative === null || time.relative === 'this'
  return role === 'result' && counted && yearly && !qualifiers.cumulative && normalised(subject).length >= 2
}

function keyOf(figure: Figure): string {
  return `${normalised(figure.subject)} ${keyUnit(figure)}`
}

function keyUnit({ unit }: Figure): string {
  return unit.kind === 'money' ? 'money' : unit.name
}

/** A subject without what changes from year to year: time words, 共, 全年, verbs of handling at its front. */
function normalised(subject: string): string {
  return fold(subject)
    .replace(/^(?:20\d\d年|全年|今年|本年度?|一年来|我[省市县区镇乡]|共计|累计|全[省市县区镇乡]|共)+/, '')
    .replace(/^(?:开展|办理|受理|组织|举办|发放|完成|新增|审理|审查|化解)了?/, '')
    .replace(/[\s，、,]+/g, '')
}

function wordsBefore({ place }: Figure): string {
  return place.block.shape.folded.slice(Math.max(0, place.from - 16), place.from)
}

function asLocal(figure: Figure): LocalFigure {
  const { from, to } = figure.place
  return { ...figure, from, to, boundFrom: from, heading: figure.subject }
}
