import type { PartProfile, Profile } from '../ruleset/profile.ts'
import type { Block } from '../text/block.ts'
import { escaped } from '../text/escaped.ts'
import { mayBeBare, opensAnnex } from './bare-heading.ts'
import { bare } from './clause.ts'
import { headingOf } from './heading.ts'
import { labelOf } from './label.ts'
import type { BareHeadings, Heading } from './outline.ts'
import { pageLineOf } from './page-line.ts'
import { perYear } from './per-year.ts'
import type { Role } from './report.ts'
import { filled, rolesOfTitle } from './role.ts'

/** A paragraph of its own part is at least this long. */
const leastLead = 30
/** How far into a paragraph its lead may stand. */
const leadReach = 45

/**
 * Unnumbered lines that are headings: those that name a part of the profile (存在问题 on a line of its own), annexes, and,
 * in a draft without any outer numbering, short lines that running text follows.
 * @param loose whether the draft has no outer numbering
 */
export function bareHeadings(profile: Profile, year: number | null, loose: boolean): BareHeadings {
  const of: BareHeadings['of'] = (block, next, outer) => {
    if (!mayBeBare(block.shape)) return null
    const { folded } = block.shape
    const title = bare(folded, { from: 0, to: folded.length })
    const roles = rolesOfTitle(folded.slice(title.from, title.to), profile, year)
    if (!opensAnnex(folded)) {
      const named = roles.length > 0
      if (!named && !(loose && !folded.endsWith(':') && isFollowedByText(next))) return null
      if (named && folded.endsWith(':') && !isFollowedByText(next)) return null
    }
    return {
      block,
      label: null,
      depth: 0,
      runIn: false,
      title: { block, ...title },
      rest: folded.length,
      inner: outer !== null && namesSamePart(outer, roles, profile, year),
    }
  }
  return { of }
}

function namesSamePart(
  outer: Heading,
  roles: readonly Role[],
  profile: Profile,
  year: number | null,
): boolean {
  const { block, from, to } = outer.title
  const above = rolesOfTitle(block.shape.folded.slice(from, to), profile, year)
  return roles.some((role) => above.includes(role))
}

function isFollowedByText(next: Block | undefined): boolean {
  if (!next) return false
  return pageLineOf(next.shape).prose || headingOf(next.shape) !== null || labelOf(next.shape) !== null
}

/**
 * Paragraphs that hold a part without a heading: 存在的不足主要有：一是…. Only for roles that no heading has; the first such
 * paragraph of a role is its section.
 */
export function leadParagraphs(
  blocks: readonly Block[],
  from: number,
  to: number,
  missing: ReadonlySet<Role>,
  profile: Profile,
  year: number | null,
): Heading[] {
  const found: Heading[] = []
  const open = profile.parts.filter((part) => missing.has(part.role) && (part.leads ?? []).length > 0)
  for (let at = from; at < to && open.length > 0; at++) {
    const block = blocks[at] as Block
    const { shape } = block
    if (shape.kind !== 'paragraph' || shape.folded.length < leastLead || headingOf(shape)) continue
    const opening = shape.folded.slice(0, leadReach)
    for (let nth = 0; nth < open.length; nth++) {
      const part = open[nth] as PartProfile
      const { leads, pattern } = leadsOf(part, year)
      if (!pattern.test(opening)) continue
      const end = endOfLead(opening, leads)
      found.push(paragraphSection(block, part.role, phraseEnd(shape.folded, end)))
      open.splice(nth, 1)
      break
    }
  }
  const [first] = found
  if (
    first &&
    !blocks.slice(from, to).some((block) => headingOf(block.shape)) &&
    missing.has('achievements')
  ) {
    const start = blocks.slice(from, first.block.index).find((block) => isOwnText(block))
    if (start) found.push(paragraphSection(start, 'achievements', phraseEnd(start.shape.folded, 1)))
  }
  return found
}

/** A paragraph of text that does not only introduce what follows. */
function isOwnText({ shape }: Block): boolean {
  return shape.folded.length >= leastLead && !/(?:如下|以下)[^,;。]{0,8}[:。]$/.test(shape.folded)
}

/** The paragraph as a section of its own, with its first words up to `end` as title. */
function paragraphSection(block: Block, role: Role, end: number): Heading {
  const title = { block, ...bare(block.shape.folded, { from: 0, to: end }) }
  return { block, label: null, depth: 0, runIn: true, title, rest: 0, lead: role }
}

/** Words that open the text of a part: where a paragraph begins, or anywhere. */
interface Lead {
  readonly text: string
  readonly anywhere: boolean
}

/** The leads of a part with the years filled in, and a pattern of all of them. */
const leadsOf = perYear(
  (part: PartProfile, year): { readonly leads: readonly Lead[]; readonly pattern: RegExp } => {
    const leads: Lead[] = []
    for (const written of part.leads ?? []) {
      const lead = filled(written, year)
      if (lead === null) continue
      const anywhere = lead.startsWith('…')
      leads.push({ text: anywhere ? lead.slice(1) : lead, anywhere })
    }
    const all = leads.map(({ text, anywhere }) => (anywhere ? escaped(text) : `^${escaped(text)}`))
    return { leads, pattern: new RegExp(all.length === 0 ? '(?!)' : all.join('|')) }
  },
)

/** Where the first of the leads that the opening holds ends. The opening holds one. */
function endOfLead(opening: string, leads: readonly Lead[]): number {
  for (const { text, anywhere } of leads) {
    const at = opening.indexOf(text)
    if (at !== -1 && (anywhere || at === 0)) return at + text.length
  }
  return 0
}

/** Where the phrase ends that is still going on at `from`. */
function phraseEnd(folded: string, from: number): number {
  let at = from
  while (at < folded.length && !',;:。'.includes(folded.charAt(at))) at++
  return at
}
