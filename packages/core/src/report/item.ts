import type { BlockRange } from '../text/block.ts'
import { bare, clauses, firstSentenceEnd, type Stretch, sentences } from './clause.ts'
import { cuesIn, type FindCues } from './cue.ts'
import { inlineClauses, type LocalLabel, labelOf, placedLabel } from './label.ts'
import type { Cue, Item, Label, Role, Section } from './report.ts'
import type { Roles } from './role.ts'

type Kind = Item['kind']

/** An item before it is numbered and its cues are found. */
interface ItemDraft {
  readonly section: Section
  readonly label: Label | null
  readonly head: BlockRange
  readonly places: BlockRange[]
}

/** Common causes are kept as cues of every item: a few are enough. */
const mostCommonCauses = 3

/** What finding items needs to know of the report. */
export interface ItemContext {
  readonly sections: readonly Section[]
  readonly roles: readonly Roles[]
  readonly find: FindCues
}

const roleOf: Readonly<Record<Kind, Role>> = { shortcoming: 'shortcomings', measure: 'plan' }

/** A sentence that leaves the shortcomings and says what will be done. */
const promise =
  /^(?:为此|对此|因此,|针对(?:以上|上述|这些|存在)|(?:在)?今后|下一?步|下一?阶段|接下来|我们将|(?:20\d\d年,?)?(?:我|本|全)?(?:省|市|县|区|镇|乡|街道|局|委|单位|部门)将(?:继续|进一步|认真|切实|采取|针对|按照|坚持|加)|我(?:省|市|县|区|镇|乡|街道|局)要)/
/** A sentence that only leads to what follows. */
const introduction =
  /(?:取得|虽然|尽管|肯定成绩|在看到成绩|总结成绩).{0,60}(?:但|同时|仍)|(?:存在|有).{0,12}(?:差距|不足|问题|薄弱环节|短板)[^,;:。]{0,6}[。:]?$|(?:主要|具体|集中)?(?:表现|体现)(?:在|为)[^,;。]{0,8}[:。]?$|(?:以下|如下|几)(?:几)?(?:个)?(?:方面|点|项|条)?[^,;。]{0,8}[:。]$/
/** A title or sentence that gives the causes of all items together. */
const commonCause =
  /^[^,;:。]{0,4}(?:以上|上述|这些|存在|产生|造成|究其|分析)[^,;:。]{0,12}(?:原因|根源|成因)|^原因(?:分析)?(?:$|:)|^主要原因/

/** The items of one kind, in order. */
export function findItems(kind: Kind, outermost: readonly Section[], context: ItemContext): Item[] {
  const drafts: ItemDraft[] = []
  const causes: Cue[] = []
  for (const section of outermost) {
    if (kind === 'shortcoming') collectShortcomings(section, context, drafts, causes)
    else collectMeasures(section, null, context, drafts)
  }
  return drafts.map((draft, index) => ({
    index,
    kind,
    ...draft,
    cues: [
      ...draft.places.flatMap((place) => cuesIn(place, context.find)),
      ...causes.slice(0, mostCommonCauses),
    ],
  }))
}

function collectShortcomings(
  section: Section,
  context: ItemContext,
  drafts: ItemDraft[],
  causes: Cue[],
): void {
  const children = childrenOf('shortcoming', section, context)
  if (children.length === 0) {
    addBodyItems('shortcoming', section, context, drafts, causes)
    return
  }
  for (const child of children) {
    if (commonCause.test(child.title) && !hasCue(child.titlePlace, 'deficit', context)) {
      causes.push({ kind: 'cause', place: child.titlePlace })
    } else if (isHeadingOfPart(child.title) && (child.children.length > 0 || child.body.length > 0))
      collectShortcomings(child, context, drafts, causes)
    else drafts.push(sectionItem(child, context, 'shortcoming'))
  }
}

/** Whether the title only names the part, as 存在的主要问题 does, and no shortcoming. */
function isHeadingOfPart(title: string): boolean {
  return /^(?:主要)?(?:存在)?的?(?:主要|突出)?(?:问题|不足|困难|短板|差距|薄弱环节)(?:(?:和|与|及|、)?(?:问题|不足|困难|短板|原因|薄弱环节|主要问题))*$|^(?:存在|面临)/.test(
    title,
  )
}

function collectMeasures(
  section: Section,
  heading: BlockRange | null,
  context: ItemContext,
  drafts: ItemDraft[],
): void {
  const children = childrenOf('measure', section, context)
  if (children.length === 0) {
    addBodyItems('measure', section, context, drafts, [])
    return
  }
  for (const child of children) {
    const inner = childrenOf('measure', child, context)
    if (isHeadingOfPlan(child.title)) collectMeasures(child, heading, context, drafts)
    else if (inner.length > 1) collectMeasures(child, child.titlePlace, context, drafts)
    else {
      const item = sectionItem(child, context, 'measure')
      drafts.push(heading ? { ...item, places: [heading, ...item.places] } : item)
    }
  }
}

/** Whether the title only names the part, as 下一步工作打算 does, and no measure. */
function isHeadingOfPlan(title: string): boolean {
  return /^(?:(?:19|20)\d\d年度?|下一?步|下一?阶段|下一?年度?|今后|明年|的|主要|重点|具体|工作|改进|整改|法治建设|法治政府建设|推进){0,6}(?:打算|安排|思路|计划|任务|措施|举措|方向)$/.test(
    title,
  )
}

function childrenOf(kind: Kind, section: Section, { sections, roles }: ItemContext): Section[] {
  return section.children
    .map((child) => sections[child] as Section)
    .filter((child) => (roles[child.index] as Roles).includes(roleOf[kind]))
}

/** A numbered sub-section as an item: its title, and all text below it up to a closing promise. */
function sectionItem(section: Section, context: ItemContext, kind: Kind): ItemDraft {
  const places: BlockRange[] = [section.titlePlace]
  const add = (inner: Section): void => {
    for (const place of inner.body) {
      if (kind === 'shortcoming' && place.from === 0 && promise.test(place.block.shape.folded)) break
      places.push(place)
    }
    for (const child of inner.children) {
      const below = context.sections[child] as Section
      places.push(below.titlePlace)
      add(below)
    }
  }
  add(section)
  return { section, label: section.label, head: section.titlePlace, places }
}

/** The section's own text as far as it is of this kind: a section of two roles turns at its first promise. */
function bodyFor(kind: Kind, section: Section, { roles }: ItemContext): readonly BlockRange[] {
  const own = roles[section.index] as Roles
  if (!own.includes('shortcomings') || !own.includes('plan')) return section.body
  const before: BlockRange[] = []
  const behind: BlockRange[] = []
  let turned = false
  for (const place of section.body) {
    const at = turned ? place.from : turnIn(place)
    if (at === null) before.push(place)
    else {
      turned = true
      if (at > place.from) before.push({ ...place, to: at })
      behind.push({ ...place, from: at })
    }
  }
  return kind === 'shortcoming' ? before : behind
}

function turnIn({ block, from, to }: BlockRange): number | null {
  const { folded } = block.shape
  const turn = sentences(folded, from, to).find((sentence) =>
    promise.test(folded.slice(sentence.from, sentence.to).trim()),
  )
  return turn?.from ?? null
}

/** Adds the items of running text: numbered paragraphs, 一是…二是… clauses, clauses between semicolons, or paragraphs. */
function addBodyItems(
  kind: Kind,
  section: Section,
  context: ItemContext,
  drafts: ItemDraft[],
  causes: Cue[],
): void {
  const body = bodyFor(kind, section, context)
  let numbered: ItemDraft | null = null
  for (const place of body) {
    const { block } = place
    const { folded } = block.shape
    if (kind === 'shortcoming') {
      if (promise.test(folded.slice(place.from, place.to))) continue
      const cause = commonCauseIn(place)
      if (cause) {
        causes.push(cause)
        if (cause.place.from - place.from < 8) continue
      }
    }
    const inline = inlineClauses(block.shape).filter(
      (clause) => clause.from >= place.from && clause.from < place.to,
    )
    const label = place.from === 0 ? labelOf(block.shape) : null
    const add = (own: LocalLabel, to: number): void => {
      const text = { block, from: own.to, to }
      numbered = clauseItem(section, placedLabel(block, own), text)
      drafts.push(numbered)
    }
    if (inline.length > 1) {
      for (const clause of inline) {
        const to = Math.min(clause.to, place.to)
        add(clause.label, kind === 'shortcoming' ? promiseFrom(folded, clause.from, to) : to)
      }
    } else if (label) add(label, place.to)
    else if (numbered && !/:$/.test(folded.slice(0, place.to).trimEnd()))
      (numbered as ItemDraft).places.push(place)
    else addParagraphItems(kind, section, place, body.length, context, drafts)
  }
}

/** Adds the items of a paragraph without numbers. */
function addParagraphItems(
  kind: Kind,
  section: Section,
  place: BlockRange,
  paragraphs: number,
  context: ItemContext,
  drafts: ItemDraft[],
): void {
  const { block } = place
  const { folded } = block.shape
  const cue = kind === 'shortcoming' ? 'deficit' : 'measure'
  const lastCue = cuesIn(place, context.find).findLast((found) => found.kind === cue)?.place.from ?? -1
  let previous: ItemDraft | null = null
  const add = (stretch: Stretch): void => {
    const { from, to } = bare(folded, stretch)
    if (to <= from) return
    previous = clauseItem(section, null, { block, from, to })
    drafts.push(previous)
  }
  for (const sentence of sentences(folded, place.from, place.to)) {
    const text = folded.slice(sentence.from, sentence.to).trim()
    if (kind === 'shortcoming' && promise.test(text)) break
    const lead = leadEnd(folded, sentence)
    const inner = clauses(folded, lead, sentence.to)
    if (inner.length > 1 && (lead > sentence.from || inner.length > 2)) {
      for (const clause of inner) add(clause)
      continue
    }
    const rest = { from: lead, to: sentence.to }
    if (lead === sentence.from && isIntroduction(text, kind)) continue
    const own = bare(folded, rest)
    if (own.to <= own.from) continue
    const begins =
      paragraphs === 1 &&
      hasCue({ block, ...rest }, cue, context) &&
      !/^(?:这|其中|主要是|原因|由于)/.test(text)
    if (previous && !begins) extend(previous, sentence.to)
    else if (begins || lastCue >= lead) add(rest)
  }
}

/** Lets the item go on to `to` in its last block. */
function extend({ places }: ItemDraft, to: number): void {
  places[places.length - 1] = { ...(places.at(-1) as BlockRange), to }
}

/** Behind the colon of a lead-in such as 主要表现在：, or the sentence's start if it has none. */
function leadEnd(folded: string, { from, to }: Stretch): number {
  const colon = folded.slice(from, to).indexOf(':')
  if (colon === -1) return from
  const lead = folded.slice(from, from + colon + 1)
  return /(?:表现|体现|不足|问题|差距|短板|困难|薄弱|以下|如下|方面|工作|有|是|在|为|做好|安排|打算|措施)[^,;:]{0,6}:$/.test(
    lead,
  )
    ? from + colon + 1
    : from
}

function isIntroduction(text: string, kind: Kind): boolean {
  if (text.endsWith(':')) return true
  if (kind === 'measure') return /(?:以下|如下|几个?)(?:方面|项)?[^,;。]{0,6}工作[。:]?$/.test(text)
  return introduction.test(text)
}

function clauseItem(section: Section, label: Label | null, place: BlockRange): ItemDraft {
  const { block } = place
  const { folded } = block.shape
  const text = bare(folded, place)
  const end = Math.min(text.to, firstSentenceEnd(folded.slice(0, text.to), text.from))
  const head = { block, ...bare(folded, { from: text.from, to: end }) }
  return { section, label, head, places: [{ block, ...text }] }
}

/** Where a promise begins among the sentences of a clause, or the clause's end. */
function promiseFrom(folded: string, from: number, to: number): number {
  for (const sentence of sentences(folded, from, to).slice(1)) {
    if (promise.test(folded.slice(sentence.from, sentence.to).trim())) return sentence.from
  }
  return to
}

function commonCauseIn(place: BlockRange): Cue | null {
  const { block } = place
  const { folded } = block.shape
  for (const sentence of sentences(folded, place.from, place.to)) {
    const match = commonCause.exec(
      folded.slice(sentence.from, Math.min(sentence.to, sentence.from + 60)).trimStart(),
    )
    if (!match) continue
    const from = sentence.from + match.index
    return { kind: 'cause', place: { block, from, to: from + match[0].length } }
  }
  return null
}

function hasCue(place: BlockRange, kind: Cue['kind'], { find }: ItemContext): boolean {
  return cuesIn(place, find).some((cue) => cue.kind === kind)
}
