import type { CheckOptions } from '../analysis.ts'
import type { Document } from '../read/document.ts'
import { perDraft } from '../read/per-draft.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { PartProfile, Profile } from '../ruleset/profile.ts'
import type { Block, BlockRange } from '../text/block.ts'
import { follows } from '../text/blocks-with.ts'
import { cueFinder } from './cue.ts'
import { frontMatterFields } from './front-matter.ts'
import { recogniseHead } from './head.ts'
import { keepItems } from './keep-items.ts'
import { keepOutline } from './keep-outline.ts'
import { findMentions } from './mention.ts'
import { gatherMetadata, type Sources } from './metadata.ts'
import { RecognisedPart, RecognisedReport } from './recognised-report.ts'
import type { Furniture, Report, Role, Section } from './report.ts'
import type { Roles } from './role.ts'
import { recogniseTail } from './tail.ts'

/** Recognises what the document says it is: its metadata, outline, parts and items. `data` holds the cue words of items. */
export function recogniseReport(
  document: Document,
  profile: Profile,
  options: CheckOptions,
  data: DataKinds = noData,
): Report {
  const { blocks } = document
  const head = recogniseHead(blocks, profile)
  const tail = recogniseTail(blocks, head.bodyFrom, head.furniture.size > 0)
  const furniture = furnitureOf(blocks, head.furniture, tail.furnitureFrom)
  const { own, ofPage, isPage } = splitBlocks(blocks, furniture)
  if (own !== blocks) followLast(document, own)
  const sources: Sources = {
    blocks,
    head,
    tail,
    fields: frontMatterFields(document),
    pageBlocks: ofPage,
    options,
    profile,
  }
  const { drafts, period, roles, order } = keepOutline(document, sources)
  const sections: readonly Section[] = drafts
  const outermost = (role: Role): readonly Section[] =>
    (order.byRole.get(role) ?? none).map((at) => sections[at] as Section)
  const context = { sections, roles, find: cueFinder(data) }
  const rolesOf = ({ index }: Block): Roles => roles[order.innermost[index] ?? -1] ?? none
  const isOfBody = ({ index }: Block): boolean =>
    index >= head.bodyFrom && index < tail.bodyTo && isPage[index] !== 1
  const mentionsOf = (part: PartProfile): readonly BlockRange[] => {
    const isElsewhere = (block: Block): boolean => isOfBody(block) && !rolesOf(block).includes(part.role)
    return findMentions(part, blocks, isElsewhere, period?.year ?? null)
  }
  return new RecognisedReport(
    {
      document,
      metadata: gatherMetadata(sources, period),
      sections,
      parts: profile.parts.map((part) => new RecognisedPart(part, outermost(part.role), mentionsOf)),
      shortcomings: keepItems(document, 'shortcoming', outermost('shortcomings'), context),
      measures: keepItems(document, 'measure', outermost('plan'), context),
      furniture,
      blocks: own,
    },
    order.innermost,
  )
}

const none: readonly never[] = Object.freeze([])

const lastOwn = perDraft((): { blocks: readonly Block[] | null } => ({ blocks: null }))

/** Tells what is kept by block that the report's blocks are those of the next version. */
function followLast(document: Document, own: readonly Block[]): void {
  const last = lastOwn(document)
  if (last.blocks !== null) follows(last.blocks, own)
  last.blocks = own
}

const noData: DataKinds = Object.freeze({})

function furnitureOf(
  blocks: readonly Block[],
  head: ReadonlyMap<number, 'before' | 'metadata'>,
  tailFrom: number,
): Furniture[] {
  const furniture: Furniture[] = []
  const add = (at: number, kind: Furniture['kind']): void => {
    const last = furniture.at(-1)
    if (last && last.to === at && last.kind === kind)
      furniture[furniture.length - 1] = { ...last, to: at + 1 }
    else furniture.push({ from: at, to: at + 1, kind })
  }
  for (const [at, kind] of [...head].sort((a, b) => a[0] - b[0])) if (at < tailFrom) add(at, kind)
  if (tailFrom < blocks.length) furniture.push({ from: tailFrom, to: blocks.length, kind: 'after' })
  return furniture
}

/** The blocks of the report, those of the page, and for each block whether it is of the page: 1. */
function splitBlocks(
  blocks: readonly Block[],
  furniture: readonly Furniture[],
): { readonly own: readonly Block[]; readonly ofPage: readonly Block[]; readonly isPage: Uint8Array } {
  const isPage = new Uint8Array(blocks.length)
  if (furniture.length === 0) return { own: blocks, ofPage: [], isPage }
  for (const { from, to } of furniture) isPage.fill(1, from, to)
  const own: Block[] = []
  const ofPage: Block[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (isPage[at] === 1) ofPage.push(block)
    else own.push(block)
  }
  return { own, ofPage, isPage }
}
