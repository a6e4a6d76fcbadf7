import type { PhrasingContent } from 'mdast'
import { decodeReference } from './markdown-stack.ts'
import { addAtomic, addRun, type PlainText, plainText } from './plain-text.ts'

/** A line break inside the text of a block: it stands before the plain offset `at`, for the source `from`…`to`. */
export interface InlineBreak {
  readonly at: number
  readonly from: number
  readonly to: number
  /** Two blanks, a backslash or `<br>` at the end of the line, not just the end of the line. */
  readonly hard: boolean
}

/** The inline content of a Markdown block: its text without the line breaks, the breaks, and the comments met. */
export interface InlineText extends PlainText {
  readonly breaks: InlineBreak[]
  readonly comments: { readonly start: number; readonly end: number }[]
}

/** Reads inline nodes. `quotes` is the number of block quotes around them, whose `>` stand at the starts of lines. */
export function inlineText(source: string, nodes: readonly PhrasingContent[], quotes: number): InlineText {
  const inline: InlineText = { ...plainText(), breaks: [], comments: [] }
  addNodes(inline, source, nodes, quotes)
  return inline
}

/** Adds the nodes and what is in them; without recursion, as emphasis can be nested as deeply as somebody likes. */
function addNodes(
  inline: InlineText,
  source: string,
  nodes: readonly PhrasingContent[],
  quotes: number,
): void {
  const pending = [...nodes].reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    if (from === undefined || to === undefined) continue
    switch (node.type) {
      case 'text':
        if (!addLiteral(inline, source, node.value, from, to, quotes, true))
          opaque(inline, node.value, from, to)
        break
      case 'inlineCode':
        addCode(inline, source, node.value, from, to, quotes)
        break
      case 'break':
        inline.breaks.push({ at: inline.text.length, from, to, hard: true })
        break
      case 'html':
        addHtml(inline, node.value, from, to)
        break
      case 'image':
      case 'imageReference':
        addAlternative(inline, source, node.alt ?? '', from, to)
        break
      case 'emphasis':
      case 'strong':
      case 'link':
      case 'linkReference':
        for (const child of node.children.toReversed()) pending.push(child)
        break
      // What is struck out is no longer part of the text; a footnote's mark never was.
      case 'delete':
      case 'footnoteReference':
        break
    }
  }
}

const reference = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[0-9a-zA-Z]{1,32});/y
const escapable = /[!-/:-@[-`{-~]/

/**
 * Adds the value of a node that stands in the source at `from`…`to`, walking both side by side:
 *
 *     source   甲 \n> &lt;乙\*        at line ends: white space and quote marks, which the value has not
 *              ^                      `at`
 *     value    甲\n<乙*
 *              ^                      `read`
 *
 * Returns false, with nothing added, if they cannot be brought together.
 */
function addLiteral(
  inline: InlineText,
  source: string,
  value: string,
  from: number,
  to: number,
  quotes: number,
  escapes: boolean,
): boolean {
  const before = { text: inline.text, pieces: inline.pieces.length, breaks: inline.breaks.length }
  const last = inline.pieces[before.pieces - 1]
  let at = from
  let run = from
  let read = 0
  const flush = () => {
    addRun(inline, source, run, at)
  }
  while (read < value.length && at < to) {
    const unit = source.charCodeAt(at)
    if (isBlank(unit) || unit === 10 || unit === 13) {
      const end = skipBlanks(source, at, to)
      const wanted = value.charCodeAt(read)
      if (isLineEnd(source.charCodeAt(end)) && end < to && isLineEnd(wanted)) {
        flush()
        const next = lineStart(source, end, to, quotes)
        inline.breaks.push({ at: inline.text.length, from: at, to: next, hard: false })
        read += wanted === 13 && value.charCodeAt(read + 1) === 10 ? 2 : 1
        at = next
        run = next
        continue
      }
    }
    if (escapes && unit === 0x5c && escapable.test(source.charAt(at + 1)) && value[read] === source[at + 1]) {
      flush()
      addAtomic(inline, value.charAt(read), at, at + 2)
      at += 2
      run = at
      read++
      continue
    }
    if (escapes && unit === 0x26) {
      reference.lastIndex = at
      const found = reference.exec(source)?.[0]
      const meant = found === undefined ? '' : decodeReference(found)
      if (found !== undefined && meant !== found && value.startsWith(meant, read)) {
        flush()
        addAtomic(inline, meant, at, at + found.length)
        at += found.length
        run = at
        read += meant.length
        continue
      }
    }
    if (unit === value.charCodeAt(read) || unit === 0) {
      at++
      read++
      continue
    }
    break
  }
  if (read === value.length) {
    flush()
    return true
  }
  inline.text = before.text
  inline.pieces.length = before.pieces
  if (last !== undefined) inline.pieces[before.pieces - 1] = last
  inline.breaks.length = before.breaks
  return false
}

/** The value as one atomic piece for all of its source: never wrong, only coarse. */
function opaque(inline: InlineText, value: string, from: number, to: number): void {
  addAtomic(inline, value.replace(/\r\n|[\r\n]/g, ' '), from, to)
}

function addCode(
  inline: InlineText,
  source: string,
  value: string,
  from: number,
  to: number,
  quotes: number,
): void {
  let first = from
  while (source.charCodeAt(first) === 0x60) first++
  const fence = first - from
  for (const lead of [0, 1])
    if (addLiteral(inline, source, value, first + lead, to - fence, quotes, false)) return
  opaque(inline, value, from, to)
}

function addHtml(inline: InlineText, value: string, from: number, to: number): void {
  if (value.startsWith('<!--')) inline.comments.push({ start: from, end: to })
  else if (/^<br\s*\/?>$/i.test(value)) inline.breaks.push({ at: inline.text.length, from, to, hard: true })
}

function addAlternative(inline: InlineText, source: string, alt: string, from: number, to: number): void {
  if (source.startsWith(alt, from + 2)) addRun(inline, source, from + 2, from + 2 + alt.length)
  else opaque(inline, alt, from, to)
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13
}

function skipBlanks(source: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(source.charCodeAt(at))) at++
  return at
}

/** Where the text of the next line begins, behind line end, indent and the marks of the quotes around. */
function lineStart(source: string, end: number, to: number, quotes: number): number {
  let at = source.startsWith('\r\n', end) ? end + 2 : end + 1
  at = skipBlanks(source, at, to)
  for (let left = quotes; left > 0 && source.charCodeAt(at) === 0x3e; left--)
    at = skipBlanks(source, at + 1, to)
  return at
}
