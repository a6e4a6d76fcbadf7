import type { CheckOptions } from '../analysis.ts'
import type { Profile } from '../ruleset/profile.ts'
import type { Block, BlockRange } from '../text/block.ts'
import { matchesIn } from '../text/matches.ts'
import { datedPlace, datesIn } from './calendar.ts'
import type { FrontMatterFields } from './front-matter.ts'
import type { Head } from './head.ts'
import { levelOf, type NamedPlace } from './organ.ts'
import type { SectionDraft } from './outline.ts'
import type { DatedPlace, Metadata } from './report.ts'
import type { Tail } from './tail.ts'
import { issuerIn, yearIn } from './title.ts'

/** What the metadata is gathered from. */
export interface Sources {
  readonly blocks: readonly Block[]
  readonly head: Head
  readonly tail: Tail
  readonly fields: FrontMatterFields
  readonly pageBlocks: readonly Block[]
  readonly options: CheckOptions
  readonly profile: Profile
}

/** Who issues the report: the title, the lines above it, front matter, another title of the page, the page's data. */
function findIssuer({ head, fields, pageBlocks, options }: Sources): NamedPlace | null {
  if (head.issuers[0]) return head.issuers[0]
  if (fields.issuer) return named(fields.issuer)
  const inTitle = fields.title && issuerIn(textOf(fields.title))
  if (fields.title && inTitle) {
    const from = fields.title.from + inTitle.from
    return named({ block: fields.title.block, from, to: fields.title.from + inTitle.to })
  }
  for (const { issuer } of head.otherTitles) if (issuer) return named(issuer)
  for (const block of pageBlocks) {
    const match = /(?:发布机构|机构名称|发文机关|发文单位|公开主体)[ |]*:[ |]*([^\s|:,;。]{2,30})/.exec(
      block.shape.folded,
    )
    if (!match) continue
    const from = match.index + match[0].length - (match[1] as string).length
    return named({ block, from, to: from + (match[1] as string).length })
  }
  const place = head.title
  return options.issuer && place ? { name: options.issuer, place: { ...place, to: place.from } } : null
}

/**
 * The year that the report is about: from the title; else from front matter, other titles, headings (a plan is for the
 * year after), or the year that opens the text. In a title that speaks at the start of the next year (政府工作报告) the
 * year is the one after.
 */
export function findPeriod(
  { blocks, head, fields, profile }: Sources,
  sections: () => readonly SectionDraft[],
): Metadata['period'] {
  const session = (profile.sessionTitles ?? []).some((phrase) => head.titleText?.includes(phrase))
  const titles = [head.title, fields.period, fields.title, ...head.otherTitles.map((title) => title.place)]
  const lines = titleLines(head, blocks)
  for (const place of [...titles, ...lines]) {
    if (!place) continue
    const text = textOf(place)
    const year = yearIn(text) ?? (place === fields.period ? yearIn(`${text}年`) : null)
    if (!year) continue
    const from = place.from + year.from
    const to = Math.min(place.from + year.to, place.to)
    return { year: session ? year.year - 1 : year.year, place: { block: place.block, from, to } }
  }
  return yearOfHeadings(sections()) ?? yearOfText(blocks, head.bodyFrom)
}

/** The lines just around the title, for a title that was wrapped. */
function titleLines(head: Head, blocks: readonly Block[]): BlockRange[] {
  if (!head.title) return []
  const at = head.title.block.index
  return [at - 1, at + 1]
    .filter((near) => near >= 0 && near < head.bodyFrom && !head.furniture.has(near))
    .map((near) => blocks[near] as Block)
    .filter((block) => block.shape.folded.length <= 40)
    .map((block) => ({ block, from: 0, to: block.shape.text.length }))
}

function yearOfHeadings(sections: readonly SectionDraft[]): Metadata['period'] {
  for (const { titlePlace } of sections) {
    const text = textOf(titlePlace)
    const year = yearIn(text)
    if (!year) continue
    const isNext = /安排|打算|计划|思路|任务|下一/.test(text)
    const { block } = titlePlace
    const from = titlePlace.from + year.from
    return { year: isNext ? year.year - 1 : year.year, place: { block, from, to: titlePlace.from + year.to } }
  }
  return null
}

/** How many blocks of the body may hold the year that the text opens with. */
const openingBlocks = 3

function yearOfText(blocks: readonly Block[], from: number): Metadata['period'] {
  for (const block of blocks.slice(from, from + openingBlocks)) {
    const match =
      /^(?:现将)?[^,。;《]{0,16}?((?:19|20)\d\d) ?年(?:度|来|以来)?(?=[,，]|[^\d—~-]{0,24}(?:工作|情况|建设))/.exec(
        block.shape.folded,
      )
    if (!match) continue
    const at = match.index + match[0].indexOf(match[1] as string)
    return { year: Number(match[1]), place: { block, from: at, to: at + 5 } }
  }
  return null
}

/** The dates that the page or the front matter gives. */
function pageDates({ pageBlocks, fields }: Sources): {
  publishedOn: DatedPlace | null
  writtenOn: DatedPlace | null
} {
  let publishedOn = dateIn(fields.published)
  let writtenOn = dateIn(fields.written)
  for (const [nth, block] of pageBlocks.entries()) {
    publishedOn ??= keyedDate(block, pageBlocks[nth + 1], published)
    writtenOn ??= keyedDate(block, pageBlocks[nth + 1], written)
  }
  return { publishedOn, writtenOn }
}

//     信息来源: 大场镇 发布时间 2021-03-10        key and date apart by :, | or spaces only
//                      ^ key    ^ date
const published = /(?:发布|公开|更新|上网|发稿)(?:日期|时间)[ :|]*|^(?:日期|时间)[ :|]+/g
const written = /(?:成文|发文|印发|生成|制发|形成)(?:日期|时间)[ :|]*/g

function keyedDate(block: Block, next: Block | undefined, key: RegExp): DatedPlace | null {
  const { folded } = block.shape
  for (const match of matchesIn(folded, key)) {
    const behind = match.index + match[0].length
    const date = datesIn(block.shape).find(({ from }) => from >= behind && from <= behind + 1)
    if (date) return datedPlace(block, date)
    if (behind >= folded.length && next) {
      const first = datesIn(next.shape)[0]
      if (first && first.from === 0) return datedPlace(next, first)
    }
  }
  return null
}

function dateIn(place: BlockRange | null): DatedPlace | null {
  if (!place) return null
  const date = datesIn(place.block.shape).find(({ from, to }) => from >= place.from && to <= place.to)
  return date ? datedPlace(place.block, date) : null
}

/** The metadata, once the outline is known. */
export function gatherMetadata(sources: Sources, period: Metadata['period']): Metadata {
  const { head, tail, fields, options } = sources
  const issuer = findIssuer(sources)
  const { publishedOn, writtenOn } = pageDates(sources)
  return {
    title: head.title ?? fields.title,
    titleText: head.titleText ?? (fields.title && textOf(fields.title)),
    issuer,
    level: levelOf(issuer?.name ?? options.issuer ?? tail.signatures[0]?.name ?? ''),
    period,
    addressee: head.addressee,
    signatures: tail.signatures,
    signedOn: tail.signedOn,
    publishedOn,
    writtenOn,
    documentNumber: head.documentNumber ?? fields.documentNumber,
  }
}

function named(place: BlockRange): NamedPlace {
  return { name: textOf(place).replace(/ /g, ''), place }
}

function textOf({ block, from, to }: BlockRange): string {
  return block.shape.folded.slice(from, to)
}
