import { hasAny, sentenceAround } from '../../prose/term-context.ts'
import { titleAround, titlesOf } from '../../prose/term-titles.ts'
import type { BlockShape } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'

/** Whether the stretch is only a part of a quoted title: what a cited document is called is not the writer's choice. */
export function insideTitle(shape: BlockShape, from: number, to: number): boolean {
  return titledAs(shape, from, to) === 'part'
}

const country = '中华人民共和国'
const note = /^\([^()]{0,20}\)?$/

/**
 * Whether the stretch is part of a quoted title, or the `whole` of one: 《…》, with 中华人民共和国 before it or （2021年修订） behind
 * it at most. Null if it stands in no title.
 */
export function titledAs(shape: BlockShape, from: number, to: number): 'part' | 'whole' | null {
  const title = titleAround(titlesOf(shape), from, to)
  if (title === null) return null
  if (title.depth > 0) return 'part'
  const { folded } = shape
  const isFirst = title.from === from || folded.slice(title.from, from) === country
  return isFirst && (title.to === to || note.test(folded.slice(to, title.to))) ? 'whole' : 'part'
}

/** The folded text right before the stretch, without an opening 《, quotation mark or 中华人民共和国. */
export function textBefore(shape: BlockShape, from: number, length: number): string {
  let end = from
  if (shape.folded.endsWith(country, end)) end -= country.length
  while (end > 0 && isOpening(shape.folded.charCodeAt(end - 1))) end--
  return shape.folded.slice(Math.max(0, end - length), end)
}

/** Whether the unit is an opening mark: 《 〈 “ " ' ‘ */
function isOpening(unit: number): boolean {
  return (
    unit === 0x300a || unit === 0x3008 || unit === 0x201c || unit === 0x22 || unit === 0x27 || unit === 0x2018
  )
}

/** Whether the sentence round the stretch holds one of the words. */
export function sentenceHas(shape: BlockShape, at: number, words: readonly string[]): boolean {
  return hasAny(shape.folded, sentenceAround(shape.folded, at), words)
}

const longestClause = 40
const clauseMarks = new Set([...',;。!?:\n'].map((mark) => mark.charCodeAt(0)))

/** Whether the clause round the stretch, between the marks next to it, holds one of the words. */
export function clauseHas(
  { folded }: BlockShape,
  from: number,
  to: number,
  words: readonly string[],
): boolean {
  let start = from
  while (start > 0 && from - start < longestClause && !clauseMarks.has(folded.charCodeAt(start - 1))) start--
  let end = to
  while (end < folded.length && end - to < longestClause && !clauseMarks.has(folded.charCodeAt(end))) end++
  return hasAny(folded, { from: start, to: end }, words)
}

const namedYear = /(?:19|20)\d\d(?=年|[-—–~至])/g

/** Years named in the sentence round the stretch, outside of titles and of the stretch itself: 2019年, 2019—2020年. */
export function sentenceYears(shape: BlockShape, from: number, to: number): number[] {
  const sentence = sentenceAround(shape.folded, from)
  const around = `${shape.folded.slice(sentence.from, from)} ${shape.folded.slice(to, Math.max(to, sentence.to))}`
  const outside = around.replace(/《[^《》]*(?:》|$)|^[^《》]*》/g, ' ')
  return matchesIn(outside, namedYear).map((hit) => Number(hit[0]))
}
