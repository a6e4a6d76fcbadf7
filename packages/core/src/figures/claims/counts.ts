import type { Surroundings } from '../context.ts'
import type { Prose } from '../prose.ts'
import { hintsIn } from './hints.ts'
import type { LocalFigure } from './local-claim.ts'
import type { Rate } from './rate-data.ts'
import { lettersIn } from './sought-word.ts'
import { sameUnit } from './wording.ts'

/** What a count is to a rate, by the words beside it. */
export type Part = 'part' | 'whole' | 'base' | 'carried' | 'open' | 'left-out' | 'other-kind'

/** A figure that counts something, with the words beside it: the same for all rates near it. */
export interface Counted {
  readonly figure: LocalFigure
  readonly prose: Prose
  /**
   * Position among the figures of the rates' passage; those of the passage above count down from −1. Tells counts apart: two
   * passages that say the same may share their figures.
   */
  readonly at: number
  /** Whether its passage and the rates' are one, or neighbours in one section, or in two. */
  readonly passage: 'own' | 'beside' | 'apart'
  /** The words before it, back to the last mark or figure. */
  readonly lead: string
  /** The words behind it, up to the next mark or figure. */
  readonly tail: string
  /** Lead and tail, with `|` where the count stands. */
  readonly words: string
  readonly leadHints: number
  readonly tailHints: number
  /** The letters of its words (sought-word.ts). */
  readonly letters: number
  /** What it is to the rates that have asked. */
  readonly parts: KnownPart[]
  /** What its words name beyond what a rate's own words say, for the rates that have asked. */
  readonly essences: KnownEssence[]
  /** The proceedings that its words name, as bits; null as long as nobody has asked. */
  proceedings: number | null
}

/** What a count names, without the words of a rate. */
interface KnownEssence {
  readonly rate: Rate
  readonly words: string
}

/** What a count is to a rate; whether the rate's name speaks of success decides how 调解成功 is read. */
interface KnownPart {
  readonly rate: Rate
  readonly ofSuccess: boolean
  readonly part: Part | null
}

/** A count near a rate. */
export interface Count {
  readonly counted: Counted
  readonly figure: LocalFigure
  readonly at: number
  readonly part: Part | null
  /**
   * How far from the rate: 0 the same group of clauses, 1 the same sentence, 2 the sentence before, 3 the sentence behind, 4 two
   * sentences before, 5 the paragraph before.
   */
  readonly distance: number
}

/** The counts of a passage and those at the end of the passage above. */
export interface Counts {
  readonly own: readonly Counted[]
  /** How many counts stand before each figure of the passage. */
  readonly before: readonly number[]
  readonly above: readonly Counted[]
}

/** How many figures before and behind a rate, and at the end of the passage above, its numbers are looked for. */
const reach = { before: 40, behind: 20, above: 12 }

/** All counts that the rates of a passage can be made of. */
export function countsAround({ prose, above, beside }: Surroundings): Counts {
  const own: Counted[] = []
  const before: number[] = []
  for (const figure of prose.figures) {
    before.push(own.length)
    if (isCount(figure)) own.push(counted(figure, prose, figure.index, 'own'))
  }
  before.push(own.length)
  const last: Counted[] = []
  if (above) {
    const { figures } = above
    for (let at = Math.max(0, figures.length - reach.above); at < figures.length; at++) {
      const figure = figures[at] as LocalFigure
      if (isCount(figure)) last.push(counted(figure, above, at - figures.length, beside ? 'beside' : 'apart'))
    }
  }
  return { own, before, above: last }
}

function counted(figure: LocalFigure, prose: Prose, at: number, passage: Counted['passage']): Counted {
  const { text } = prose
  const lead = text.slice(figure.leadFrom, figure.from)
  const tail = text.slice(figure.to, figure.tailTo)
  return {
    figure,
    prose,
    at,
    passage,
    lead,
    tail,
    words: `${lead}|${tail}`,
    letters: lettersIn(text, figure.leadFrom, figure.from) | lettersIn(text, figure.to, figure.tailTo),
    leadHints: hintsIn(text, figure.leadFrom, figure.from),
    tailHints: hintsIn(text, figure.to, figure.tailTo),
    parts: [],
    essences: [],
    proceedings: null,
  }
}

/** The counts that a rate can be made of: all near it, each with its distance. */
export function countsNear({ own, before, above }: Counts, rate: LocalFigure): Count[] {
  const counts: Count[] = []
  const from = before[Math.max(0, rate.index - reach.before)] as number
  const to = before[Math.min(before.length - 1, rate.index + reach.behind)] as number
  for (let at = from; at < to; at++) {
    const near = own[at] as Counted
    const distance = distanceOf(near.figure, rate)
    if (distance !== null) counts.push(countOf(near, distance))
  }
  if (rate.sentence <= 1) for (const near of above) counts.push(countOf(near, 5))
  return counts
}

function countOf(counted: Counted, distance: number): Count {
  return { counted, figure: counted.figure, at: counted.at, part: null, distance }
}

function distanceOf(figure: LocalFigure, rate: LocalFigure): number | null {
  switch (figure.sentence - rate.sentence) {
    case 0:
      return figure.group === rate.group ? 0 : 1
    case -1:
      return 2
    case 1:
      return 3
    case -2:
      return 4
    default:
      return null
  }
}

/** Whether two counts stand in one passage. */
export function inOnePassage(a: Count, b: Count): boolean {
  return a.at < 0 === b.at < 0
}

function isCount({ unit }: LocalFigure): boolean {
  return unit.kind === 'measure' || unit.kind === 'money' || unit.kind === 'physical'
}

/** Whether two figures speak of different years, or one of a part of the year only. */
export function clashes({ time: a }: LocalFigure, { time: b }: LocalFigure): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true
  return (a.relative === 'part-year') !== (b.relative === 'part-year')
}

/** Whether two counts can be divided: the same measure, or measures that count the same things. */
export function divisible(a: LocalFigure, b: LocalFigure): boolean {
  if (sameUnit(a.unit, b.unit)) return true
  if (a.unit.kind !== 'measure' || b.unit.kind !== 'measure') return false
  return (
    (a.unit.name === '个' && things.has(b.unit.name)) || (b.unit.name === '个' && things.has(a.unit.name))
  )
}

/** Measure words of things for which 个 is said as well. */
const things = new Set('家 所 处 支 村 类 户 座 间 镇 乡 县 市 区 校 院 站 条 种 宗'.split(' '))
