import { type Analysis, type Item, rangeOf, type ShortcomingCoverage, textOf } from '@hegao/core'
import { words } from '../words.ts'

/** One shortcoming and what the plan says to it. */
export interface TraceRow {
  readonly line: number
  readonly shortcoming: string
  readonly cause: string
  readonly verdict: ShortcomingCoverage['verdict']
  /** The best measure, if there is any that comes near. */
  readonly measure: string
  readonly measureLine: number | null
  /** Why the two belong together, or what the plan does not take up. */
  readonly evidence: string
}

/** Every shortcoming that a draft admits, with the measure that answers it. */
export function traceRows({ report, coverage, document, locale }: Analysis): TraceRow[] {
  const comma = locale === 'zh-CN' ? '、' : ', '
  return coverage.shortcomings.map(({ item, verdict, best, missing }) => {
    const measure = best === null ? undefined : report.measures[best.measure]
    const reasons = best === null ? [] : [...new Set(best.evidence.map(({ text }) => text))]
    const lacking = missing.length === 0 ? '' : `${lackingWords[locale]}${missing.join(comma)}`
    return {
      line: document.lines.at(rangeOf(item.head).start).line,
      shortcoming: headOf(item),
      cause: causeOf(item),
      verdict,
      measure: measure ? headOf(measure) : '',
      measureLine: measure ? document.lines.at(rangeOf(measure.head).start).line : null,
      evidence: [reasons.join(comma), verdict === 'answered' ? '' : lacking]
        .filter((part) => part !== '')
        .join('；'),
    }
  })
}

/** What the verdicts are called. */
export const coverageWords = {
  answered: words('有对应', 'answered'),
  weak: words('对应较弱', 'weak'),
  unanswered: words('没有对应', 'unanswered'),
  'not-checkable': words('无法判断', 'not checkable'),
} as const

const lackingWords = words('安排中没有提到：', 'not taken up: ')

/** What an item says first, without the mark at its end. */
export function headOf(item: Item): string {
  return textOf(item.head)
    .trim()
    .replace(/[。；;，,]$/, '')
}

/** The sentence in which the item gives its cause. */
function causeOf(item: Item): string {
  const cue = item.cues.find(({ kind }) => kind === 'cause')
  if (!cue) return ''
  const { text } = cue.place.block.shape
  const end = text.slice(cue.place.to).search(/[，。；;,]/)
  return text.slice(cue.place.from, end === -1 ? text.length : cue.place.to + end)
}
