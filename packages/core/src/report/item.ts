import type { BlockRange } from '../text/block.ts'
import { addBodyItems, commonCause, hasCue, promise } from './body-items.ts'
import { cuesIn, type FindCues } from './cue.ts'
import type { ItemContext, ItemDraft, Kind } from './item-draft.ts'
import type { Cue, Item, Label, Role, Section } from './report.ts'
import type { Roles } from './role.ts'

/** Common causes are kept as cues of every item: a few are enough. */
const mostCommonCauses = 3

const roleOf: Readonly<Record<Kind, Role>> = { shortcoming: 'shortcomings', measure: 'plan' }

/** The items of one kind, in order. */
export function findItems(kind: Kind, outermost: readonly Section[], context: ItemContext): Item[] {
  const drafts: ItemDraft[] = []
  const causes: Cue[] = []
  for (const section of outermost) {
    if (kind === 'shortcoming') collectShortcomings(section, context, drafts, causes)
    else collectMeasures(section, null, context, drafts)
  }
  const common = causes.slice(0, mostCommonCauses)
  return drafts.map((draft, index) => new FoundItem(index, kind, draft, common, context.find))
}

/** An item whose cues are looked for when somebody asks: nobody does for most. A class, as `MadeDocument` is one (read/chunked.ts). */
class FoundItem implements Item {
  readonly index: number
  readonly kind: Kind
  readonly section: Section
  readonly label: Label | null
  readonly head: BlockRange
  readonly places: readonly BlockRange[]
  readonly #common: readonly Cue[]
  readonly #find: FindCues
  #cues: readonly Cue[] | undefined

  constructor(index: number, kind: Kind, draft: ItemDraft, common: readonly Cue[], find: FindCues) {
    this.index = index
    this.kind = kind
    this.section = draft.section
    this.label = draft.label
    this.head = draft.head
    this.places = draft.places
    this.#common = common
    this.#find = find
  }

  get cues(): readonly Cue[] {
    if (this.#cues === undefined) {
      const cues: Cue[] = []
      for (const place of this.places) for (const cue of cuesIn(place, this.#find)) cues.push(cue)
      for (const cue of this.#common) cues.push(cue)
      this.#cues = cues
    }
    return this.#cues
  }

  /** Whether both are the same stretches of the same section, with the same causes of all. */
  static areSame(one: Item | undefined, other: Item): boolean {
    if (one === undefined || !(#common in one) || !(#common in other)) return false
    return (
      one.section === other.section &&
      one.head === other.head &&
      one.#find === other.#find &&
      areSame(one.places, other.places) &&
      areSame(one.#common, other.#common)
    )
  }
}

/** Whether both are the same item, so that one stands for the other. */
export const areSameItem = FoundItem.areSame

function areSame(some: readonly object[], others: readonly object[]): boolean {
  return some.length === others.length && some.every((one, nth) => one === others[nth])
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
