import type { Item, Report } from '../report/report.ts'
import { type BlockRange, rangeOf, textOf } from '../text/block.ts'
import type { Range } from '../text/range.ts'
import { contentKey } from './content-key.ts'
import type { Coverage, Link, LinkEvidence, NotCheckableReason, ShortcomingCoverage } from './coverage.ts'
import { quoteItem } from './quote-item.ts'

/** A piece of the draft: its words and where they stand, in source offsets. */
export interface TracePlace {
  readonly text: string
  readonly range: Range
}

/** A shortcoming or a measure. */
export interface TraceItem {
  /** Position among the items of its kind, from 0. */
  readonly index: number
  /** Its number as written, `（一）`; empty if it has none. */
  readonly label: string
  /** Label and first sentence, shortened for a table. */
  readonly quote: string
  /** The whole text. */
  readonly text: string
  /** Where its head stands. */
  readonly range: Range
  /** By which a confirmed link names it. */
  readonly key: string
}

/** A reason for a link. A place is null where there is nothing to point to, as for a link confirmed by hand. */
export interface TraceEvidence {
  readonly kind: LinkEvidence['kind']
  /** The shared word, the topic's name, or `deficit → remedy`; empty for a confirmed link. */
  readonly text: string
  /** How much it counts, 0…1, rounded to hundredths. */
  readonly weight: number
  readonly shortcoming: TracePlace | null
  readonly measure: TracePlace | null
}

/** A measure that answers a shortcoming or comes near. */
export interface TraceMeasure extends TraceItem {
  /** 0…1, rounded to hundredths. */
  readonly score: number
  /** Whether a person has confirmed the link. */
  readonly confirmed: boolean
  readonly evidence: readonly TraceEvidence[]
}

/** One shortcoming with its causes and the measures that answer it, best first. */
export interface TraceRow {
  readonly shortcoming: TraceItem
  /** The sentences that give a cause. */
  readonly causes: readonly TracePlace[]
  readonly measures: readonly TraceMeasure[]
  readonly verdict: ShortcomingCoverage['verdict']
  /** Why it could not be checked; null unless the verdict is `not-checkable`. */
  readonly reason: NotCheckableReason | null
  /** How far the plan as a whole takes it up, 0…1, rounded to hundredths. */
  readonly score: number
  /** Words for its subject that the nearest measure does not take up. */
  readonly missing: readonly string[]
}

/** A confirmed link that holds no longer: positions of the side that is still there, null for the side that changed. */
export interface TraceSuspect {
  readonly shortcomingKey: string
  readonly measureKey: string
  readonly shortcoming: number | null
  readonly measure: number | null
}

/** The whole table. Plain data: what `hegao trace --format json` prints, and what report page and editor panel show. */
export interface TraceTable {
  readonly rows: readonly TraceRow[]
  /** Measures that no shortcoming asks for. */
  readonly unmotivated: readonly TraceItem[]
  readonly suspect: readonly TraceSuspect[]
  /** How many shortcomings have each verdict. */
  readonly counts: Readonly<Record<ShortcomingCoverage['verdict'], number>>
}

/**
 * The table shortcoming → cause → measures, with the evidence and the verdict for every row. Pure: same report and coverage,
 * same table. All ranges are source offsets; the shape only ever gains fields.
 */
export function traceTable(report: Report, coverage: Coverage): TraceTable {
  const counts = { answered: 0, weak: 0, unanswered: 0, 'not-checkable': 0 }
  for (const { verdict } of coverage.shortcomings) counts[verdict]++
  return {
    rows: coverage.shortcomings.map((entry) => ({
      shortcoming: traceItem(entry.item),
      causes: causesOf(entry.item),
      measures: entry.links.map((link) => traceMeasure(link, report)),
      verdict: entry.verdict,
      reason: entry.reason,
      score: hundredths(entry.score),
      missing: entry.missing,
    })),
    unmotivated: coverage.unmotivated.map((index) => traceItem(report.measures[index] as Item)),
    suspect: coverage.suspect.map(({ link, shortcoming, measure }) => ({
      shortcomingKey: link.shortcoming,
      measureKey: link.measure,
      shortcoming,
      measure,
    })),
    counts,
  }
}

function traceItem(item: Item): TraceItem {
  return {
    index: item.index,
    label: item.label ? textOf(item.label.place).trim() : '',
    quote: quoteItem(item),
    text: item.places.map(textOf).join('\n'),
    range: rangeOf(item.head),
    key: contentKey(item),
  }
}

function traceMeasure(link: Link, report: Report): TraceMeasure {
  return {
    ...traceItem(report.measures[link.measure] as Item),
    score: hundredths(link.score),
    confirmed: link.evidence.some((entry) => entry.kind === 'confirmed'),
    evidence: link.evidence.map(({ kind, text, weight, shortcomingPlace, measurePlace }) => ({
      kind,
      text,
      weight: hundredths(weight),
      shortcoming: shortcomingPlace && tracePlace(shortcomingPlace),
      measure: measurePlace && tracePlace(measurePlace),
    })),
  }
}

function tracePlace(place: BlockRange): TracePlace {
  return { text: textOf(place), range: rangeOf(place) }
}

/** The sentences around the item's cause cues, each once. */
function causesOf(item: Item): TracePlace[] {
  const causes = new Map<string, TracePlace>()
  for (const { kind, place } of item.cues) {
    if (kind !== 'cause') continue
    const sentence = sentenceAround(place)
    causes.set(`${sentence.block.index}:${sentence.from}`, tracePlace(sentence))
  }
  return [...causes.values()]
}

/** From the mark before the place to the mark behind it; a colon or comma does not end a sentence. */
function sentenceAround({ block, from, to }: BlockRange): BlockRange {
  const { folded } = block.shape
  let start = from
  while (start > 0 && !sentenceMarks.has(folded.charAt(start - 1))) start--
  let end = to
  while (end < folded.length && !sentenceMarks.has(folded.charAt(end))) end++
  return { block, from: start, to: end }
}

const sentenceMarks: ReadonlySet<string> = new Set('。;!?')

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
