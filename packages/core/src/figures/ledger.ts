import type { BlockRange } from '../text/block.ts'
import type { Interval } from './interval.ts'

/** What a figure is measured in. `measure` is a measure word (件, 人次); `percent` covers %, 百分之, 成 and fractions. */
export type UnitKind =
  | 'measure'
  | 'money'
  | 'percent'
  | 'permille'
  | 'points'
  | 'times'
  | 'physical'
  | 'time'
  | 'ratio'
  | 'none'

/** A unit as printed, e.g. `{ kind: 'money', name: '元' }`; the scale (万, 亿) is already in the interval. */
export interface Unit {
  readonly kind: UnitKind
  readonly name: string
}

/** What the words around a figure say about it. */
export interface Qualifiers {
  /** 余多近约逾超以上以下不低于不超过左右: already in the interval; here as written. */
  readonly bound: 'exact' | 'about' | 'at-least' | 'at-most' | 'over' | 'under'
  /** 共 总计 合计 累计 total of what follows or went before. */
  readonly total: boolean
  /** 累计 or a span of years: not of this year alone. */
  readonly cumulative: boolean
  /** 其中: a part of the figure before. */
  readonly part: boolean
}

/** The time that a figure speaks of, as far as the text tells it. */
export interface FigureTime {
  /** The year, where it is written or follows from 去年/上年 and the report's period. */
  readonly year: number | null
  readonly relative: 'this' | 'last' | 'year-on-year' | 'month-on-month' | 'span' | 'part-year' | null
}

/** A figure 数据: a quantity read from prose or a table. */
export interface Figure {
  /** Position in `Ledger.figures`; figures are in reading order. */
  readonly index: number
  /** Number and unit as printed. */
  readonly place: BlockRange
  readonly text: string
  /** The values that the printed form allows, in the base unit (2.95万件 is [29450, 29550]), as exact decimals. */
  readonly interval: Interval
  readonly unit: Unit
  /** What is counted, as the words beside it tell: `人民调解案件`, `办结率`. Empty if nothing does. */
  readonly subject: string
  readonly subjectPlace: BlockRange | null
  readonly qualifiers: Qualifiers
  readonly time: FigureTime
  /** `target` in a plan or after 力争/目标; otherwise `result`. */
  readonly role: 'result' | 'target'
  /** What was done with what is counted, as written: 受理, 办结, 调解成功. Empty if no verb is recognised. */
  readonly verb: string
  /** Which sentence of its block (。！？), which group of clauses (；) and which clause (，：) it stands in, counted from 0. */
  readonly sentence: number
  readonly group: number
  readonly clause: number
  /** How many parentheses are open around it. */
  readonly depth: number
  /** Where the words before it begin: behind the last mark or figure. An offset in the block's plain text. */
  readonly leadFrom: number
  /** Where the words behind it end: before the next mark or figure. An offset in the block's plain text. */
  readonly tailTo: number
}

/** The kinds of relation that a text states between its figures. */
export type ClaimKind =
  | 'ratio'
  | 'sum'
  | 'change'
  | 'tally'
  | 'repeat'
  | 'share'
  | 'reach'
  | 'bound'
  | 'table'

/**
 * `consistent`: some values inside the printed intervals satisfy it. `inconsistent`: none do. `question`: only an unusual
 * reading does. `unchecked`: something that it needs is not in the text; `reason` says what.
 */
export type Verdict = 'consistent' | 'inconsistent' | 'question' | 'unchecked'

/** A claim 数量关系: an arithmetic relation that the text states, with its verdict and the sum in one line. */
export interface Claim {
  readonly kind: ClaimKind
  /** The rule that objects if the claim does not hold, e.g. `figures/ratio`. */
  readonly rule: string
  readonly verdict: Verdict
  /** Where a finding is shown: the figure that does not follow. */
  readonly place: BlockRange
  /** The figures that take part, as positions in `Ledger.figures`, with their part in the relation. */
  readonly operands: readonly { readonly figure: number; readonly role: string }[]
  /** The sum in the writer's terms: `办结30件÷受理32件＝93.75%，文中为“100%”`. */
  readonly arithmetic: string
  /** Which variant of the rule's message applies; null for its main message. */
  readonly variant: string | null
  /** Values for the message's placeholders. */
  readonly data: Readonly<Record<string, string>>
  readonly evidence: readonly { readonly place: BlockRange; readonly label: string }[]
}

/**
 * The ledger 核数表: every figure and claim of a report with its verdict, and why a figure was not checked. Frozen; all but the
 * objections is made when first asked for.
 */
export interface Ledger {
  /** The claims that do not hold, or only under an unusual reading; the others of `claims` are of no concern to a check. */
  readonly objections: readonly Claim[]
  /** Those that the rule tells; the very same list as before an edit, if they are the very same claims. */
  objectionsOf(rule: string): readonly Claim[]
  readonly figures: readonly Figure[]
  readonly claims: readonly Claim[]
  /** For each figure that no checked claim touches: why (`no-relation`, `target`, `denominator-not-stated`, …). */
  readonly unchecked: readonly { readonly figure: number; readonly reason: string }[]
}
