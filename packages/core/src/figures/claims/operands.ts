import { add, type Interval, subtract, total } from '../interval.ts'
import type { Count } from './counts.ts'
import { labelOf } from './label.ts'

/** One side of the line: a count, or several taken together, or a count less what is still open. */
export interface Side {
  readonly counts: readonly Count[]
  readonly less: readonly Count[]
  readonly interval: Interval
  /** Says it in the writer's words: `办结30件`, `（上年结转7件＋新收86件）`. */
  readonly tell: () => string
}

/** A way to read a rate: what is divided by what. */
export interface Reading {
  readonly part: Side
  readonly base: Side
}

/** What else the numbers of a rate may be read as. */
export interface OtherReadings {
  /** Readings that are just as good: if one of them holds, nothing is said. */
  readonly also: readonly Reading[]
  /** Unusual readings: if one of them holds, it is a question. */
  readonly unusual: readonly {
    readonly reading: Reading
    readonly variant: 'left-out' | 'without-carried' | 'not-due'
  }[]
}

const none: OtherReadings = { also: [], unusual: [] }

/** No other reading than the plain one. */
export function noOthers(): OtherReadings {
  return none
}

/**
 * `sure`: the words leave no doubt that these are the rate's own numbers. `likely`: they may be another's; only a rate that comes near
 * them is held to them. `close`: likely, and no other count stands in their sentence.
 */
export type Certainty = 'sure' | 'close' | 'likely'

export const sure = (): Certainty => 'sure'
export const close = (): Certainty => 'close'
export const likely = (): Certainty => 'likely'

/** The numbers that a rate is made of. */
export interface Operands {
  readonly reading: Reading
  /** Asked for only if the reading does not hold: most do. */
  readonly others: () => OtherReadings
  /** The base may be a part that was asked or drawn and is not told. */
  readonly sample: boolean
  readonly atMost100: boolean
  /** Only how many came in is told, where the rate is of those that were closed: it may well be greater. */
  readonly ofClosed?: boolean
  /** Asked for only if nothing makes the rate. */
  readonly certainty: () => Certainty
  /** Nothing but their places and the kind of error speaks for these numbers: no more than a question is asked. */
  readonly doubtful?: boolean
}

const nothing: readonly Count[] = []

/** One count as a side. */
export function side(count: Count): Side {
  return {
    counts: [count],
    less: nothing,
    interval: count.figure.interval,
    tell: () => tellCount(count),
  }
}

/** Several counts taken together. */
export function together(counts: readonly Count[]): Side {
  if (counts.length === 1) return side(counts[0] as Count)
  return {
    counts,
    less: nothing,
    interval: total(counts.map((count) => count.figure.interval)),
    tell: () => `（${counts.map(tellCount).join('＋')}）`,
  }
}

/** A side with the counts of another added to it. */
export function plus(a: Side, more: Count): Side {
  return {
    counts: [...a.counts, more],
    less: a.less,
    interval: add(a.interval, more.figure.interval),
    tell: () => `（${tellCount(more)}＋${inner(a)}）`,
  }
}

/** A side without some counts: 受理32件－未办结2件. */
export function less(a: Side, counts: readonly Count[]): Side {
  const gone = total(counts.map((count) => count.figure.interval))
  return {
    counts: a.counts,
    less: [...a.less, ...counts],
    interval: subtract(a.interval, gone),
    tell: () => `（${inner(a)}－${counts.map(tellCount).join('－')}）`,
  }
}

/** 全部办结: the part is the whole base. */
export function allOf(a: Side, tell: () => string): Side {
  return { ...a, tell }
}

function tellCount({ prose, figure }: Count): string {
  return labelOf(prose, figure)
}

/** A side's words without the brackets around them. */
function inner(a: Side): string {
  return a.tell().replace(/^（|）$/g, '')
}
