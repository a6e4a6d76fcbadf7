/**
 * How many columns a text takes where Chinese characters are two columns wide: what a writer's eye or a converter
 * wraps lines by. Quotes and dashes count as wide, as Chinese fonts draw them. Counting stops above `limit`.
 */
export function displayWidth(
  text: string,
  from = 0,
  to = text.length,
  limit = Number.POSITIVE_INFINITY,
): number {
  let width = 0
  for (let at = from; at < to && width <= limit; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x300) width += 1
    else if (unit >= 0xdc00 && unit <= 0xdfff) continue
    else if (unit === 0x200b || unit === 0xfeff || (unit >= 0xff61 && unit <= 0xffdc))
      width += unit > 0xff60 ? 1 : 0
    else width += 2
  }
  return width
}
