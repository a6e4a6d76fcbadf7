import type { Block, BlockShape } from '../text/block.ts'
import { placesWith } from '../text/blocks-with.ts'
import { datedPlace, datesIn } from './calendar.ts'
import { headingOf } from './heading.ts'
import { labelOf } from './label.ts'
import { isOrgan, type NamedPlace, organName } from './organ.ts'
import { organParts, pageLineOf } from './page-line.ts'
import type { DatedPlace } from './report.ts'

/** What stands behind the body: closing formula, signatures, date, annexes, and the rest of the page. */
export interface Tail {
  /** Position behind the last block of the body: of the closing formula or the first signature. */
  readonly bodyTo: number
  readonly signatures: readonly NamedPlace[]
  readonly signedOn: DatedPlace | null
  /** Where annexes begin behind the closing; -1 if there are none. */
  readonly annexFrom: number
  /** Position of the first block that belongs to the page; the number of blocks if none does. */
  readonly furnitureFrom: number
}

/** Recognises what stands behind the body, which begins at `from`. */
export function recogniseTail(blocks: readonly Block[], from: number, isPage: boolean): Tail {
  const closing = findClosing(blocks, from)
  if (closing) {
    const annexFrom = annexBehind(blocks, closing.to)
    const furnitureFrom =
      annexFrom === -1 ? firstOfPage(blocks, closing.to) : trailingPage(blocks, annexFrom, isPage)
    return { ...closing, annexFrom, furnitureFrom }
  }
  const furnitureFrom = trailingPage(blocks, from, isPage)
  let bodyTo = furnitureFrom
  while (bodyTo > from && pageLineOf((blocks[bodyTo - 1] as Block).shape).formula) bodyTo--
  return { bodyTo, signatures: [], signedOn: null, annexFrom: -1, furnitureFrom }
}

interface Closing {
  readonly bodyTo: number
  /** Behind the last line of the closing. */
  readonly to: number
  readonly signatures: readonly NamedPlace[]
  readonly signedOn: DatedPlace | null
}

/** How many lines a closing may take: joint reports sign with several organs. */
const closingLines = 10

//     特此报告。            formula: the closing begins here, if there is one
//     青石镇人民政府         signatures
//     2024年1月8日          date: the last line, or the first
/** The last group of signature and date lines behind which no numbered section follows. */
function findClosing(blocks: readonly Block[], from: number): Closing | null {
  const annex = firstAnnex(blocks, from)
  for (let at = blocks.length - 1; at >= from; at--) {
    const { shape } = blocks[at] as Block
    const line = pageLineOf(shape)
    const heading = headingOf(shape)
    const style = heading?.label?.style
    if (heading?.form === 'standalone' && (style === 'han-comma' || style === 'chapter')) {
      if (annex === -1 || annex > at) return null
      continue
    }
    if (!line.date && !line.signed && !(line.organ && at > from && isClosingContext(blocks, at, from)))
      continue
    const closing = closingAround(blocks, at, from)
    if (closing) return closing
  }
  return null
}

/** Whether an organ's name alone on a line is a signature: behind a formula, or the draft's last line behind text. */
function isClosingContext(blocks: readonly Block[], at: number, from: number): boolean {
  for (let before = at - 1; before >= Math.max(from, at - closingLines); before--) {
    const line = pageLineOf((blocks[before] as Block).shape)
    if (line.formula) return true
    if (!line.organ && !line.annex) return at === blocks.length - 1 && line.prose
  }
  return false
}

function closingAround(blocks: readonly Block[], at: number, from: number): Closing | null {
  let first = at
  let last = at
  const belongs = (index: number): boolean => {
    const block = blocks[index]
    if (!block || index < from) return false
    const line = pageLineOf(block.shape)
    return line.date || line.signed || line.organ
  }
  while (at - first < closingLines && belongs(first - 1)) first--
  while (last - at < closingLines && belongs(last + 1)) last++
  const signatures: NamedPlace[] = []
  let signedOn: DatedPlace | null = null
  for (let index = first; index <= last; index++) {
    const block = blocks[index] as Block
    const line = pageLineOf(block.shape)
    const date = datesIn(block.shape).at(-1)
    if ((line.date || line.signed) && date && date.month !== null) signedOn = datedPlace(block, date)
    if (line.organ || line.signed)
      signatures.push(...signersOf(block, line.signed && date ? date.from : undefined))
  }
  let bodyTo = first
  while (bodyTo > from) {
    const line = pageLineOf((blocks[bodyTo - 1] as Block).shape)
    if (!line.formula && !(line.annex && bodyTo > from + 1)) break
    bodyTo--
  }
  const isDateAlone = signatures.length === 0 && bodyTo === first
  if (isDateAlone && last < blocks.length - 1 && !onlyPageBehind(blocks, last + 1)) return null
  return { bodyTo, to: last + 1, signatures, signedOn }
}

function onlyPageBehind(blocks: readonly Block[], from: number): boolean {
  for (let at = from; at < blocks.length; at++) {
    if (pageLineOf((blocks[at] as Block).shape).prose) return false
  }
  return true
}

function signersOf(block: Block, end = block.shape.folded.length): NamedPlace[] {
  const { folded } = block.shape
  const names: NamedPlace[] = []
  let at = 0
  for (const part of organParts(folded.slice(0, end).trimEnd())) {
    const from = folded.indexOf(part, at)
    at = from + part.length
    const name = organName(part)
    if (isOrgan(part)) names.push({ name, place: { block, from, to: at } })
  }
  return names
}

/** Where annexes begin: the first annex line at or behind `from`, if nothing but short lines stands between. */
function annexBehind(blocks: readonly Block[], from: number): number {
  for (let at = from; at < Math.min(blocks.length, from + 6); at++) {
    if (pageLineOf((blocks[at] as Block).shape).annex) return at
  }
  return -1
}

/** 附 and 名, with which the first line of an annex begins. */
const attached = 0x9644
const term = 0x540d

/** Where the first annex begins, from which on numbered headings may stand behind the closing; -1 without any. */
function firstAnnex(blocks: readonly Block[], from: number): number {
  return placesWith(blocks, opensAnnex).find((at) => at >= from) ?? -1
}

function opensAnnex({ folded }: BlockShape): boolean {
  const first = folded.charCodeAt(0)
  return (first === attached || first === term) && /^(?:附件|附表|附录|名词)/.test(folded)
}

/** Behind the closing everything is the page, except text that may be the draft's own. */
function firstOfPage(blocks: readonly Block[], from: number): number {
  for (let at = from; at < blocks.length; at++) {
    const { shape } = blocks[at] as Block
    const line = pageLineOf(shape)
    if (line.furniture || line.metadata) return at
    if (line.prose || headingOf(shape)) return trailingPage(blocks, at, true)
  }
  return from
}

/** A tail of at least this many very short lines on a page is furniture even without telling words. */
const crumbs = 3

/** Where the trailing furniture begins, if no closing tells: behind the last text, from the first telling line on. */
function trailingPage(blocks: readonly Block[], from: number, isPage: boolean): number {
  let end = blocks.length
  while (end > from && !isSubstantial(blocks[end - 1] as Block)) end--
  for (let at = end; at < blocks.length; at++) {
    const line = pageLineOf((blocks[at] as Block).shape)
    if (line.furniture) return at
  }
  const rest = blocks.slice(end)
  const isCrumbs = isPage && rest.length >= crumbs && rest.every((block) => block.shape.folded.length <= 12)
  return isCrumbs ? end : blocks.length
}

/** （一）规范网站管理，…。 and 四是办好政务网站。: a number and a full stop show the draft's own text, whatever words it holds. */
function isNumberedText(shape: BlockShape): boolean {
  const label = labelOf(shape)
  if (!label) return false
  const isHigh = label.style === 'han-comma' || label.style === 'han-bracket'
  return shape.folded.length >= 12 && (isHigh || /[。;!]$/.test(shape.folded))
}

/** Whether the block is surely the draft's own text, and not a line of the page. */
function isSubstantial(block: Block): boolean {
  const { shape } = block
  const line = pageLineOf(shape)
  if (isNumberedText(shape)) return true
  if (line.furniture || (line.metadata && !line.prose)) return false
  return (
    line.prose ||
    line.formula ||
    line.annex ||
    shape.kind === 'heading' ||
    shape.kind === 'table-cell' ||
    (shape.folded.length >= 12 && /[。;!]$/.test(shape.folded)) ||
    headingOf(shape) !== null
  )
}
