/** How far to either side a mark's partner is looked for. */
const reach = 80

const pairs = [
  ['《', '》'],
  ['“', '”'],
] as const

//     落实《关于××的通知》要求      《 is open before the place, and 》 closes it behind
//           ^    ^
//     贯彻《土地管理法的规定,查处××案   《 is never closed: it quotes nothing
//          ^                ^
/**
 * Whether the place in a folded text lies in a title or a quotation: an opening mark stands before it that is closed behind it.
 * A mark whose partner was forgotten quotes nothing.
 */
export function isQuoted(folded: string, at: number): boolean {
  const lead = folded.slice(Math.max(0, at - reach), at)
  return pairs.some(([open, close]) => {
    if (lead.lastIndexOf(open) <= lead.lastIndexOf(close)) return false
    const behind = folded.slice(at, at + reach)
    const end = behind.indexOf(close)
    const next = behind.indexOf(open)
    return end !== -1 && (next === -1 || end < next)
  })
}
