import type { Document } from '../read/document.ts'
import { perDraft } from '../read/per-draft.ts'
import type { Profile } from '../ruleset/profile.ts'
import type { Block, BlockShape } from '../text/block.ts'
import { placesWith, sharedBlocks } from '../text/blocks-with.ts'
import { mayBeBare } from './bare-heading.ts'
import { headingOf, type LocalHeading } from './heading.ts'
import { bareHeadings, leadParagraphs } from './lead.ts'
import { findPeriod, type Sources } from './metadata.ts'
import {
  bodyOf,
  findHeadings,
  type Heading,
  headingAt,
  mayBeHeading,
  nestSections,
  type SectionDraft,
  titleText,
} from './outline.ts'
import type { Metadata, Role } from './report.ts'
import { assignRoles, type Roles } from './role.ts'

/** The sections of a report with their roles, and the year that the report is about. */
export interface Outline {
  readonly drafts: readonly SectionDraft[]
  readonly period: Metadata['period']
  /** By section. */
  readonly roles: readonly Roles[]
  readonly order: SectionOrder
}

/** Which section stands where, by their positions: the very same after an edit that leaves headings and roles alone. */
export interface SectionOrder {
  /** For each block the innermost section that holds it; -1 for none. */
  readonly innermost: Int32Array
  /** For each role the sections with the role whose parents do not have it. */
  readonly byRole: ReadonlyMap<Role, readonly number[]>
}

/** All that an outline is made of, and the outline. */
interface Kept {
  readonly blocks: readonly Block[]
  readonly from: number
  readonly to: number
  readonly profile: Profile
  readonly year: number | null
  readonly loose: boolean
  readonly headings: readonly Heading[]
  /** The roles that no heading has. */
  readonly missing: ReadonlySet<Role>
  /** The sections whose roles were looked for in their opening words. */
  readonly opened: ReadonlySet<number>
  readonly drafts: readonly SectionDraft[]
  readonly roles: readonly Roles[]
  readonly order: SectionOrder
}

const lastOutline = perDraft((): { kept: Kept | null } => ({ kept: null }))

/**
 * The outline of a document: headings first; then, for parts that no heading names, the paragraphs that hold them. After an edit
 * that makes no other headings it is that of the version before, but for the sections that it touches.
 */
export function keepOutline(document: Document, sources: Sources): Outline {
  const { blocks, head, tail, profile, options } = sources
  const from = head.bodyFrom
  const to = tail.bodyTo
  const period = findPeriod(sources, () =>
    nestSections(findHeadings(blocks, from, to, { of: () => null }), blocks, to),
  )
  const year = period?.year ?? options.period ?? null
  const loose = !placesWith(blocks, isOuter).some((at) => at >= from && at < to)
  const last = lastOutline(document)
  const asked = { blocks, from, to, profile, year, loose }
  last.kept = (last.kept && afterEdit(last.kept, asked)) ?? outline(asked)
  const { drafts, roles, order } = last.kept
  return { drafts, period, roles, order }
}

type Asked = Pick<Kept, 'blocks' | 'from' | 'to' | 'profile' | 'year' | 'loose'>

function outline(asked: Asked): Kept {
  const { blocks, from, to, profile, year, loose } = asked
  let headings = findHeadings(blocks, from, to, bareHeadings(profile, year, loose))
  let drafts = nestSections(headings, blocks, to)
  let { roles, opened } = assignRoles(drafts, profile, year)
  const known = new Set(roles.flat())
  const missing = new Set(profile.parts.map((part) => part.role).filter((role) => !known.has(role)))
  const leads = leadParagraphs(blocks, from, to, missing, profile, year)
  if (leads.length > 0) {
    headings = [...headings, ...leads].sort((a, b) => a.block.index - b.block.index)
    drafts = nestSections(headings, blocks, to)
    ;({ roles, opened } = assignRoles(drafts, profile, year))
  }
  for (let at = 0; at < drafts.length; at++)
    (drafts[at] as SectionDraft).role = (roles[at] as Roles)[0] ?? null
  const order = {
    innermost: innermostSections(drafts, blocks.length),
    byRole: outermostSections(drafts, roles),
  }
  return { ...asked, headings, missing, opened, drafts, roles, order }
}

/** The last section in reading order that has begun, if it has not ended. */
function innermostSections(sections: readonly SectionDraft[], blocks: number): Int32Array {
  const innermost = new Int32Array(blocks).fill(-1)
  for (let at = 0; at < sections.length; at++) {
    const { from, to } = sections[at] as SectionDraft
    innermost.fill(at, from, sections[at + 1]?.from ?? to)
  }
  return innermost
}

function outermostSections(
  sections: readonly SectionDraft[],
  roles: readonly Roles[],
): ReadonlyMap<Role, readonly number[]> {
  const byRole = new Map<Role, number[]>()
  for (let at = 0; at < sections.length; at++) {
    const { parent } = sections[at] as SectionDraft
    const above = parent === -1 ? null : (roles[parent] as Roles)
    for (const role of roles[at] as Roles) {
      if (above?.includes(role)) continue
      const known = byRole.get(role)
      if (known) known.push(at)
      else byRole.set(role, [at])
    }
  }
  return byRole
}

/** Whether the block is a heading of an outer numbering: with any, unnumbered lines need more to be headings. */
const isOuter = (shape: BlockShape): boolean => {
  const heading = headingOf(shape)
  const style = heading?.label?.style
  return (
    heading !== null &&
    (heading.depth > 0 || style === 'han-comma' || style === 'chapter' || style === 'section')
  )
}

/** The outline of the next version, if the edit leaves all headings and roles alone; null otherwise. */
function afterEdit(kept: Kept, asked: Asked): Kept | null {
  const { blocks, from, to, profile, year, loose } = asked
  if (kept.blocks.length !== blocks.length || kept.from !== from || kept.to !== to) return null
  if (kept.profile !== profile || kept.year !== year || kept.loose !== loose) return null
  const { front, back } = sharedBlocks(kept.blocks, blocks)
  const end = blocks.length - back
  if (front === end) return { ...kept, blocks }
  // A line without number may be a heading since text follows it.
  const above = blocks[front - 1]
  if (above && mayBeHeading(above.shape) && headingOf(above.shape) === null) return null
  if (kept.headings.some(({ lead }) => lead !== undefined)) return null
  const headings = headingsAfter(kept, blocks, front, end)
  if (headings === null) return null
  const { missing, opened } = kept
  const within = leadParagraphs(blocks, Math.max(front, from), Math.min(end, to), missing, profile, year)
  if (within.length > 0) return null
  const nth = headings.findLastIndex(({ block }) => block.index < front)
  if (front >= to) return { ...kept, blocks }
  const drafts = kept.drafts.slice()
  let isRetitled = false
  for (let at = Math.max(nth, 0); at < headings.length && (headings[at] as Heading).block.index < end; at++) {
    if (opened.has(at)) return null
    const heading = headings[at] as Heading
    const before = drafts[at] as SectionDraft
    const title = titleText(heading.title)
    isRetitled ||= title !== before.title
    const body = bodyOf(heading, headings[at + 1], blocks, to)
    drafts[at] = { ...before, label: heading.label, title, titlePlace: heading.title, body }
  }
  const next = { ...kept, blocks, headings, drafts }
  return isRetitled && !hasRolesOf(next) ? null : next
}

/** Whether the sections have the roles under their titles that they are said to have. */
function hasRolesOf({ headings, drafts, profile, year, opened, roles: known }: Kept): boolean {
  // Whether an unnumbered line is a heading may hang on the title above it.
  if (headings.some(({ label, depth }) => label === null && depth === 0)) return false
  const assigned = assignRoles(drafts, profile, year)
  if (assigned.opened.size !== opened.size || [...opened].some((at) => !assigned.opened.has(at))) return false
  return known.every((roles, nth) => roles.join() === assigned.roles[nth]?.join())
}

/** The headings, if those that the edit touches stay headings of their places; null otherwise. */
function headingsAfter(
  kept: Kept,
  blocks: readonly Block[],
  front: number,
  end: number,
): readonly Heading[] | null {
  let { headings } = kept
  for (let at = front; at < end; at++) {
    const before = kept.blocks[at] as Block
    const block = blocks[at] as Block
    if (!mayBeHeading(before.shape) && !mayBeHeading(block.shape)) continue
    const local = headingOf(block.shape)
    if (local === null || !standsFor(local, before.shape, block.shape)) return null
    const nth = headings.findIndex((heading) => heading.block === before)
    // One of a list that is none of headings.
    if (nth !== -1) headings = headings.with(nth, headingAt(block, local))
  }
  return headings
}

/** Whether the block is a heading wherever the one before was one, at the same level and with the same number. */
function standsFor(local: LocalHeading, before: BlockShape, shape: BlockShape): boolean {
  const last = headingOf(before)
  if (last === null || mayBeBare(before) !== mayBeBare(shape) || before.kind !== shape.kind) return false
  return (
    last.depth === local.depth &&
    last.form === local.form &&
    last.label?.style === local.label?.style &&
    last.label?.number === local.label?.number &&
    last.rest < before.folded.length === local.rest < shape.folded.length &&
    sentenceEnd.test(before.folded) === sentenceEnd.test(shape.folded)
  )
}

const sentenceEnd = /[。;!?]$/
