import { eastAsianWidth } from 'get-east-asian-width'

/** How many terminal columns a text takes: Chinese characters two, combining marks none, a tab one (it is shown as a space). */
export function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) as number
    if (code > 0xffff) at++
    width += characterWidth(code)
  }
  return width
}

/** Where the longest beginning of the text ends that fits in the width, from `used` columns on. */
export function fittingEnd(text: string, width: number, used = 0): number {
  let columns = used
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) as number
    columns += characterWidth(code)
    if (columns > width) return at
    if (code > 0xffff) at++
  }
  return text.length
}

/** How many columns a character takes, by its code point. */
export function characterWidth(code: number): number {
  if (code >= 0x4e00 && code < 0xa000) return 2
  if (code >= 0x20 && code < 0x7f) return 1
  let width = known.get(code)
  if (width === undefined) {
    width = widthByTable(code)
    known.set(code, width)
  }
  return width
}

/** Widths of the few marks that all drafts share: the tables are searched once for each. */
const known = new Map<number, number>()

function widthByTable(code: number): number {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return code === 9 ? 1 : 0
  if (code < 0x300) return 1
  return isZeroWidth(code) ? 0 : eastAsianWidth(code)
}

/** Combining marks, joiners, variation selectors and direction marks. */
function isZeroWidth(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xfe20 && code <= 0xfe2f) ||
    code === 0xfeff ||
    (code >= 0xe0100 && code <= 0xe01ef)
  )
}

/** The text with spaces behind it, up to a width. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** The longest beginning of the text that fits in the width; `…` marks what was cut. */
export function clip(text: string, width: number): string {
  if (fittingEnd(text, width) === text.length) return text
  return `${text.slice(0, fittingEnd(text, width, 1))}…`
}

/** Breaks a text into lines of at most `width` columns; a line never begins with a closing mark. */
export function wrap(text: string, width: number): string[] {
  if (fittingEnd(text, width) === text.length) return text.trim() === '' ? [] : [text.trimEnd()]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.match(wordPattern) ?? []) {
    const size = widthOf(word)
    if (used + size > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = ''
      used = 0
      if (word.trim() === '') continue
    }
    line += word
    used += size
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** A run of Latin letters and digits with the unit behind a number, or one other character, and the closing marks behind it. */
const wordPattern = /[“‘（《〔【]*(?:[!-~]*\d[\u4e00-\u9fff]|[!-~]+|[\s\S])[，。；：？！、”’）》〕】％…]*/gu
