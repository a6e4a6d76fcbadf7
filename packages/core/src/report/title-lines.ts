import type { Block, BlockRange } from '../text/block.ts'
import { isAddressee } from './addressee.ts'
import type { NamedPlace } from './organ.ts'
import { organParts, pageLineOf } from './page-line.ts'
import { issuerIn, type TitleCandidate } from './title.ts'

/** The candidate that says most: a year, an issuer of its own or above it, the kind of document; the last of equals. */
export function bestTitle(
  candidates: readonly TitleCandidate[],
  blocks: readonly Block[],
): TitleCandidate | null {
  let best: TitleCandidate | null = null
  let most = -1
  for (const candidate of candidates) {
    const { block } = candidate.place
    const above = candidate.issuer ? null : blocks[block.index - 1]
    const hasIssuer =
      candidate.issuer !== null || (above !== undefined && above !== null && isOrganLine(above))
    const marked = block.shape.kind === 'heading'
    const whole = candidate.place.to === block.shape.folded.length
    const score =
      (candidate.phrase ? 3 : 0) +
      (candidate.year ? 2 : 0) +
      (hasIssuer ? 2 : 0) +
      (candidate.complete ? 2 : 0) +
      (marked ? 2 : 0) +
      (whole ? 1 : 0)
    if (score >= most) {
      best = candidate
      most = score
    }
  }
  return best
}

/** A first line that is short, stands alone and is followed by text: a title without any of the usual words. */
export function plainTitle(blocks: readonly Block[], limit: number): TitleCandidate | null {
  const first = blocks[0]
  if (!first || limit === 0 || limit >= blocks.length) return null
  const { folded, kind } = first.shape
  const line = pageLineOf(first.shape)
  if (kind !== 'heading' && (folded.length > 40 || /[。;!:,]/.test(folded) || line.metadata || line.organ))
    return null
  if (line.furniture || isAddressee(first)) return null
  const issuer = issuerIn(folded)
  return {
    place: wholeOf(first),
    issuer: issuer && { block: first, ...issuer },
    complete: false,
    year: false,
    phrase: false,
  }
}

/** A title with the lines that it takes. */
export interface TitleLines {
  /** The blocks that the title takes: `from` included, `to` not. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly issuers: readonly NamedPlace[]
}

/** The end of a title on a line of its own, often spaced: 报　　告. Folded text. */
const kindBelow = /^(?:[^。,;:]{2,16})?(?:报 *告|总 *结|汇 *报|情 *况)$/

/** The title with the issuer lines above it and what is wrapped to the lines around it. */
export function titleLines(best: TitleCandidate, blocks: readonly Block[], limit: number): TitleLines {
  const at = best.place.block.index
  const main = textOfPlace(best.place)
  let from = at
  let to = at + 1
  let text = main
  let lead = ''
  const issuers: NamedPlace[] = best.issuer ? [{ name: compact(best.issuer), place: best.issuer }] : []
  if (!best.complete) {
    const next = blocks[to]
    if (next && to < limit && kindBelow.test(next.shape.folded)) {
      text += next.shape.text.replace(/\s+/g, '')
      to++
    }
  }
  if (!best.issuer) {
    const below = blocks[to]
    const above: NamedPlace[] = []
    while (from > 0 && at - from < 5 && isOrganLine(blocks[from - 1] as Block)) {
      from--
      const block = blocks[from] as Block
      const names = namesOf(block)
      above.unshift(...names)
      lead = `${names.map(({ name }) => name).join(' ')} ${lead}`
    }
    issuers.push(...above)
    const previous = blocks[from - 1]
    if (above.length === 0 && previous && isWrappedStart(previous, main)) {
      from--
      text = `${previous.shape.text.trim()}${text}`
      const issuer = issuerIn(`${previous.shape.folded}${main}`)
      if (issuer && issuer.to <= previous.shape.folded.length) {
        const place = { block: previous, ...issuer }
        issuers.push({ name: compact(place), place })
      }
    }
    if (issuers.length === 0 && below && to < limit && isOrganLine(below)) issuers.push(...namesOf(below))
  }
  return { from, to, text: `${lead.trimEnd()}${text}`, issuers }
}

/** Whether the line above is the title's first half: short, unpunctuated, and without a kind of document at its end. */
function isWrappedStart(block: Block, title: string): boolean {
  const { folded } = block.shape
  if (!/^(?:关于|的|情况|工作|年度|建设|报告|总结)/.test(title) && title.length > 12) return false
  const line = pageLineOf(block.shape)
  if (line.metadata || line.furniture || line.documentNumber || line.date) return false
  return (
    folded.length <= 40 &&
    !/[。,;:!_|>]|(?:报告|总结|文件|网站)$/.test(folded) &&
    /\d{4}年|法治|关于|[镇乡县区市省]$|街道$/.test(folded)
  )
}

function namesOf(block: Block): NamedPlace[] {
  const { folded } = block.shape
  const names: NamedPlace[] = []
  let from = 0
  for (const part of organParts(folded)) {
    from = folded.indexOf(part, from)
    names.push({ name: part.replace(/ /g, ''), place: { block, from, to: from + part.length } })
    from += part.length
  }
  return names
}

function isOrganLine(block: Block): boolean {
  return block.shape.kind !== 'table-cell' && pageLineOf(block.shape).organ
}

/** The block as a place. */
export function wholeOf(block: Block): BlockRange {
  return { block, from: 0, to: block.shape.text.length }
}

function textOfPlace({ block, from, to }: BlockRange): string {
  return block.shape.text.slice(from, to).trim()
}

function compact({ block, from, to }: BlockRange): string {
  return block.shape.folded.slice(from, to).replace(/ /g, '')
}
