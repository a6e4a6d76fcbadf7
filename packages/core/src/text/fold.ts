/**
 * Width folding: every recogniser reads the folded text, so that `（一）` and `(一)`, `９７％` and `97%` are one.
 * Folding is one UTF-16 unit to one, so offsets in the folded text are offsets in the text.
 */

/** Units outside the FF01–FF5E block that are read as another: the ideographic space and the brackets of document numbers. */
const others: ReadonlyMap<number, number> = new Map([
  [0x3000, 0x20], // ideographic space
  [0xa0, 0x20], // no-break space
  [0x3014, 0x5b], // 〔
  [0x3015, 0x5d], // 〕
  [0x2236, 0x3a], // ∶ ratio
  [0xfe55, 0x3a], // ﹕
  [0xfe50, 0x2c], // ﹐
  [0xfe59, 0x28], // ﹙
  [0xfe5a, 0x29], // ﹚
  [0x301c, 0x7e], // 〜
  [0x2212, 0x2d], // −
])

/** The text with full-width forms folded to half width; same length, same offsets. */
export function fold(text: string): string {
  let folded = ''
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const to =
      unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit < 0xa0 ? unit : (others.get(unit) ?? unit)
    if (to === unit) continue
    folded += text.slice(copied, at) + String.fromCharCode(to)
    copied = at + 1
  }
  return copied === 0 ? text : folded + text.slice(copied)
}
