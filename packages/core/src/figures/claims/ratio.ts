import type { FigureContext, FindClaims, Passage } from '../context.ts'
import { add, type Interval, total } from '../interval.ts'
import type { Claim, Figure } from '../ledger.ts'
import { labelFrom, labelOf } from './label.ts'
import type { Rate } from './rate-data.ts'
import { type Count, classified, countsNear, divisible } from './rate-operands.ts'
import { type RatePhrase, ratePhrase, runOf } from './rate-phrase.ts'
import { type Allowances, judgeRatio, type RatioVerdict, tellShare } from './ratio-verdict.ts'
import { shareOperands } from './share-operands.ts'
import { makesExactlyHundred, shareSets } from './share-set.ts'
import { fitsTopic } from './topic.ts'

/** A rate with the numbers that it is made of. */
export interface Operands {
  readonly part: Count
  readonly base: Count
  /** Further counts above the line, where several kinds of case make the part together. */
  readonly more: readonly Count[]
  readonly allow: Allowances
  readonly carried: Count | null
  /** Whether the words leave no doubt that these are the rate's own numbers. */
  readonly sure: boolean
}

/** Finds every rate whose two numbers are told and recomputes it. */
export const ratios: FindClaims = (context) => {
  const claims: Claim[] = []
  const bent = bentFigures(context)
  for (const passage of context.passages) {
    for (const rate of passage.figures) {
      if (!isRate(rate)) continue
      const phrase = ratePhrase(passage, rate, context.data)
      if (!phrase) continue
      const operands = operandsOf(context, passage, rate, phrase)
      const claim = operands ? ratioClaim(passage, rate, phrase, operands, bent.has(rate.index)) : null
      if (claim) claims.push(claim)
    }
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

/** Whether a figure is a percentage that tells a result. */
export function isRate(figure: Figure): boolean {
  return (figure.unit.kind === 'percent' || figure.unit.kind === 'permille') && figure.role === 'result'
}

/** The numbers that the rate is made of; null if they are not surely told. */
export function operandsOf(
  context: FigureContext,
  passage: Passage,
  rate: Figure,
  phrase: RatePhrase,
): Operands | null {
  if (phrase.kind !== 'named') return shareOperands(context, passage, rate, phrase)
  const known = phrase.rate ?? rateOfStem(phrase.name)
  if (known.part === undefined) return null
  const counts = classified(countsNear(context, passage, rate), known)
  if (phrase.count > 1) return parallel(counts, passage, rate, phrase, known)
  return paired(counts, passage, rate, phrase, known)
}

/** An unknown rate, from its own name: 挂牌率 has 挂牌 above the line and what 应挂牌 or is told before it below. */
function rateOfStem(name: string): Rate {
  const stem = name.slice(-3, -1)
  return { names: [name], part: [stem], whole: [`应${stem}`, `应当${stem}`, `需${stem}`], base: [] }
}

/** The nearest part, and its base: the surest words first. */
function paired(
  counts: readonly Count[],
  passage: Passage,
  rate: Figure,
  phrase: RatePhrase,
  known: Rate,
): Operands | null {
  const near = (part: Count['part'], farthest: number): Count[] =>
    counts
      .filter((count) => count.part === part && count.distance <= farthest)
      .sort((a, b) => remoteness(a, rate, passage) - remoteness(b, rate, passage))
  const parts = near('part', 3)
  const part = parts[0]
  if (!part) return null
  const fits = (base: Count): boolean =>
    base.figure !== part.figure && divisible(base.figure, part.figure) && fitsTopic(phrase, part, base, known)
  const whole = near('whole', 5).find(fits)
  const named = near('base', 5).find(fits)
  const enclosing = wholeOf(counts, part, known)
  const base =
    whole ?? (enclosing && named && encloses(enclosing, named, part) ? enclosing : named) ?? enclosing
  if (!base) return null
  const carried = near('carried', 2).find((count) => divisible(count.figure, base.figure)) ?? null
  const leftOut = near('left-out', 1).filter((count) => divisible(count.figure, base.figure))
  const more = parts
    .slice(1)
    .filter(
      (other) =>
        other.figure.sentence === part.figure.sentence &&
        other.passage === part.passage &&
        divisible(other.figure, part.figure),
    )
  return {
    part,
    base,
    more,
    carried,
    sure: base.part !== null || phrase.rate !== null,
    allow: {
      carried: carried ? carried.figure.interval : null,
      leftOut: leftOut.length > 0 ? total(leftOut.map((count) => count.figure.interval)) : null,
      sample: known.sample === true && base.part !== 'whole',
      atMost100: known.atMost100 !== false,
      bent: false,
    },
  }
}

/** How far a count is from its rate: by sentences, then behind it after before it, then by characters. */
function remoteness(count: Count, rate: Figure, passage: Passage): number {
  const { figure, distance } = count
  const same = count.passage === passage
  const behind = same && figure.place.from > rate.place.from
  const gap = same
    ? Math.abs(figure.place.from - rate.place.from)
    : passage.text.length + count.passage.text.length - figure.place.from
  return (distance === 3 ? 2.5 : distance) * 1e6 + (behind ? 5e5 : 0) + Math.min(gap, 4e5)
}

/** The count of which the part is told as 其中, or which stands before it with 中: its whole by grammar. */
function wholeOf(counts: readonly Count[], part: Count, known: Rate): Count | undefined {
  let best: Count | undefined
  for (const count of counts) {
    if (
      count.passage !== part.passage ||
      count.figure.place.from >= part.figure.place.from ||
      count.part === 'part'
    )
      continue
    if (count.part !== null && count.part !== 'base' && count.part !== 'whole') continue
    if (!divisible(count.figure, part.figure) || part.figure.sentence - count.figure.sentence > 1) continue
    const between = part.passage.text.slice(count.figure.place.to, part.figure.place.from)
    if (between.length > 80 || !/其中|^[^,。;]{0,16}中[,,]/.test(between)) continue
    if (known.sample && between.includes('其中')) continue
    best = count
  }
  return best
}

/** Whether the whole by grammar stands nearer to the part than the base by words: then it is the base. */
function encloses(enclosing: Count, named: Count, part: Count): boolean {
  return enclosing.passage === named.passage
    ? enclosing.figure.place.from >= named.figure.place.from &&
        named.figure.place.from < part.figure.place.from
    : enclosing.passage === part.passage
}

/** 合格率分别为95%、93%: the two lists of the same length before it, taken in parallel. */
function parallel(
  counts: readonly Count[],
  passage: Passage,
  rate: Figure,
  phrase: RatePhrase,
  known: Rate,
): Operands | null {
  const lists = listsOf(counts, phrase.count, passage)
  const rated = lists.filter(({ items }) => (items[0] as Count).figure.place.from < rate.place.from).slice(-3)
  const parts = rated.findLast(({ part }) => part === 'part')
  const bases =
    rated.findLast((list) => list !== parts && list.part === 'whole') ??
    rated.findLast((list) => list !== parts && list.part !== 'part')
  const part = parts?.items[phrase.nth]
  const base = bases?.items[phrase.nth]
  if (!part || !base || !divisible(part.figure, base.figure)) return null
  return {
    part,
    base,
    more: [],
    carried: null,
    sure: true,
    allow: {
      carried: null,
      leftOut: null,
      sample: known.sample === true && bases?.part !== 'whole',
      atMost100: known.atMost100 !== false,
      bent: false,
    },
  }
}

/** The counts of one clause, if there are exactly as many of one unit as the rates: one list. Its first item tells its part. */
function listsOf(
  counts: readonly Count[],
  length: number,
  passage: Passage,
): { items: readonly Count[]; part: Count['part'] }[] {
  const clauses = new Map<string, Count[]>()
  for (const count of counts) {
    if (count.passage !== passage && count.distance !== 5) continue
    const key = `${count.passage.index} ${count.figure.clause} ${count.figure.unit.name}`
    const list = clauses.get(key)
    if (list) list.push(count)
    else clauses.set(key, [count])
  }
  return [...clauses.values()]
    .filter((items) => items.length === length)
    .map((items) => ({ items, part: (items[0] as Count).part }))
}

/** The claim with its verdict; null if the numbers do not surely belong to the rate and do not agree with it. */
export function ratioClaim(
  passage: Passage,
  rate: Figure,
  phrase: RatePhrase,
  operands: Operands,
  bent: boolean,
): Claim | null {
  const { part, base, carried, more, sure } = operands
  const allow: Allowances = { ...operands.allow, bent }
  let verdict: RatioVerdict = judgeRatio(part.figure.interval, base.figure.interval, rate, allow)
  if (verdict.verdict !== 'consistent' && more.length > 0) {
    const together = total([part, ...more].map((count) => count.figure.interval))
    if (judgeRatio(together, base.figure.interval, rate, allow).verdict === 'consistent')
      verdict = { verdict: 'consistent', variant: null }
  }
  if (verdict.verdict === 'inconsistent' && !sure) return null
  const told = (count: Count): string => labelOf(count.passage, count.figure)
  const denominator: Interval = carried
    ? add(base.figure.interval, carried.figure.interval)
    : base.figure.interval
  const baseText = carried ? `（${told(carried)}＋${told(base)}）` : told(base)
  const printed = passage.block.shape.text.slice(rate.place.from, rate.place.to)
  const run = runOf(passage, rate)
  const from = run.length > 1 && run[0] !== rate ? rate.place.from : Math.min(phrase.from, rate.place.from)
  const arithmetic = `${told(part)}÷${baseText}${tellShare(part.figure.interval, denominator, rate)}，文中为“${printed}”`
  const counts = carried ? [part, base, carried] : [part, base]
  return {
    kind: 'ratio',
    rule: 'figures/ratio',
    verdict: verdict.verdict,
    place: { block: passage.block, from, to: rate.place.to },
    operands: [
      { figure: part.figure.index, role: 'part' },
      { figure: base.figure.index, role: 'base' },
      ...(carried ? [{ figure: carried.figure.index, role: 'carried' }] : []),
      { figure: rate.index, role: 'result' },
    ],
    arithmetic,
    variant: verdict.variant,
    data: { name: nameOf(phrase, printed) },
    evidence: counts.map((count) => ({
      place: {
        block: count.passage.block,
        from: labelFrom(count.passage, count.figure),
        to: count.figure.place.to,
      },
      label: told(count),
    })),
  }
}

function nameOf(phrase: RatePhrase, printed: string): string {
  return phrase.kind === 'named' ? phrase.name : printed
}
