import type { Prose } from '../prose.ts'
import { partOf } from './count-part.ts'
import { type Count, divisible, type Part } from './counts.ts'
import type { LocalFigure } from './local-claim.ts'
import { noOthers, type Operands, side, sure } from './operands.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { runOf } from './rate-run.ts'
import { fits } from './ratio-verdict.ts'
import type { SoughtRate } from './sought-rate.ts'

/** Counts of one clause, as many of one unit as there are rates: `304人和172人`. */
type List = readonly Count[]

/**
 * The numbers of one rate of a 分别 list: the two lists of the same length before it, taken in parallel.
 *
 *     参加培训的分别为320人和185人 ， 合格的分别为304人和172人 ， 合格率分别为95%、93%
 *                     ^bases                       ^parts                   ^rates
 */
export function parallelOperands(sought: SoughtRate): Operands | null {
  const { counts, rate, phrase, known, ofSuccess } = sought
  // What its first item is to the rate: the words before 分别 belong to all of them.
  const partIn = ([first]: List): Part | null => partOf(first as Count, known, ofSuccess)
  const before = listsOf(counts, phrase.count)
    .filter(([first]) => (first as Count).at < rate.index)
    .slice(-3)
  const parts = before.findLast((list) => partIn(list) === 'part')
  const bases =
    before.findLast((list) => list !== parts && partIn(list) === 'whole') ??
    before.findLast((list) => list !== parts && partIn(list) !== 'part' && partIn(list) !== 'open')
  const part = parts?.[phrase.nth]
  const base = bases ? bases[phrase.nth] : parts && rowBefore(sought, parts)[phrase.nth]
  if (!part || !base || !divisible(part.figure, base.figure)) return null
  return {
    reading: { part: side(part), base: side(base) },
    others: noOthers,
    sample: known.sample && !(bases && partIn(bases) === 'whole'),
    atMost100: known.atMost100,
    certainty: sure,
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
  const before = listsOf(counts, phrase.count).filter(([first]) => (first as Count).at < rate.index)
  const [bases, parts] = before.slice(-2)
  const part = parts?.[phrase.nth]
  const base = bases?.[phrase.nth]
  if (!bases || !parts || !part || !base || !divisible(part.figure, base.figure)) return null
  const proven = runOf(prose, rate).some((other, nth) => {
    const [itsPart, itsBase] = [parts[nth], bases[nth]]
    if (other === rate || !itsPart || !itsBase) return false
    return fits({ part: side(itsPart), base: side(itsBase) }, other, false)
  })
  if (!proven) return null
  const reading = { part: side(part), base: side(base) }
  return { reading, others: noOthers, sample: false, atMost100: true, certainty: sure }
}

/** 建议73件，提案88件，分别办结70件、86件: the counts of one sentence right before the parts, as many as these, each in its own clause. */
function rowBefore({ counts, known, ofSuccess }: SoughtRate, parts: List): List {
  const first = parts[0] as Count
  const row = counts.filter(({ at }) => at < first.at && at >= first.at - parts.length)
  const inOrder = row.every((count) => {
    if (count.figure.sentence !== first.figure.sentence || !divisible(count.figure, first.figure))
      return false
    const part = partOf(count, known, ofSuccess)
    return part !== 'part' && part !== 'open'
  })
  return inOrder &&
    row.length === parts.length &&
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
  return [...clauses.values()].filter((list) => list.length === length)
}
