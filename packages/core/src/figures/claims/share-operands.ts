import type { Prose } from '../prose.ts'
import { type Count, distanceOf, divisible, inOnePassage } from './counts.ts'
import type { LocalFigure } from './local-claim.ts'
import { less, noOthers, type Operands, side, sure, together } from './operands.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { sharesPair } from './topic.ts'

function pair(counts: readonly Count[], part: Count, base: Count, atMost100: boolean): Operands {
  const list = listUpTo(counts, part, base)
  return {
    reading: { part: side(part), base: side(base) },
    others: () =>
      list.length > 1 ? { also: [{ part: together(list), base: side(base) }], unusual: [] } : noOthers(),
    sample: false,
    atMost100,
    certainty: sure,
  }
}

/** 省级19个、市级64个，占152个村的54.6%: the counts of the list that ends with the part, the whole left out. */
function listUpTo(counts: readonly Count[], part: Count, base: Count): readonly Count[] {
  const { text } = part.prose
  const list = [part]
  const own = counts.filter((count) => inOnePassage(count, part) && count.at < part.at)
  for (let at = own.length - 1; at >= 0; at--) {
    const count = own[at] as Count
    const next = list[0] as Count
    const between = text.slice(count.figure.to, next.figure.from)
    if (count.at === base.at || !divisible(count.figure, part.figure)) break
    if (!/^[^,。;]{0,12}[、和及与,][^,。;]{0,16}$/.test(between)) break
    list.unshift(count)
  }
  return list
}

const scope = /全[国省市州县区镇乡]|我[省市州县区镇乡]/g

/**
 * The numbers of a share: what stands before 占, and the whole that 占 names or that 其中 refers to.
 *
 *     全年办理案件 1874件 ， … 不予处罚 312件 ， 占 全部处罚案件 的 16.6%
 *                  ^whole              ^part        ^names the whole
 */
export function shareOperands(
  counts: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Operands | null {
  if (phrase.kind === 'of') return ofOperands(counts, prose, rate, phrase)
  const part = partBefore(counts, prose, rate, phrase)
  if (!part) return null
  const wholes = counts.filter(
    (count) => count.at < part.at && divisible(count.figure, part.figure) && count.figure.role === 'result',
  )
  const named = phrase.base === '' ? undefined : wholeByName(wholes, rate, phrase)
  // 运送乘客38.4万人次，其中老年人12.9万人次，占客运总量的33.6%: in other words, the whole of 其中.
  const other =
    phrase.base === '' || (part.figure.qualifiers.part && /^[^全我]*总[量数额]$/.test(phrase.base))
  const base = named ?? (other ? wholeByGrammar(wholes, part) : undefined)
  if (!base) return null
  return pair(counts, part, base, true)
}

/**
 * `占全部办件量11.06万件的76%`: the base stands between 占 and the rate, the part before 占. Of several rates of one base each has its own part:
 * 完成38.7亿元，全年完成43.1亿元，分别为预算44亿元的88.0%和98.0%.
 */
function ofOperands(
  counts: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  { nth, count }: RatePhrase,
): Operands | null {
  const last = rate.index - nth - 1
  const parallel = count > 1 && areInRow(prose, last + 1 - count, last)
  const base = ownCount(counts, parallel ? last + 1 - count + nth : last)
  const part = ownCount(counts, (parallel ? last - count : last) - (count - nth))
  if (!base || !part || part.figure.sentence !== rate.sentence || !divisible(part.figure, base.figure))
    return null
  const link = prose.text.slice(part.figure.to, base.figure.from)
  if (
    link.length > 40 ||
    !/占|完成|达到?了?|相当于|仅为|仅占|为[^,。;]{0,8}(?:计划|任务|目标|预算|上年|去年)/.test(link)
  )
    return null
  if (/超额|超出|超过/.test(link)) return beyondPlan(part, base)
  return pair(counts, part, base, link.includes('占'))
}

/** 3800人、900人的108.6%和115.2%: whether nothing but 、 or 和 stands between the figures from one position to the other. */
function areInRow({ text, figures }: Prose, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const [one, next] = [figures[at], figures[at + 1]]
    if (!one || !next || !/^[、和与及]$/.test(text.slice(one.to, next.from))) return false
  }
  return from >= 0
}

/** 2.7万亩，超额完成2.4万亩任务的12.5%: by how much it goes beyond, or how much of it was done. */
function beyondPlan(part: Count, base: Count): Operands {
  return {
    reading: { part: less(side(part), [base]), base: side(base) },
    others: () => ({ also: [{ part: side(part), base: side(base) }], unusual: [] }),
    sample: false,
    atMost100: false,
    certainty: sure,
  }
}

/** The count that is the figure at that position of the rate's passage. */
function ownCount(counts: readonly Count[], at: number): Count | undefined {
  return at < 0 ? undefined : counts.find((count) => count.at === at)
}

const skipped = /同比|环比|增长|下降|提高|增加|减少|上升/

/** The count that the share speaks of: the one right before 占, or the one that the words before 占 name. */
function partBefore(
  counts: readonly Count[],
  prose: Prose,
  rate: LocalFigure,
  phrase: RatePhrase,
): Count | undefined {
  if (phrase.object !== '' && phrase.object.length >= 2) {
    const named = counts.find(
      (count) =>
        count.figure.from < rate.from && distanceOf(count, rate) <= 1 && count.words.includes(phrase.object),
    )
    if (named) return named
    // 通过移动端提交16万件，移动端办理占比82%: the count right before it, if it shares a word.
    const before = ownCount(counts, rate.index - 1)
    return before && distanceOf(before, rate) === 0 && sharesPair(phrase.object, before.words)
      ? before
      : undefined
  }
  let at = rate.index - 1 - phrase.nth
  for (let steps = 0; steps < 3 && at >= 0; steps++, at--) {
    const figure = prose.figures[at] as LocalFigure
    if (figure.sentence !== rate.sentence || figure.group !== rate.group) return undefined
    const count = ownCount(counts, at)
    if (count) return phrase.count === 1 && rate.clause - figure.clause <= 2 + steps ? count : undefined
    if (!skipped.test(prose.text.slice(figure.leadFrom, figure.from))) return undefined
  }
  return undefined
}

/** 200件，其中网络申请112件: the count before 其中, or before 中; it stays the whole for all parts of the list. */
function wholeByGrammar(wholes: readonly Count[], part: Count): Count | undefined {
  const { text } = part.prose
  const candidates = wholes.filter(
    (count) => inOnePassage(count, part) && part.figure.sentence - count.figure.sentence <= 1,
  )
  for (const count of candidates.reverse()) {
    const between = text.slice(count.figure.to, part.figure.from)
    if (between.length > 200) return undefined
    const marker =
      /其中|^[^,。;、]{0,12}(?:\([^)]*\))?[中里内][,有]|^[^,。;、]{0,12}[,][^。;]{0,30}的有?$|^[^,。;、]{0,12},(?:已经?|现|目前)?有$|^[^,。;、]{0,12}(?:已|有)[^,。;、]{0,10}$/.exec(
        between,
      )
    if (!marker) continue
    const own = wholes.filter((other) => inOnePassage(other, part) && other.figure.from > count.figure.to)
    // 其中 refers to the last count before it, not to an earlier one.
    if (own.some((other) => other.figure.to <= count.figure.to + marker.index)) continue
    return count
  }
  return undefined
}

/** Whether the words hold the noun, or all its characters in order and its head whole: 在册对象 in 在册社区矫正对象. */
function isNamedIn(noun: string, words: string): boolean {
  if (words.includes(noun)) return true
  if (noun.length < 4) return false
  const head = words.lastIndexOf(noun.slice(-2))
  let from = 0
  for (const character of noun.slice(0, -2)) {
    const at = words.indexOf(character, from)
    if (at === -1 || at >= head) return false
    from = at + 1
  }
  return head !== -1
}

/** 占全部处罚案件的: the count whose own words name the same thing, in the same place. */
function wholeByName(wholes: readonly Count[], rate: LocalFigure, phrase: RatePhrase): Count | undefined {
  const base = phrase.base.replace(
    /(?:总数|总量|总人数|总件数|总额|总户数|人数|户数|件数|次数|数量|数|的)+$/,
    '',
  )
  const scopes = [...phrase.base.matchAll(scope)].map(([word]) => word)
  const noun = base.replace(scope, '').replace(/(?<=..)人口$/, '人')
  if (noun.length < 2) return undefined
  return wholes
    .filter(({ words, prose, figure }) => {
      if (!isNamedIn(noun, words)) return false
      if (scopes.length === 0) return true
      const sentenceFrom = prose.scanned.sentences[figure.sentence]
      const sentence = prose.text.slice(sentenceFrom, figure.from)
      return scopes.every((word) => sentence.includes(word)) || words.includes(scopes[0] as string)
    })
    .sort((a, b) => distanceOf(a, rate) - distanceOf(b, rate) || b.figure.from - a.figure.from)[0]
}
