import { displayWidth } from './display-width.ts'
import {
  hasStrongLabel,
  hasWeakLabel,
  isDateLine,
  isFieldLine,
  isTabular,
  type Line,
  type LineEnd,
  lineEnd,
} from './line-signs.ts'
import {
  findWrap,
  inCharacters,
  insideMarks,
  isHeadingLike,
  narrowestWrap,
  overhang,
  slack,
} from './wrap-width.ts'

/** How the lines of a text are set: how wide, and what tells one paragraph from the next. */
interface Layout {
  readonly wrap: number
  readonly indented: boolean
  readonly spaced: boolean
}

/**
 * For each line whether a paragraph begins with it: which breaks are only the wrapping of a paragraph.
 *
 * Officials write one paragraph a line, and so do web pages. Texts out of mail, PDF and old editors are hard-wrapped:
 *
 *     　　2023年，青石镇办理行政处罚案件42件，办结率        54 columns: the line is full, the sentence goes on
 *     100%，无一件被撤销。                                  the last line of the paragraph
 *     　　一、主要做法                                      an indent and a label: a paragraph of its own
 *
 * A wrapped text shows itself: again and again a line breaks off inside a sentence (or inside a number, a bracket, a
 * title) at about the same width. Without that evidence no line of a plain text is joined to another.
 */
export function paragraphStarts(given: readonly Line[]): boolean[] {
  const found = findWrap(given)
  const starts = given.map(() => true)
  if (found === null) return starts
  const lines = found.unit === 'columns' ? given : given.map(inCharacters)
  const wrap = found.width
  let margin = Number.POSITIVE_INFINITY
  for (const line of lines) margin = Math.min(margin, line.indent)
  const layout: Layout = {
    wrap,
    indented: startsAreIndented(lines, wrap, margin),
    spaced: startsAreApart(lines, wrap),
  }
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.apart || line.indent > margin + 1) continue
    // A line far beyond the width is no part of the wrapped text, unless only blank lines part its paragraphs.
    if (line.width > wrap + (layout.spaced ? longest : overhang)) continue
    const before = lines[at - 1] as Line
    const isOutdented = starts[at - 1] === true && before.indent <= margin + 1
    starts[at] = !goesOn(line, before, layout, isOutdented)
  }
  return starts
}

/** Whether the line goes on with the paragraph of the one before it; `isOutdented` if that is a first line without an indent. */
function goesOn(line: Line, before: Line, { wrap, indented, spaced }: Layout, isOutdented: boolean): boolean {
  if (isTabular(line.text) || isTabular(before.text)) return false
  if (isOutdented && isFieldLine(before.text) && !/。/.test(before.text)) return false
  const room = wrap - before.width
  const end = lineEnd(before.text)
  const over = end === 'sentence' || end === 'clause'
  const free = over ? slack : spaced ? Math.max(slack + longWord, wrap / longTitle) : slack + longWord
  if (-room > (spaced ? longest : overhang) || room > free) return false
  const tight = room < widthOfFirst(line.text)
  const prose = isProse(before, wrap) && isProse(line, wrap)
  if (room > slack) return spaced && prose && !isHeadingLike(before.text) && !hasStrongLabel(line.text)
  if (hasStrongLabel(line.text) || isDateLine(line.text))
    return tight && !over && (indented || spaced) && !isHeadingLike(before.text) && prose
  if (over && !isProse(line, wrap)) return false
  // Where paragraphs are indented or apart, any other line goes on, whatever the full line before ends with.
  if (spaced || (indented && !isOutdented)) return true
  if (indented) return tight || (prose && insideMarks.test(before.text))
  return over ? tight && !hasWeakLabel(line.text) : tight || !isHeadingLike(before.text)
}

/** How far a line may go beyond the width where paragraphs stand apart: many digits, counted like Chinese characters. */
const longest = 12

/** A word that is never broken may leave so many more columns free. */
const longWord = 6

/** Between paragraphs that stand apart a title or document number that stays whole may leave a quarter of a line free. */
const longTitle = 4

/** Whether the line has marks or is full, as parts of a paragraph have or are; titles and signatures have none. */
function isProse({ text, width }: Line, wrap: number): boolean {
  return insideMarks.test(text) || width >= wrap - slack
}

/** The columns that must be free for the line to begin on the one before: a number or a word of letters stays whole. */
function widthOfFirst(text: string): number {
  return displayWidth(firstToken.exec(text)?.[0] ?? '')
}

const firstToken = /^(?:[A-Za-z\d.]+[%％]?|[（(《“‘「『〈【[]?[\s\S])[，。；：、）》”’」』〉】,;:!?！？\])]*/

/** Whether most lines behind the last line of a paragraph are indented: then the others are not starts of paragraphs. */
function startsAreIndented(lines: readonly Line[], wrap: number, margin: number): boolean {
  let ends = 0
  let indented = 0
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before !== undefined && (before.width >= wrap - slack || before.width < narrowestWrap / 2)) return
    ends++
    if (line.indent > margin + 1) indented++
  })
  return indented > 1 && indented >= ends * 0.6
}

/** Whether most lines behind the last line of a paragraph stand behind a blank line: then the others begin none. */
function startsAreApart(lines: readonly Line[], wrap: number): boolean {
  let ends = 0
  let apart = 0
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before === undefined || before.width >= wrap - slack) return
    ends++
    if (line.apart) apart++
  })
  return apart > 1 && apart >= ends * 0.6
}

/** For each line of one Markdown paragraph whether an official paragraph begins with it: joined unless it speaks against. */
export function paragraphStartsInMarkdown(given: readonly Line[]): boolean[] {
  const found = findWrap(given)
  const lines = found?.unit === 'characters' ? given.map(inCharacters) : given
  const wrap = found?.width ?? null
  let widest = 0
  for (const line of lines) widest = Math.max(widest, line.width)
  return lines.map((line, at) => {
    if (at === 0 || line.apart) return true
    const before = lines[at - 1] as Line
    if (line.indent > 0 || beginsAnew(line, before)) return true
    if (isFieldLine(line.text) && isFieldLine(before.text)) return true
    const end = lineEnd(before.text)
    if (hasWeakLabelBehind(line, end)) return true
    if (end === 'comma') return false
    if (end === 'open')
      return (before.width < widest - slack || isOrganLike(before.text, line.text)) && standsAlone(before)
    return wrap === null || before.width < wrap - 3 || (end === 'clause' && before.width < wrap - 1)
  })
}

/** Whether both lines end as names of organs do: the signatures of a joint report, one below the other. */
function isOrganLike(before: string, line: string): boolean {
  return before.length <= 24 && line.length <= 24 && organEnd.test(before) && organEnd.test(line)
}

const organEnd = /(?:政府|委员会|党委|工委|办事处|办公室|管委会|[局厅])$/

/** Something counted between marks: a sentence, however short its line is. */
const counted = /\d[万亿]?(?!年)[一-鿿%％][^、，]{0,12}[、，]|[、，][^、，]{0,12}\d[万亿]?(?!年)[一-鿿%％]/

/** Whether a line of Markdown that ends with no mark is a title, a heading or a signature rather than half a sentence. */
function standsAlone({ text, width }: Line): boolean {
  if (/[\w.,;:!?)]$/.test(text)) return false
  if (counted.test(text)) return false
  return isHeadingLike(text) || !insideMarks.test(text) || (width < narrowestWrap && !/[。；：]/.test(text))
}

/** Whether the line cannot be the rest of the one before, however full that is. */
function beginsAnew(line: Line, before: Line): boolean {
  if (hasStrongLabel(line.text) || isDateLine(line.text)) return true
  return isTabular(line.text) || isTabular(before.text)
}

/** Whether the line counts on (二是) behind a line that ends a sentence or a clause. */
function hasWeakLabelBehind(line: Line, end: LineEnd): boolean {
  return (end === 'sentence' || end === 'clause') && hasWeakLabel(line.text)
}
