import type { Document } from '../read/document.ts'
import { perDraft } from '../read/per-draft.ts'
import type { Profile } from '../ruleset/profile.ts'
import type { Block, BlockShape } from '../text/block.ts'
import { placesWith, sharedBlocks } from '../text/blocks-with.ts'
import { headingOf } from './heading.ts'
import { bareHeadings, leadParagraphs } from './lead.ts'
import { findPeriod, type Sources } from './metadata.ts'
import {
  bodyOf,
  findHeadings,
  type Heading,
  mayBeHeading,
  nestSections,
  type SectionDraft,
} from './outline.ts'
import type { Metadata, Role } from './report.ts'
import { assignRoles, type Roles } from './role.ts'

/** The sections of a report with their roles, and the year that the report is about. */
export interface Outline {
  readonly drafts: readonly SectionDraft[]
  readonly period: Metadata['period']
  /** By section. */
  readonly roles: readonly Roles[]
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
}

const lastOutline = perDraft((): { kept: Kept | null } => ({ kept: null }))

/**
 * The outline of a document: headings first; then, for parts that no heading names, the paragraphs that hold them. After an edit
 * that has to do with no heading it is that of the version before, but for the text of one section.
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
  const { drafts, roles } = last.kept
  return { drafts, period, roles }
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
  return { ...asked, headings, missing, opened, drafts, roles }
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
  for (let at = front; at < end; at++)
    if (mayBeHeading((kept.blocks[at] as Block).shape) || mayBeHeading((blocks[at] as Block).shape))
      return null
  const { headings, missing, opened, roles } = kept
  if (headings.some(({ lead }) => lead !== undefined)) return null
  const within = leadParagraphs(blocks, Math.max(front, from), Math.min(end, to), missing, profile, year)
  if (within.length > 0) return null
  const nth = headings.findLastIndex(({ block }) => block.index < front)
  if (nth === -1 || front >= to) return { ...kept, blocks }
  if (opened.has(nth)) return null
  const drafts = kept.drafts.slice()
  drafts[nth] = {
    ...(drafts[nth] as SectionDraft),
    body: bodyOf(headings[nth] as Heading, headings[nth + 1], blocks, to),
  }
  return { ...kept, blocks, drafts, roles }
}
