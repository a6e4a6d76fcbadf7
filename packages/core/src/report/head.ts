import type { Profile } from '../ruleset/profile.ts'
import type { Block, BlockRange } from '../text/block.ts'
import { headingOf } from './heading.ts'
import { isOrgan } from './organ.ts'
import { organParts, pageLineOf } from './page-line.ts'
import { issuerIn, type TitleCandidate, titleCandidate } from './title.ts'

/** A name with where it stands. */
export interface NamedPlace {
  readonly name: string
  readonly place: BlockRange
}

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
  const best = bestOf(candidates, blocks) ?? plainTitle(blocks, limit)
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
    if (line.documentNumber) documentNumber ??= whole(block)
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

/** The candidate that says most: a year, an issuer of its own or above it, the kind of document; the last of equals. */
function bestOf(candidates: readonly TitleCandidate[], blocks: readonly Block[]): TitleCandidate | null {
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
function plainTitle(blocks: readonly Block[], limit: number): TitleCandidate | null {
  const first = blocks[0]
  if (!first || limit === 0 || limit >= blocks.length) return null
  const { folded, kind } = first.shape
  const line = pageLineOf(first.shape)
  if (kind !== 'heading' && (folded.length > 40 || /[。;!:,]/.test(folded) || line.metadata || line.organ))
    return null
  if (line.furniture || isAddressee(first)) return null
  const issuer = issuerIn(folded)
  return {
    place: whole(first),
    issuer: issuer && { block: first, ...issuer },
    complete: false,
    year: false,
    phrase: false,
  }
}

interface TitleLines {
  /** The blocks that the title takes: `from` included, `to` not. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly issuers: readonly NamedPlace[]
}

/** The end of a title on a line of its own, often spaced: 报　　告. Folded text. */
const kindBelow = /^(?:[^。,;:]{2,16})?(?:报 *告|总 *结|汇 *报|情 *况)$/

/** The title with the issuer lines above it and what is wrapped to the lines around it. */
function titleLines(best: TitleCandidate, blocks: readonly Block[], limit: number): TitleLines {
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

/** 主送机关: organs, or those present, with a colon at the end. */
function isAddressee(block: Block): boolean {
  const { folded } = block.shape
  if (folded.length > 80 || !folded.trimEnd().endsWith(':')) return false
  const names = folded.trimEnd().slice(0, -1)
  if (/^(?:各位|尊敬的)[^,。]{1,20}$/.test(names)) return true
  const parts = names.split(/[、,;]| +/).filter((part) => part !== '')
  return (
    parts.length > 0 && parts.every((part) => isOrgan(part) || /^[省市县区镇乡]?(?:委|政府|人大)$/.test(part))
  )
}

function addresseeOf(block: Block): NonNullable<Head['addressee']> {
  const { folded } = block.shape
  const to = folded.trimEnd().length
  const names = folded.slice(0, to - 1).split(/[、,;]| +/)
  return { names: names.filter((name) => name !== ''), place: { block, from: 0, to } }
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
  const match = /(?:文 ?号|字 ?号|文件编号) ?: ?([^\s|,;:]{2,20}号)/.exec(block.shape.folded)
  if (!match) return null
  const from = match.index + match[0].length - (match[1] as string).length
  return { block, from, to: match.index + match[0].length }
}

function whole(block: Block): BlockRange {
  return { block, from: 0, to: block.shape.text.length }
}

function textOfPlace({ block, from, to }: BlockRange): string {
  return block.shape.text.slice(from, to).trim()
}

function compact({ block, from, to }: BlockRange): string {
  return block.shape.folded.slice(from, to).replace(/ /g, '')
}
