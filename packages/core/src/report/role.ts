import type { PartProfile, Profile } from '../ruleset/profile.ts'
import { foldedOf } from '../text/block.ts'
import type { SectionDraft } from './outline.ts'
import { perYear } from './per-year.ts'
import type { Role } from './report.ts'

/** The roles of a section: one, two for a heading such as 存在问题和下一步打算, or none. The first is the section's own. */
export type Roles = readonly Role[]

/** From this score on, a heading's words alone give it the role. */
const sure = 3
/** A sub-heading must be this sure to leave the role of the section that it stands in. */
const sureBelow = 4
/** What a heading must score to take a role that no other heading has. */
const likely = 2
/** How far into a section the phrases that open a part are looked for. */
const openingLength = 1200

interface FilledCue {
  readonly text: string
  readonly weight: number
}

/** The part's cues with the years filled in. */
const cuesOf = perYear((part: PartProfile, year): readonly FilledCue[] =>
  part.cues.flatMap(({ text, weight }) => {
    const own = filled(text, year)
    return own === null ? [] : [{ text: own, weight }]
  }),
)

/** How well a title fits a part: the sum of the weights of the part's cues that it holds. */
function scoreOf(title: string, part: PartProfile, year: number | null): number {
  const cues = cuesOf(part, year)
  let score = 0
  for (let nth = 0; nth < cues.length; nth++) {
    const cue = cues[nth] as FilledCue
    if (title.includes(cue.text)) score += cue.weight
  }
  return score
}

/** A cue or phrase with `{period}` and `{next}` filled in; null if it needs a year that is not known. */
export function filled(text: string, year: number | null): string | null {
  if (!text.includes('{')) return text
  if (year === null) return null
  return text.replaceAll('{period}', String(year)).replaceAll('{next}', String(year + 1))
}

/** The titles read so far for a profile and a year, by the score that they had to reach. */
const knownTitles = perYear((_profile: Profile): Map<number, Map<string, Roles>> => new Map())
/** How many titles are kept: those of a draft, however often it is edited. */
const mostTitles = 4000

/** The roles of a title by its words: of the parts that its halves (A和B) point to, or of the one that it fits best. */
export function rolesOfTitle(title: string, profile: Profile, year: number | null, least = sure): Roles {
  const titles = knownTitles(profile, year)
  let known = titles.get(least)
  if (!known) {
    known = new Map()
    titles.set(least, known)
  }
  let roles = known.get(title)
  if (!roles) {
    if (known.size >= mostTitles) known.clear()
    roles = readRoles(title, profile, year, least)
    known.set(title, roles)
  }
  return roles
}

function readRoles(title: string, profile: Profile, year: number | null, least: number): Roles {
  const compact = title.replace(/\s/g, '')
  const halves = compact.split(/[和及与、,暨]/).filter((half) => half !== '')
  const found: Role[] = []
  if (halves.length > 1) {
    for (const half of halves) {
      const role = bestRole(half, profile, year, sure)
      if (role && !found.includes(role)) found.push(role)
    }
  }
  if (found.length > 1) return found
  const best = bestRole(compact, profile, year, least)
  return best ? [best] : []
}

function bestRole(title: string, profile: Profile, year: number | null, least: number): Role | null {
  let best: Role | null = null
  let most = least - 1
  for (const part of profile.parts) {
    const score = scoreOf(title, part, year)
    if (score > most) {
      most = score
      best = part.role
    }
  }
  return best
}

/** The roles of all sections, and what they were told by beyond titles and places. */
export interface AssignedRoles {
  readonly roles: Roles[]
  /** The sections whose opening words were read. */
  readonly opened: ReadonlySet<number>
}

/**
 * The roles of all sections. The sections of one group (the outermost, or the children of a lone wrapper) are read by
 * their titles, then by their opening words, then by their place: thematic sections before the first other part are
 * achievements, and what follows the plan without a cue carries it on. A sub-section has a role of its own only where no
 * section of the group has it.
 */
export function assignRoles(
  sections: readonly SectionDraft[],
  profile: Profile,
  year: number | null,
): AssignedRoles {
  const roles: Roles[] = sections.map(() => [])
  const opened = new Set<number>()
  if (profile.parts.length === 0) return { roles, opened }
  const group = mainGroup(sections, profile, year)
  for (const section of group)
    roles[section.index] = section.lead
      ? [section.lead]
      : rolesOfTitle(foldedOf(section.titlePlace), profile, year)
  fillMissing(group, roles, profile, year, opened)
  fillByPlace(group, roles, profile)
  const taken = new Set(group.flatMap((section) => roles[section.index] as Roles))
  const grouped = new Set(group)
  let elders: ReadonlyMap<number, number> | null = null
  for (const section of sections) {
    if (grouped.has(section)) continue
    const parent = section.parent >= 0 ? (roles[section.parent] as Roles) : []
    const own = rolesOfTitle(foldedOf(section.titlePlace), profile, year, sureBelow)
    const isCombined = parent.length > 1
    const first = own[0]
    if (isCombined) {
      const half = rolesOfTitle(foldedOf(section.titlePlace), profile, year).filter((role) =>
        parent.includes(role),
      )
      elders ??= elderSisters(sections)
      roles[section.index] = half.length > 0 ? half : inheritedHalf(elders.get(section.index), roles, parent)
    } else if (first && !taken.has(first) && mayLeave(section, parent, first)) roles[section.index] = own
    else roles[section.index] = parent
  }
  return { roles, opened }
}

/**
 * Whether a sub-section may leave the role of its parent: among shortcomings and plans a title about the first person
 * responsible is an item, as 第一责任人职责落实不到位 is, unless it announces an account: 主要负责人履行职责情况.
 */
function mayLeave({ title }: SectionDraft, parent: Roles, own: Role): boolean {
  const holdsItems = parent.includes('shortcomings') || parent.includes('plan')
  return !holdsItems || own !== 'responsibility' || /情况$/.test(title)
}

/** In a section of two roles, a sub-section without cue goes on with its elder sister's role. */
function inheritedHalf(elder: number | undefined, roles: readonly Roles[], parent: Roles): Roles {
  return elder === undefined ? parent : (roles[elder] as Roles)
}

/** For each section but the first of its sisters the one before it. */
function elderSisters(sections: readonly SectionDraft[]): Map<number, number> {
  const elders = new Map<number, number>()
  for (const { children } of sections) {
    for (const [nth, child] of children.entries()) {
      const elder = children[nth - 1]
      if (elder !== undefined) elders.set(child, elder)
    }
  }
  return elders
}

/** The outermost sections; or, if a lone wrapper heading holds everything, its children. */
function mainGroup(sections: readonly SectionDraft[], profile: Profile, year: number | null): SectionDraft[] {
  let group = sections.filter((section) => section.parent === -1)
  for (let depth = 0; depth < 3; depth++) {
    const wide = group.filter((section) => section.children.length > 1)
    const [only] = wide
    if (!only || wide.length > 1) break
    const own = distinctRoles(group, profile, year)
    const inner = only.children.map((child) => sections[child] as SectionDraft)
    if (own > 1 || distinctRoles(inner, profile, year) < 2) break
    group = inner
  }
  return group
}

function distinctRoles(group: readonly SectionDraft[], profile: Profile, year: number | null): number {
  return new Set(group.flatMap((section) => rolesOfTitle(foldedOf(section.titlePlace), profile, year))).size
}

/** Roles that no heading has go to the heading without role that comes closest, or whose text opens with their words. */
function fillMissing(
  group: readonly SectionDraft[],
  roles: Roles[],
  profile: Profile,
  year: number | null,
  opened: Set<number>,
): void {
  const known = new Set(group.flatMap((section) => roles[section.index] as Roles))
  for (const section of group) {
    if (isAnnex(section)) break
    if ((roles[section.index] as Roles).length > 0) continue
    const [close] = rolesOfTitle(foldedOf(section.titlePlace), profile, year, likely)
    if (close && !known.has(close)) {
      roles[section.index] = [close]
      known.add(close)
    } else {
      const opening = openingOf(section)
      opened.add(section.index)
      const told = profile.parts.find((part) =>
        (part.opens ?? []).some((phrase) => opening.includes(filled(phrase, year) ?? '\0')),
      )
      if (told) roles[section.index] = [told.role]
    }
  }
}

/**
 * What stands without cue: before the first part other than achievements it is an achievement, behind the plan it goes on with the
 * plan. Tasks told one by one before the shortcomings are achievements too, wherever the account of the first person responsible
 * stands among them.
 */
function fillByPlace(group: readonly SectionDraft[], roles: Roles[], profile: Profile): void {
  const known = new Set(profile.parts.map((part) => part.role))
  if (known.has('achievements')) fillTasks(group, roles)
  let before: Role | null = known.has('achievements') ? 'achievements' : null
  for (const section of group) {
    const [own] = roles[section.index] as Roles
    if (isAnnex(section)) {
      roles[section.index] = []
      before = null
    } else if (own === 'plan') before = 'plan'
    else if (own === 'achievements') before = 'achievements'
    else if (own) before = null
    else if (before) roles[section.index] = [before]
  }
}

/** So many sections without cue, at least, tell the year task by task. */
const leastTasks = 2

//     一、坚持党的领导，县长切实履行第一责任人职责    responsibility
//     二、推动政府职能依法高效履行                  a task
//     三、完善依法行政制度体系                      a task
//     四、存在的不足和原因                          the tasks end here
/** Gives the sections that tell the year task by task, without a heading over them, their role. */
function fillTasks(group: readonly SectionDraft[], roles: Roles[]): void {
  const end = group.findIndex((section) =>
    (roles[section.index] as Roles).some((role) => role === 'shortcomings' || role === 'plan'),
  )
  const tasks = group
    .slice(0, Math.max(end, 0))
    .filter((section) => (roles[section.index] as Roles).length === 0 && !isAnnex(section))
  if (tasks.length < leastTasks) return
  for (const { index } of tasks) roles[index] = ['achievements']
}

function isAnnex(section: SectionDraft): boolean {
  return /^(?:附件|附表|附录|名词)/.test(section.title)
}

function openingOf(section: SectionDraft): string {
  let opening = ''
  for (const place of section.body) {
    if (opening.length >= openingLength) break
    opening += foldedOf(place)
  }
  return opening.slice(0, openingLength)
}
