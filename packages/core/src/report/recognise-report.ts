import type { CheckOptions } from '../analysis.ts'
import type { Document } from '../read/document.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Profile } from '../ruleset/profile.ts'
import type { Block } from '../text/block.ts'
import { cueFinder } from './cue.ts'
import { isFoldedWidth } from './folded-width.ts'
import { frontMatterFields } from './front-matter.ts'
import { recogniseHead } from './head.ts'
import { headingOf } from './heading.ts'
import { findItems } from './item.ts'
import { bareHeadings, leadParagraphs } from './lead.ts'
import { findMentions } from './mention.ts'
import { findPeriod, gatherMetadata, type Sources } from './metadata.ts'
import { findHeadings, nestSections, type SectionDraft } from './outline.ts'
import type { Furniture, Metadata, Part, Report, Role, Section } from './report.ts'
import { assignRoles, type Roles } from './role.ts'
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
  const isPage = pageBlocks(furniture, blocks.length)
  const own = blocks.filter((block) => isPage[block.index] === 0)
  const sources: Sources = {
    blocks,
    head,
    tail,
    fields: frontMatterFields(document),
    pageBlocks: blocks.filter((block) => isPage[block.index] === 1),
    options,
    profile,
  }
  const { drafts, period, roles } = outline(sources)
  const sections: Section[] = drafts.map((draft, index) => ({
    ...draft,
    role: (roles[index] as Roles)[0] ?? null,
  }))
  const bodyBlocks = blocks.slice(head.bodyFrom, tail.bodyTo).filter((block) => isPage[block.index] === 0)
  const innermost = innermostSections(sections, blocks.length)
  const sectionOf = (block: Block): Section | null => {
    const index = innermost[block.index]
    return index === undefined || index === -1 ? null : (sections[index] as Section)
  }
  const outermost = (role: Role): Section[] => outermostOf(role, sections, roles)
  const context = { sections, roles, find: cueFinder(data) }
  const rolesOf = (block: Block): Roles => rolesAt(sectionOf(block), roles)
  const mentions = findMentions(profile, bodyBlocks, rolesOf, period?.year ?? null)
  const parts: Part[] = profile.parts.map(({ role }) => ({
    role,
    sections: outermost(role),
    mentions: mentions.get(role) ?? [],
  }))
  return Object.freeze({
    document,
    metadata: gatherMetadata(sources, period),
    sections,
    parts,
    shortcomings: findItems('shortcoming', outermost('shortcomings'), context),
    measures: findItems('measure', outermost('plan'), context),
    furniture,
    blocks: own,
    sectionOf,
    foldedWidth: isFoldedWidth(own),
  })
}

const noData: DataKinds = Object.freeze({})

interface Outline {
  readonly drafts: readonly SectionDraft[]
  readonly period: Metadata['period']
  readonly roles: readonly Roles[]
}

/** The outline: headings first; then, for parts that no heading names, the paragraphs that hold them. */
function outline(sources: Sources): Outline {
  const { blocks, head, tail, profile, options } = sources
  const from = head.bodyFrom
  const to = tail.bodyTo
  const period = findPeriod(sources, () =>
    nestSections(findHeadings(blocks, from, to, { of: () => null }), blocks, to),
  )
  const year = period?.year ?? options.period ?? null
  const loose = !blocks.slice(from, to).some(isOuter)
  let headings = findHeadings(blocks, from, to, bareHeadings(profile, year, loose))
  let drafts = nestSections(headings, blocks, to)
  let roles = assignRoles(drafts, profile, year)
  const known = new Set(roles.flat())
  const missing = new Set(profile.parts.map((part) => part.role).filter((role) => !known.has(role)))
  const leads = leadParagraphs(blocks, from, to, missing, profile, year)
  if (leads.length > 0) {
    headings = [...headings, ...leads].sort((a, b) => a.block.index - b.block.index)
    drafts = nestSections(headings, blocks, to)
    roles = assignRoles(drafts, profile, year)
  }
  return { drafts, period, roles }
}

/** Whether the block is a heading of an outer numbering: with any, unnumbered lines need more to be headings. */
function isOuter(block: Block): boolean {
  const heading = headingOf(block.shape)
  const style = heading?.label?.style
  return (
    heading !== null &&
    (heading.depth > 0 || style === 'han-comma' || style === 'chapter' || style === 'section')
  )
}

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

/** For each block 1 if it is furniture. */
function pageBlocks(furniture: readonly Furniture[], blocks: number): Uint8Array {
  const marks = new Uint8Array(blocks)
  for (const { from, to } of furniture) marks.fill(1, from, to)
  return marks
}

/** For each block the innermost section that holds it, or -1. Sections come in reading order, so inner ones come later. */
function innermostSections(sections: readonly Section[], blocks: number): Int32Array {
  const innermost = new Int32Array(blocks).fill(-1)
  const open: Section[] = []
  let next = 0
  for (let at = 0; at < blocks; at++) {
    while (open.length > 0 && (open.at(-1) as Section).to <= at) open.pop()
    while (next < sections.length && (sections[next] as Section).from <= at)
      open.push(sections[next++] as Section)
    innermost[at] = open.at(-1)?.index ?? -1
  }
  return innermost
}

function rolesAt(section: Section | null, roles: readonly Roles[]): Roles {
  return section ? (roles[section.index] as Roles) : []
}

/** The sections with the role whose parents do not have it. */
function outermostOf(role: Role, sections: readonly Section[], roles: readonly Roles[]): Section[] {
  return sections.filter(({ index, parent }) => {
    if (!(roles[index] as Roles).includes(role)) return false
    return parent === -1 || !(roles[parent] as Roles).includes(role)
  })
}
