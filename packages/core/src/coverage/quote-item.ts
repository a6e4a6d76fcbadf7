import type { Item } from '../report/report.ts'
import { textOf } from '../text/block.ts'

const longest = 36
/** No more than this is read: a head can be a whole paragraph. */
const longestRead = 200

/** What an item says first, short enough to stand in a message: its head up to its first full stop, with its label before it. */
export function quoteItem(item: Item): string {
  const label = item.label ? textOf(item.label.place).trim() : ''
  const text = textOf(item.head).slice(0, longestRead)
  const end = text.search(/[。！？；;]/)
  const said = (end === -1 ? text : text.slice(0, end)).trim()
  const short = said.length <= longest ? said : `${said.slice(0, longest - 1)}…`
  return said.startsWith(label) ? short : label + short
}
