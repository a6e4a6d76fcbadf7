/**
 * The text without white space and zero-width spaces at its ends, and how many units were cut at the front. Both ends
 * are trimmed of everything that is invisible, U+3000 indents included.
 */
export function trimmed(text: string): { readonly text: string; readonly lead: number } {
  let from = 0
  let to = text.length
  while (from < to && isInvisible(text.charCodeAt(from))) from++
  while (to > from && isInvisible(text.charCodeAt(to - 1))) to--
  return { text: from === 0 && to === text.length ? text : text.slice(from, to), lead: from }
}

function isInvisible(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13)
  if (unit < 0x85) return false
  return (
    unit === 0x3000 ||
    unit === 0xa0 ||
    unit === 0x85 ||
    unit === 0xfeff ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200d) ||
    (unit >= 0x2028 && unit <= 0x2029) ||
    unit === 0x202f ||
    unit === 0x205f
  )
}

const attributes = /[ \t]*\{[#.][^{}]*\}$/

/** The text of a heading without the attributes that converters such as pandoc put behind it: `{#id .class}`. */
export function withoutAttributes(heading: string): string {
  return heading.endsWith('}') ? heading.replace(attributes, '') : heading
}
