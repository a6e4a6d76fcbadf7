/**
 * Width folding: every recogniser reads the folded text, so that `（一）` and `(一)`, `９７％` and `97%` are one.
 * Folding is one UTF-16 unit to one, so offsets in the folded text are offsets in the text.
 */

/** The units that folding replaces, and as a pattern. */
export const foldableUnits: readonly number[] = [
  ...[0xa0, 0x2212, 0x2236, 0x3000, 0x3014, 0x3015, 0x301c, 0xfe50, 0xfe55, 0xfe59, 0xfe5a],
  ...Array.from({ length: 0x5e }, (_, nth) => 0xff01 + nth),
]
const foldable = /[\u00a0\u2212\u2236\u3000\u3014\u3015\u301c\ufe50\ufe55\ufe59\ufe5a\uff01-\uff5e]/

/** Whether folding would change the text. */
export function isFolded(text: string): boolean {
  return !foldable.test(text)
}

/**
 * The text with full-width forms folded to half width; same length, same offsets. Its pieces are joined at once: a text that is
 * put together piece by piece is a tree of pieces, and each of the many that read it would go through the tree.
 */
export function fold(text: string): string {
  let pieces: string[] | null = null
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // ASCII and Chinese characters, nearly all of a text, are passed over first.
    if (unit < 0xa0 || (unit > 0x301c && unit < 0xfe50)) continue
    const to = foldedUnit(unit)
    if (to === unit) continue
    pieces ??= []
    pieces.push(text.slice(copied, at), String.fromCharCode(to))
    copied = at + 1
  }
  if (pieces === null) return text
  pieces.push(text.slice(copied))
  return pieces.join('')
}

/** A slice shorter than this is a piece of its own anyway. */
const leastSlice = 13

/**
 * The same text as one piece of its own and no slice of a longer text: those who read it character by character would go
 * through the longer text for each of them.
 */
export function ownPiece(text: string): string {
  return text.length < leastSlice ? text : [text.slice(0, 1), text.slice(1)].join('')
}

/** The unit that is read in place of one outside ASCII and the Chinese characters. */
export function foldedUnit(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0
  switch (unit) {
    case 0x3000: // ideographic space
    case 0xa0: // no-break space
      return 0x20
    case 0x3014: // 〔
      return 0x5b
    case 0x3015: // 〕
      return 0x5d
    case 0x301c: // 〜
      return 0x7e
    case 0x2212: // −
      return 0x2d
    case 0xfe50: // ﹐
      return 0x2c
    case 0x2236: // ∶ ratio
    case 0xfe55: // ﹕
      return 0x3a
    case 0xfe59: // ﹙
      return 0x28
    case 0xfe5a: // ﹚
      return 0x29
    default:
      return unit
  }
}
