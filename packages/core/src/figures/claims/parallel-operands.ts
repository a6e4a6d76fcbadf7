import type { Prose } from '../prose.ts'
import { type Count, divisible } from './counts.ts'
import type { LocalFigure } from './local-claim.ts'
import { noOthers, type Operands, side } from './operands.ts'
import type { Rate } from './rate-data.ts'
import { type RatePhrase, runOf } from './rate-phrase.ts'
import { fits } from './ratio-verdict.ts'

/** Counts of one clause, as many of one unit as there are rates: `304人和172人`. */
interface List {
  readonly items: readonly Count[]
  /** What its first item is to the rate: the words before 分别 belong to all of them. */
  readonly part: Count['part']
}

/**
 * The numbers of one rate of a 分别 list: the two lists of the same length before it, taken in parallel.
 *
 *     参加培训的分别为320人和185人 ， 合格的分别为304人和172人 ， 合格率分别为95%、93%
 *                     ^bases                       ^parts                   ^rates
 */
export function parallelOperands(
  counts: readonly Count[],
  rate: LocalFigure,
  phrase: RatePhrase,
  known: Rate,
): Operands | null {
  const lists = listsOf(counts, phrase.count)
  const before = lists.filter(({ items }) => (items[0] as Count).at < rate.index).slice(-3)
  const parts = before.findLast(({ part }) => part === 'part')
  const bases =
    before.findLast((list) => list !== parts && list.part === 'whole') ??
    before.findLast((list) => list !== parts && list.part !== 'part' && list.part !== 'open')
  const part = parts?.items[phrase.nth]
  const base = bases ? bases.items[phrase.nth] : parts && rowBefore(counts, parts)[phrase.nth]
  if (!part || !base || !divisible(part.figure, base.figure)) return null
  return {
    reading: { part: side(part), base: side(base) },
    others: noOthers,
    sample: known.sample && bases?.part !== 'whole',
    atMost100: known.atMost100,
    certainty: 'sure',
  }
}

/**
 * The same without any word of the rate's data: the last two lists before the rates, if by them some other rate of the list is
 * right.
 *
 *     工伤认定386件、劳动能力鉴定152件 ， 作出结论的分别为371件、139件 ， 办结率分别是96.1%、94.1%
 *     ^bases                              ^parts                            ^proves it ^is wrong
 */
export function provenOperands(
  counts: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Operands | null {
  const before = listsOf(counts, phrase.count).filter(({ items }) => (items[0] as Count).at < rate.index)
  const [bases, parts] = before.slice(-2)
  const part = parts?.items[phrase.nth]
  const base = bases?.items[phrase.nth]
  if (!bases || !parts || !part || !base || !divisible(part.figure, base.figure)) return null
  const proven = runOf(prose, rate).some((other, nth) => {
    const [itsPart, itsBase] = [parts.items[nth], bases.items[nth]]
    if (other === rate || !itsPart || !itsBase) return false
    return fits({ part: side(itsPart), base: side(itsBase) }, other, false)
  })
  if (!proven) return null
  const reading = { part: side(part), base: side(base) }
  return { reading, others: noOthers, sample: false, atMost100: true, certainty: 'sure' }
}

/** 建议73件，提案88件，分别办结70件、86件: the counts of one sentence right before the parts, as many as these, each in its own clause. */
function rowBefore(counts: readonly Count[], { items }: List): readonly Count[] {
  const first = items[0] as Count
  const row = counts.filter(({ at }) => at < first.at && at >= first.at - items.length)
  const inOrder = row.every(
    ({ figure, part }) =>
      figure.sentence === first.figure.sentence &&
      part !== 'part' &&
      part !== 'open' &&
      divisible(figure, first.figure),
  )
  return inOrder &&
    row.length === items.length &&
    new Set(row.map(({ figure }) => figure.clause)).size === row.length
    ? row
    : []
}

function listsOf(counts: readonly Count[], length: number): List[] {
  const clauses = new Map<string, Count[]>()
  for (const count of counts) {
    const key = `${count.at < 0} ${count.figure.clause} ${count.figure.unit.name}`
    const list = clauses.get(key)
    if (list) list.push(count)
    else clauses.set(key, [count])
  }
  return [...clauses.values()]
    .filter((items) => items.length === length)
    .map((items) => ({ items, part: (items[0] as Count).part }))
}
