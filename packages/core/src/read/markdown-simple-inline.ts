import type { InlineText } from './markdown-inline.ts'
import { addRun, plainText } from './plain-text.ts'

/**
 * Reads `from`…`to`, which holds no line end, if it is text with nothing but simple emphasis and links: what the parser's nodes
 * would give, without parsing. Null if there is anything else, or anything of which it is not certain how it is read.
 *
 *     办结率**100%**，见[附件](https://example.com/a)。
 *           ^                    opens: two asterisks, a letter behind them, nothing open
 *                ^^              closes: as many, a letter or a Chinese mark before them
 *                     ^^^^      the link's text, with nothing special in it; the address counts for nothing
 */
export function simpleInline(text: string, from: number, to: number): InlineText | null {
  const inline: InlineText = { ...plainText(), breaks: [], comments: [] }
  let open = 0
  let run = from
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at)
    if (unit === asterisk) {
      const length = text.charCodeAt(at + 1) === asterisk ? 2 : 1
      const next = at + length
      const fits =
        open === 0 ? next < to && isLetter(text.charCodeAt(next)) : closes(text, from, at, next, to)
      if (!fits || (open !== 0 && open !== length) || text.charCodeAt(next) === asterisk) return null
      open = open === 0 ? length : 0
      addRun(inline, text, run, at)
      at = next
      run = at
    } else if (unit === openBracket) {
      const link = simpleLink(text, at, to)
      if (link === null || (at > from && text.charCodeAt(at - 1) === exclamation)) return null
      addRun(inline, text, run, at)
      addRun(inline, text, at + 1, link.textEnd)
      at = link.end
      run = at
    } else if (unit < 0x80 ? special.has(unit) : unit === byteOrderMark) return null
    else if (unit === tilde && text.charCodeAt(at + 1) === tilde) return null
    else at++
  }
  if (open !== 0) return null
  addRun(inline, text, run, to)
  return inline
}

const asterisk = 0x2a
const openBracket = 0x5b
const exclamation = 0x21
const tilde = 0x7e
const byteOrderMark = 0xfeff

/** Characters that may be markup in some other way: \ ` _ < & ] tab NUL and line ends. */
const special: ReadonlySet<number> = new Set([...'\\`_<&]\t\0\r\n'].map((mark) => mark.charCodeAt(0)))

function isLetter(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a)
  )
}

/** Chinese marks and full-width forms, the ideographic space not among them. */
function isChineseMark(unit: number): boolean {
  return (unit >= 0x3001 && unit <= 0x3011) || (unit >= 0xff01 && unit <= 0xff1f)
}

/** Whether the asterisks `at`…`next` surely close what is open. */
function closes(text: string, from: number, at: number, next: number, to: number): boolean {
  if (at <= from) return false
  const before = text.charCodeAt(at - 1)
  if (isLetter(before)) return true
  const after = next < to ? text.charCodeAt(next) : 0x20
  return (
    isChineseMark(before) && (after === 0x20 || isChineseMark(after) || (after > 0x80 && isLetter(after)))
  )
}

const linkText = /\[([^[\]\\`*_<&~!^\t\0\r\n\ufeff]+)\]\([^\s()<\\`\0\ufeff]+\)/y

/** The link that begins at `at`: where its text ends, and where it ends; null if it is none, or no simple one. */
function simpleLink(
  text: string,
  at: number,
  to: number,
): { readonly textEnd: number; readonly end: number } | null {
  linkText.lastIndex = at
  const found = linkText.exec(text)
  if (found === null || at + found[0].length > to) return null
  return { textEnd: at + 1 + (found[1] as string).length, end: at + found[0].length }
}
