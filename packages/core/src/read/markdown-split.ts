import type { ChunkSpan } from './chunk.ts'
import { frontMatterEnd } from './front-matter.ts'
import { denseMarks, isTooDense } from './markdown-dense.ts'
import { nextOf } from './next-of.ts'

const signApart = /\[(?:[\s>]+\^|\^[^\s[\]>]+[\s>]+\])/

/**
 * Whether a label breaks off before `^` somewhere, or before its end (`[^1 ]: 注`):
 *
 *     正文[^1]。
 *         ~~~~       a footnote, or a link to what is defined below?
 *     [
 *     ^1]: 注
 *
 * It defines a link of the name that a footnote would have. Which of the two a reference is then depends on what was
 * defined before it in the same parse, so such a draft is parsed as a whole.
 */
export function isIndivisible(text: string): boolean {
  return text.includes('[') && signApart.test(text) && !isTooDense(text)
}

/**
 * Splits Markdown into chunks at blank lines.
 *
 * A group of lines between blank lines is *plain* if it holds nothing but headings and paragraphs in column 0 without a
 * character that could be markup:
 *
 *     ## 二、存在的问题            plain: a heading line ends what was before it, whatever that was
 *     部分单位重视不够。           plain: no character of `specials`, no first character that could begin a block
 *                                 blank
 *     - 执法力量**不足**           marked: and so is all that may belong to it,
 *                                 up to the next plain group
 *       需要补充                   (indented: it could be the same item)
 *                                 blank
 *     > 摘自年度计划               marked, and apart from what is above: not indented, and no item
 *                                 blank
 *     二是人员偏少。               plain again: after a blank line an unindented line closes every list and quote
 *
 * Only a fence and some HTML at top level run on over blank lines and plain text; they are followed to their end here;
 * where it is not certain that they end, the rest of the draft is one chunk.
 */
export function splitMarkdown(text: string, from: number, stop: (boundary: number) => boolean): ChunkSpan[] {
  const spans: ChunkSpan[] = []
  const marks = markFinder(text)
  let at = from
  if (at === 0) {
    const matter = frontMatterEnd(text)
    if (matter > 0) {
      const end = lineAfter(text, matter)
      spans.push({ start: 0, end, kind: 'front-matter' })
      at = end
    }
  }
  if (from === 0 && isIndivisible(text)) {
    if (at < text.length) spans.push({ start: at, end: text.length, kind: 'marked' })
    return spans
  }
  let start = at
  let marked = false
  let open: RegExp | null = null
  while (at < text.length) {
    if (start === at && at > from && stop(at)) break
    const group = scanGroup(text, at, marks, open)
    const kind = open === null && group.open === null && isDense(text, at, group) ? 'dense' : group.kind
    if (marked && (kind !== 'marked' || (open === null && beginsAnew(text, at)))) {
      spans.push({ start, end: at, kind: 'marked' })
      start = at
      marked = false
      continue
    }
    open = group.open
    at = group.end
    if (kind === 'marked') {
      marked = true
      continue
    }
    spans.push({ start, end: at, kind })
    start = at
  }
  if (marked) spans.push({ start, end: at, kind: 'marked' })
  return spans
}

/**
 * Whether the group that begins here has nothing to do with the one above: its first line is not indented, and no item of a
 * list. Every quote and table is a chunk of its own so; a list over blank lines is one.
 */
function beginsAnew(text: string, at: number): boolean {
  return !mayGoOn.test(text.charAt(at))
}

const mayGoOn = /[\s\d*+-]/

function isDense(text: string, from: number, { end, kind }: Group): boolean {
  return kind === 'marked' && end - from > denseMarks && isTooDense(text.slice(from, end))
}

interface Group {
  readonly end: number
  readonly kind: 'plain' | 'bracketed' | 'marked'
  /** What would close the block that is open at the end of the group; null if none is. */
  readonly open: RegExp | null
}

/** Reads the lines up to the next blank line, and the blank lines behind them. */
function scanGroup(text: string, from: number, marks: MarkFinder, openBefore: RegExp | null): Group {
  let at = from
  let open = openBefore
  let kind: Group['kind'] = open === null ? 'plain' : 'marked'
  let seen = false
  while (at < text.length) {
    const start = lineBehindBlanks(text, at)
    // Blank lines at the very start of a draft belong to its first group.
    if (seen && start > at) return { end: start, kind, open }
    const end = lineEndAt(text, start)
    if (start === text.length) return { end, kind, open }
    if (open !== null) {
      if (open.test(text.slice(start, end))) open = null
    } else if (kind === 'marked') {
      if (opened(text.slice(start, end).replace(containers, '')) !== null) open = never
    } else if (isPlainLine(text, start, end, marks)) {
      if (marks.hasBracket(start, end)) kind = 'bracketed'
    } else {
      // Behind nothing but plain lines, a fence in column 0 is surely one of the top level.
      kind = 'marked'
      const line = text.slice(start, end)
      open = opened(line.replace(containers, ''))
      if (open !== null && (text.charCodeAt(start) === 0x20 || containers.test(line))) open = never
    }
    seen = true
    at = lineAfter(text, end)
  }
  return { end: at, kind, open }
}

/** The end of a block that may or may not be open: the rest of the draft is left to the parser. */
const never = /(?!)/

const opener =
  /^ {0,3}(?:(`{3,})[^`]*$|(~{3,})|<(!--|\?|!\[CDATA\[|![A-Za-z])|<(?:script|pre|style|textarea)(?=[\s>]|$))/i

/** List markers, quote marks and the labels of notes: what is opened behind them ends where they end, which is for the parser to say. */
const containers = /^(?: {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]+| {0,3}> ?| {0,3}\[\^[^\s[\]]+\]:[ \t]*)+/

/** What closes the block that the line opens at top level, if it opens one that is not closed on the same line. */
function opened(line: string): RegExp | null {
  const found = opener.exec(line)
  if (found === null) return null
  const [whole, backticks, tildes, html] = found
  if (backticks !== undefined) return new RegExp(`^ {0,3}\`{${backticks.length},}[ \\t]*$`)
  if (tildes !== undefined) return new RegExp(`^ {0,3}~{${tildes.length},}[ \\t]*$`)
  const close = htmlEnd(html)
  return close.test(line.slice(whole.length - (html === '!--' ? 2 : 0))) ? null : close
}

function htmlEnd(opening: string | undefined): RegExp {
  if (opening === undefined) return /<\/(?:script|pre|style|textarea)>/i
  if (opening === '!--') return /-->/
  if (opening === '?') return /\?>/
  return opening.startsWith('![') ? /\]\]>/ : />/
}

/** Whether the line is a heading or a line of a paragraph, and nothing in it can be markup. */
function isPlainLine(text: string, from: number, end: number, marks: MarkFinder): boolean {
  if (marks.hasMark(from, end) || text.charCodeAt(end - 1) === 0x20) return false
  if (text.charCodeAt(from) === 0x23) return isPlainHash(text, from, end)
  return !mayBeginBlock(text, from, end)
}

/** Whether a line that begins with no `#` may begin something else than a paragraph; asterisks and brackets are not looked at. */
export function mayBeginBlock(text: string, from: number, end: number): boolean {
  const first = text.charCodeAt(from)
  if (first > 0x7e) return false
  if (first >= 0x30 && first <= 0x39) return isListNumber(text, from, end)
  return blockStarts.has(first)
}

/** First characters that may begin a block: space > - + = | : ~ (digits and # are looked at more closely). */
const blockStarts: ReadonlySet<number> = new Set([0x20, 0x3e, 0x2d, 0x2b, 0x3d, 0x7c, 0x3a, 0x7e])

/** A line that begins with `#`: plain unless it is an empty heading or may end in a closing sequence. */
function isPlainHash(text: string, from: number, end: number): boolean {
  let at = from
  while (text.charCodeAt(at) === 0x23) at++
  return at < end && text.charCodeAt(end - 1) !== 0x23
}

/** Whether the line begins like an item of an ordered list: up to nine digits, `.` or `)`, then a blank or nothing. */
function isListNumber(text: string, from: number, end: number): boolean {
  let at = from
  while (at < end && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++
  const mark = text.charCodeAt(at)
  if (at - from > 9 || at >= end || (mark !== 0x2e && mark !== 0x29)) return false
  return at + 1 >= end || text.charCodeAt(at + 1) === 0x20
}

/** Tells whether a character between two offsets may be markup; a text is scanned once, from left to right. */
interface MarkFinder {
  hasMark(from: number, end: number): boolean
  hasBracket(from: number, end: number): boolean
}

function markFinder(text: string): MarkFinder {
  const marks = nextOf(text, /[\\`*_<&\t\0]|~~|\][:(]/g)
  const brackets = nextOf(text, /[[\]]/g)
  return {
    hasMark: (from, end) => marks(from, end) < end,
    hasBracket: (from, end) => brackets(from, end) < end,
  }
}

const lineBreak = /[\r\n]/g

/** Where the line that holds `from` ends, before LF, CR or CRLF. */
export function lineEndAt(text: string, from: number): number {
  lineBreak.lastIndex = from
  return lineBreak.test(text) ? lineBreak.lastIndex - 1 : text.length
}

/** Where the next line begins if the line before ends at `end`. */
export function lineAfter(text: string, end: number): number {
  if (text.charCodeAt(end) === 13) return text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
  return Math.min(end + 1, text.length)
}

/** Whether the line holds nothing but blanks and tabs. */
export function isBlank(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x20 && unit !== 9) return false
  }
  return true
}

/** Where the first line at or behind `from`, the start of a line, begins that holds more than blanks and tabs. */
export function lineBehindBlanks(text: string, from: number): number {
  let start = from
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || unit === 13) start = at + 1
    else if (unit !== 0x20 && unit !== 9) return start
  }
  return text.length
}
