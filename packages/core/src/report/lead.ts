import type { Profile } from '../ruleset/profile.ts'
import type { Block } from '../text/block.ts'
import { bare } from './clause.ts'
import { headingOf } from './heading.ts'
import { labelOf } from './label.ts'
import type { BareHeadings, Heading } from './outline.ts'
import { pageLineOf } from './page-line.ts'
import type { Role } from './report.ts'
import { filled, rolesOfTitle } from './role.ts'

/** The longest line that may be a heading without number. */
const longestBare = 30
/** A paragraph of its own part is at least this long. */
const leastLead = 30
/** How far into a paragraph its lead may stand. */
const leadReach = 30

/** Lines that open an annex: headings of the outermost level in any draft. */
const annex = /^(?:附件|附表|附录)[\d一二三四五六七八九十]{0,2}:?(?: .{0,24})?$|^名词(?:解释|注释)$/

/**
 * Unnumbered lines that are headings: those that name a part of the profile (存在问题 on a line of its own), annexes, and,
 * in a draft without any outer numbering, short lines that running text follows.
 * @param loose whether the draft has no outer numbering
 */
export function bareHeadings(profile: Profile, year: number | null, loose: boolean): BareHeadings {
  const of = (block: Block, next: Block | undefined): Heading | null => {
    const { shape } = block
    const { folded } = shape
    if (shape.kind !== 'paragraph' || folded.length > longestBare || folded.length < 2) return null
    const isAnnex = annex.test(folded)
    if (!isAnnex && (/[。;!,]|^[(—-]|[^:]:.|\d{4}年\d{1,2}月/.test(folded) || labelOf(shape))) return null
    const line = pageLineOf(shape)
    if (line.date || line.organ || line.formula || (line.metadata && !isAnnex)) return null
    const title = bare(folded, { from: 0, to: folded.length })
    if (!isAnnex) {
      const named = rolesOfTitle(folded.slice(title.from, title.to), profile, year).length > 0
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
    }
  }
  return { of }
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
    const nth = open.findIndex((part) =>
      (part.leads ?? []).some((lead) => startsWithLead(opening, filled(lead, year))),
    )
    if (nth === -1) continue
    open.splice(nth, 1)
    const end = leadEnd(shape.folded)
    found.push({
      block,
      label: null,
      depth: 0,
      runIn: true,
      title: { block, ...bare(shape.folded, { from: 0, to: end }) },
      rest: 0,
    })
  }
  return found
}

/** A lead stands at the paragraph's beginning, or, marked by a leading …, anywhere in its first words. */
function startsWithLead(opening: string, lead: string | null): boolean {
  if (lead === null) return false
  return lead.startsWith('…') ? opening.includes(lead.slice(1)) : opening.startsWith(lead)
}

function leadEnd(folded: string): number {
  for (let at = 2; at < Math.min(folded.length, leadReach + 10); at++) {
    if (',;:。'.includes(folded.charAt(at))) return at
  }
  return Math.min(folded.length, leadReach)
}
