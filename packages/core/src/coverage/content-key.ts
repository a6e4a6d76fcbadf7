import type { ConfirmedLink } from '../analysis.ts'
import type { Item, Report } from '../report/report.ts'
import { textOf } from '../text/block.ts'
import { fold } from '../text/fold.ts'

/**
 * A key of what an item says: the same for the same words, whatever their punctuation, width, number or place in the
 * draft. 16 hexadecimal digits. A link that was confirmed by hand is kept by the keys of its two sides.
 */
export function contentKey(item: Pick<Item, 'label' | 'places'>): string {
  const label = item.label ? textOf(item.label.place) : ''
  let text = item.places.map(textOf).join('')
  if (label !== '' && text.startsWith(label)) text = text.slice(label.length)
  // A key must not change with spaces, marks and brackets. The pattern is made where it is used: making it costs a start-up.
  return hash(fold(text).replace(/[^\p{L}\p{N}]+/gu, ''))
}

/** FNV-1a with 64 bits, in hexadecimal. The two halves are numbers: large integers take ten times as long. */
function hash(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let at = 0; at < text.length; at++) {
    const mixed = (low ^ text.charCodeAt(at)) >>> 0
    // Times 2⁴⁰ + 0x1b3.
    const product = mixed * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + ((mixed << 8) >>> 0)) % 2 ** 32
    low = product % 2 ** 32
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

/**
 * The confirmed links that hold no longer, because one of the two texts has changed: `shortcoming` and `measure` say which
 * side is still in the draft as it was. Such a link counts for nothing until a person has looked at it again.
 */
export function suspectLinks(
  report: Pick<Report, 'shortcomings' | 'measures'>,
  confirmed: readonly ConfirmedLink[],
): SuspectLink[] {
  if (confirmed.length === 0) return []
  const shortcomings = new Map(report.shortcomings.map((item) => [contentKey(item), item.index]))
  const measures = new Map(report.measures.map((item) => [contentKey(item), item.index]))
  return confirmed.flatMap((link) => {
    const shortcoming = shortcomings.get(link.shortcoming) ?? null
    const measure = measures.get(link.measure) ?? null
    return shortcoming !== null && measure !== null ? [] : [{ link, shortcoming, measure }]
  })
}

/** A confirmed link of which one side, or both, is not in the draft any more. */
export interface SuspectLink {
  readonly link: ConfirmedLink
  /** Position in `Report.shortcomings`, or null if no shortcoming has that text. */
  readonly shortcoming: number | null
  /** Position in `Report.measures`, or null if no measure has that text. */
  readonly measure: number | null
}
