import type { Profile } from '../ruleset/profile.ts'
import type { Block, BlockRange } from '../text/block.ts'
import { holdsOne } from '../text/holds-one.ts'
import { addresseeOf, isAddressee } from './addressee.ts'
import { headingOf } from './heading.ts'
import type { NamedPlace } from './organ.ts'
import { pageLineOf } from './page-line.ts'
import { type TitleCandidate, titleCandidate } from './title.ts'
import { bestTitle, plainTitle, titleLines, wholeOf } from './title-lines.ts'

/** What stands before the body: title, issuer lines, addressee, and where the body begins. */
export interface Head {
  readonly title: BlockRange | null
  /** The title as one line, issuer lines included; null without a title. */
  readonly titleText: string | null
  /** Who issues it, as the title or the lines above it say; the lead organ first. */
  readonly issuers: readonly NamedPlace[]
  readonly addressee: { readonly names: readonly string[]; readonly place: BlockRange } | null
  readonly documentNumber: BlockRange | null
  /** Other lines that look like the title, page names among them: they may name the year or the issuer. */
  readonly otherTitles: readonly TitleCandidate[]
  /** Position of the first block of the body. */
  readonly bodyFrom: number
  /** Blocks before the body that belong to the page, by position. */
  readonly furniture: ReadonlyMap<number, 'before' | 'metadata'>
}

/** How many leading blocks may hold head and page furniture. */
const headBlocks = 80

/** Recognises what stands before the body. */
export function recogniseHead(blocks: readonly Block[], profile: Profile): Head {
  const limit = firstOfBody(blocks)
  const candidates: TitleCandidate[] = []
  for (let at = 0; at < limit; at++) {
    const candidate = titleCandidate(blocks[at] as Block, profile)
    if (candidate) candidates.push(candidate)
  }
  const best = bestTitle(candidates, blocks) ?? plainTitle(blocks, limit)
  const titleAt = best?.place.block.index ?? -1
  const lines = best ? titleLines(best, blocks, limit) : null
  const furniture = new Map<number, 'before' | 'metadata'>()
  let addressee: Head['addressee'] = null
  let documentNumber: BlockRange | null = null
  let bodyFrom = lines?.to ?? 0
  for (let at = 0; at < limit; at++) {
    const block = blocks[at] as Block
    const line = pageLineOf(block.shape)
    if (lines && at >= lines.from && at < lines.to) continue
    if (isHeadLine(block)) bodyFrom = Math.max(bodyFrom, at + 1)
    if (line.documentNumber) documentNumber ??= wholeOf(block)
    else if (at > titleAt && isAddressee(block)) {
      addressee = addresseeOf(block)
      bodyFrom = at + 1
      break
    } else if (line.metadata || block.shape.kind === 'table-cell') {
      furniture.set(at, 'metadata')
      documentNumber ??= keyedNumber(block)
    } else if (lines && at < lines.from) {
      if (!isRedHead(block)) furniture.set(at, 'before')
    } else if (lines && isStray(block)) furniture.set(at, 'metadata')
  }
  if (!addressee && limit < blocks.length && isAddressee(blocks[limit] as Block)) {
    addressee = addresseeOf(blocks[limit] as Block)
    bodyFrom = limit + 1
  }
  return {
    title: best?.place ?? null,
    titleText: lines?.text ?? null,
    issuers: lines?.issuers ?? [],
    addressee,
    documentNumber,
    otherTitles: candidates.filter((candidate) => candidate !== best),
    bodyFrom,
    furniture,
  }
}

/** Whether the line belongs to the head: page data, a date, organs, a document number, a subtitle, or who speaks. */
function isHeadLine(block: Block): boolean {
  const { folded, kind } = block.shape
  const line = pageLineOf(block.shape)
  return (
    line.metadata ||
    line.date ||
    line.signed ||
    line.organ ||
    line.documentNumber ||
    kind === 'table-cell' ||
    isStray(block) ||
    /^ ?(?:[-—–]{1,4}|[(]\d{4}年)/.test(folded) ||
    (kind === 'paragraph' && folded.length <= 24 && /^[^。,;:!]+ [^ 。,;:!]{1,12}$/.test(folded.trim()))
  )
}

/**
 * Position of the first block that can only be body: a sentence, a numbered heading or a lower Markdown heading. Before it
 * there may still be an unnumbered heading of the body.
 */
function firstOfBody(blocks: readonly Block[]): number {
  let marked = false
  const end = Math.min(blocks.length, headBlocks)
  for (let at = 0; at < end; at++) {
    const { shape } = blocks[at] as Block
    const line = pageLineOf(shape)
    if (shape.kind === 'heading') {
      if (marked || headingOf(shape)?.label) return at
      marked = true
      continue
    }
    if (line.metadata || shape.kind === 'table-cell') continue
    if (isSentence(shape.folded) || (line.prose && !isTitleLike(shape.folded))) return at
    const heading = headingOf(shape)
    if (heading && shape.kind === 'paragraph' && heading.label?.style !== 'arabic-dot') return at
  }
  return end
}

/** Whether the line is a sentence of the text, and not a subtitle that happens to end with a full stop. */
function isSentence(folded: string): boolean {
  return /[。;!]$/.test(folded) && !/(?:报告|总结|汇报|情况)[。;!]$/.test(folded) && !/会议/.test(folded)
}

function isTitleLike(folded: string): boolean {
  return folded.length <= 100 && !/[。;!]$/.test(folded) && !/,.*,/.test(folded)
}

/** Lines above the title that belong to the document itself: the red head, signer, degree of urgency, a draft mark. */
function isRedHead(block: Block): boolean {
  const { folded } = block.shape
  return (
    pageLineOf(block.shape).organ ||
    /(?:文件|函)$/.test(folded) ||
    /^(?:签发人|密级|紧急程度|特急|加急|附件|[(]?(?:送审|征求意见|讨论|审议|初|代拟)稿)/.test(folded)
  )
}

/** A crumb of the page between title and body: a few characters that are neither name, date nor subtitle. */
function isStray(block: Block): boolean {
  const { folded } = block.shape
  const line = pageLineOf(block.shape)
  return (
    folded.length <= 12 && line.furniture && !line.organ && !line.date && block.shape.kind === 'paragraph'
  )
}

/** The document number in a line of page data: `发文字号: 青政发〔2024〕3号`. */
function keyedNumber(block: Block): BlockRange | null {
  const { folded } = block.shape
  const match = holdsOne(folded, ['文号', '文 号', '字号', '字 号', '文件编号'])
    ? /(?:文 ?号|字 ?号|文件编号) ?: ?([^\s|,;:]{2,20}号)/.exec(folded)
    : null
  if (!match) return null
  const from = match.index + match[0].length - (match[1] as string).length
  return { block, from, to: match.index + match[0].length }
}
