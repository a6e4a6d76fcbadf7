import type { Slot } from './slots.ts'

/** What a bound of all is held against: the last or first of a ranking too. */
const extreme =
  /最(?:低(?!生活|工资|保障|限)|高(?!人民|法院|检察|限|额)|[少小短多大长末差慢快])|末位|末名|垫底|倒数第一|居末|居首|首位/

/** Whether the words tell a lowest or highest value. */
export function tellsExtreme(words: string): boolean {
  return extreme.test(words)
}

/** Whether the figure is the lowest or highest of what the bound speaks of, and no value of an indicator of its own. */
export function isExtremeOf(slot: Slot, bound: Slot): boolean {
  const name = nameOfExtreme(slot)
  const found = extreme.exec(name)
  if (!found) return false
  const whose = `${bound.lead.slice(-longest)}${bound.tail}`
  const before = /[^,。;:]*[率度量额数值费价]$/.exec(name.slice(0, found.index))?.[0] ?? ''
  const behind = name.slice(found.index + found[0].length).replace(link, '')
  return (
    (before === '' || whose.includes(before.slice(-3))) &&
    (!/^[^的].*[率度量额数值费价温]$/.test(behind) || whose.includes(behind))
  )
}

const longest = 40
const link = /(?:也|仅|只|已|均|达到?|为|是|有|到)+$/

/** 石堰中学最低，为91.3%: what is said of the number in the clause before it, where its own says no more than 为. */
function nameOfExtreme({ label, lead }: Slot): string {
  if (!linkOnly.test(label)) return label
  const before = lead.slice(0, lead.length - label.length - 1)
  return before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1)
}

const linkOnly = /^(?:也|仅|只|已|均)?(?:有|为|达到?|是)?$/

/** 除石桥乡外，各乡镇均在70%以上: whether some are left out of what the bound says of all. */
export function leavesOut({ lead }: Slot): boolean {
  return /除[^,。;]{1,16}外/.test(lead)
}

/** 介于70%至90%之间: a bound on both sides. */
export function isSpan({ label, figure, tail }: Slot): boolean {
  return tail.startsWith('之间') && /[至到—~-]/.test(figure.text) && /介于|均|都|全部|各/.test(label)
}
