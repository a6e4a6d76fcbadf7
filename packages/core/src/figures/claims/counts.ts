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
export interface Count {
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
  parts: KnownPart | null
  /** What its words name beyond what a rate's own words say, for the rates that have asked. */
  essences: KnownEssence | null
  /** The proceedings that its words name, as bits; null as long as nobody has asked. */
  proceedings: number | null
  /** Whether its words tell a result of now; null as long as nobody has asked. */
  ofNow: boolean | null
}

/** What a count names, without the words of a rate. */
export interface KnownEssence {
  readonly rate: Rate
  readonly words: string
  readonly next: KnownEssence | null
}

/** What a count is to a rate; whether the rate's name speaks of success decides how 调解成功 is read. */
export interface KnownPart {
  readonly rate: Rate
  readonly ofSuccess: boolean
  readonly part: Part | null
  readonly next: KnownPart | null
}

/** The counts of a passage and those at the end of the passage above; read when a rate asks for them. */
export interface Counts {
  readonly surroundings: Surroundings
  own: readonly Count[] | null
  above: readonly Count[] | null
  /** What was given last: rates of one sentence have the same counts near them. */
  last: Span | null
}

/** The counts `from`…`to` of the passage, with those above or without; `index` is the position of the rate that asked last. */
interface Span {
  index: number
  readonly from: number
  readonly to: number
  readonly above: boolean
  readonly counts: readonly Count[]
}

/** How many figures before and behind a rate, and at the end of the passage above, its numbers are looked for. */
const reach = { before: 40, behind: 20, above: 12 }

/** All counts that the rates of a passage can be made of. */
export function countsAround(surroundings: Surroundings): Counts {
  return { surroundings, own: null, above: null, last: null }
}

/** The counts that a rate can be made of: those near it in its passage, in reading order, and behind them those above. */
export function countsNear(counts: Counts, rate: LocalFigure): readonly Count[] {
  counts.own ??= ownCounts(counts.surroundings)
  const { own, last } = counts
  // Rates ask in reading order: what was too far before the last one is so before this one.
  let from = last !== null && last.index <= rate.index ? last.from : 0
  while (from < own.length && isBefore(own[from] as Count, rate)) from++
  let to = from
  while (to < own.length && !isBehind(own[to] as Count, rate)) to++
  const above = rate.sentence <= 1 && counts.surroundings.above !== null
  if (last && last.from === from && last.to === to && last.above === above) {
    last.index = rate.index
    return last.counts
  }
  const near = from === 0 && to === own.length ? own : own.slice(from, to)
  const others = above ? countsAbove(counts) : none
  const span = { index: rate.index, from, to, above, counts: others.length > 0 ? [...near, ...others] : near }
  counts.last = span
  return span.counts
}

const none: readonly Count[] = []

/** Whether a count of the passage stands too far before the rate. */
function isBefore({ figure, at }: Count, { sentence, index }: LocalFigure): boolean {
  return sentence - figure.sentence > 2 || index - at > reach.before
}

/** Whether a count of the passage stands too far behind the rate. */
function isBehind({ figure, at }: Count, { sentence, index }: LocalFigure): boolean {
  return figure.sentence - sentence > 1 || at - index >= reach.behind
}

function ownCounts({ prose }: Surroundings): readonly Count[] {
  const counts: Count[] = []
  for (const figure of prose.figures)
    if (isCount(figure)) counts.push(countOf(figure, prose, figure.index, 'own'))
  return counts
}

function countsAbove(counts: Counts): readonly Count[] {
  if (counts.above) return counts.above
  const { above, beside } = counts.surroundings
  const found: Count[] = []
  if (above) {
    const { figures } = above
    for (let at = Math.max(0, figures.length - reach.above); at < figures.length; at++) {
      const figure = figures[at] as LocalFigure
      if (isCount(figure))
        found.push(countOf(figure, above, at - figures.length, beside ? 'beside' : 'apart'))
    }
  }
  counts.above = found
  return found
}

function countOf(figure: LocalFigure, prose: Prose, at: number, passage: Count['passage']): Count {
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
    parts: null,
    essences: null,
    proceedings: null,
    ofNow: null,
  }
}

/**
 * How far a count is from the rate: 0 the same group of clauses, 1 the same sentence, 2 the sentence before, 3 the sentence behind,
 * 4 two sentences before, 5 the paragraph before.
 */
export function distanceOf({ figure, at }: Count, rate: LocalFigure): number {
  if (at < 0) return 5
  switch (figure.sentence - rate.sentence) {
    case 0:
      return figure.group === rate.group ? 0 : 1
    case -1:
      return 2
    case 1:
      return 3
    default:
      return 4
  }
}

/** The counts near the rate, the nearest first: by sentences, then those behind it after those before, then by characters. */
export function nearestFirst(counts: readonly Count[], rate: LocalFigure): readonly Count[] {
  let own = counts.length
  while (own > 0 && (counts[own - 1] as Count).at < 0) own--
  let behind = 0
  while (behind < own && (counts[behind] as Count).at < rate.index) behind++
  let before = behind - 1
  const nearest: Count[] = []
  while (before >= 0 || behind < own) {
    const left = before >= 0 ? counts[before] : undefined
    const right = behind < own ? counts[behind] : undefined
    if (left && (!right || distanceOf(left, rate) <= distanceOf(right, rate))) {
      nearest.push(left)
      before--
    } else {
      nearest.push(right as Count)
      behind++
    }
  }
  for (let at = counts.length - 1; at >= own; at--) nearest.push(counts[at] as Count)
  return nearest
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
