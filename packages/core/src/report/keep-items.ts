import type { Document } from '../read/document.ts'
import { perDraft } from '../read/per-draft.ts'
import { areSameItem, findItems } from './item.ts'
import type { ItemContext } from './item-draft.ts'
import type { Item, Section } from './report.ts'

/** The items of one kind, and all that they were found from. */
interface Kept {
  readonly context: ItemContext | null
  readonly outermost: readonly Section[]
  readonly items: readonly Item[]
}

const nothing: Kept = { context: null, outermost: [], items: [] }
const keptOf = perDraft((): Record<Item['kind'], Kept> => ({ shortcoming: nothing, measure: nothing }))

/**
 * The items of one kind, in order: the very list of the version before, if the edit leaves their sections as they are, and the very
 * items that it leaves as they are otherwise.
 */
export function keepItems(
  document: Document,
  kind: Item['kind'],
  outermost: readonly Section[],
  context: ItemContext,
): readonly Item[] {
  const kept = keptOf(document)
  const last = kept[kind]
  const items = holds(last, outermost, context)
    ? last.items
    : findItems(kind, outermost, context).map((item, nth) => {
        const before = last.items[nth]
        return before && areSameItem(before, item) ? before : item
      })
  kept[kind] = { context, outermost, items }
  return items
}

/** Whether the sections and all those inside them are the very sections of the version before, with the same roles. */
function holds(last: Kept, outermost: readonly Section[], { sections, roles, find }: ItemContext): boolean {
  const before = last.context
  if (before === null || before.roles !== roles || before.find !== find) return false
  if (last.outermost.length !== outermost.length) return false
  return outermost.every((section, nth) => {
    if (section !== last.outermost[nth]) return false
    for (
      let at = section.index + 1;
      at < sections.length && (sections[at] as Section).from < section.to;
      at++
    )
      if (sections[at] !== before.sections[at]) return false
    return true
  })
}
