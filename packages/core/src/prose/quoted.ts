/** How far to either side a mark's partner is looked for. */
const reach = 80

/** The marks, by their units; the closing ones follow the opening ones. */
const marks = { title: 0x300a, quotation: 0x201c } as const

//     落实《关于××的通知》要求      《 is open before the place, and 》 closes it behind
//           ^    ^
//     贯彻《土地管理法的规定,查处××案   《 is never closed: it quotes nothing
//          ^                ^
/**
 * Whether the place in a folded text lies in a title or a quotation: an opening mark stands before it that is closed behind it.
 * A mark whose partner was forgotten quotes nothing.
 */
export function isQuoted(folded: string, at: number): boolean {
  return isIn(folded, at, marks.title) || isIn(folded, at, marks.quotation)
}

/** Whether the nearest of the two marks before the place opens, and the nearest behind it closes. */
function isIn(folded: string, at: number, open: number): boolean {
  for (let before = at - 1; ; before--) {
    if (before < 0 || before < at - reach) return false
    const unit = folded.charCodeAt(before)
    if (unit === open + 1) return false
    if (unit === open) break
  }
  const end = Math.min(folded.length, at + reach)
  for (let behind = at; behind < end; behind++) {
    const unit = folded.charCodeAt(behind)
    if (unit === open) return false
    if (unit === open + 1) return true
  }
  return false
}
