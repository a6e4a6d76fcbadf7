import { perDraft } from '../read/per-draft.ts'
import type { Report } from '../report/report.ts'
import type { Block, InBulk } from '../text/block.ts'
import { placesWith, sharedBlocks } from '../text/blocks-with.ts'
import type { Places } from './check.ts'

/** How a rule failed. */
export interface Failure {
  readonly error: unknown
}

/** What one rule found in a shape. */
export interface FoundInShape {
  /** The rule's number among those that look at single blocks. */
  readonly nth: number
  readonly found: readonly unknown[]
  readonly failed: Failure | null
}

/** Looks at shapes for all rules that look at single blocks. */
export type Look = InBulk<readonly FoundInShape[]>

/** What a rule found in the blocks, and how it failed if it did. */
export interface FoundInBlocks {
  readonly places: readonly Places<unknown>[]
  readonly failed: Failure | null
}

/** By the rule's number; empty for a rule that found nothing. */
type FoundByRule = readonly (FoundInBlocks | undefined)[]

/** What was found in a draft last, by whom and in which blocks. */
interface Kept {
  readonly look: Look
  readonly blocks: readonly Block[]
  readonly found: FoundByRule
}

const lastFound = perDraft((): { kept: Kept | null } => ({ kept: null }))

/**
 * What the rules find that look at single blocks: most blocks give nothing to any of them.
 * After an edit the places of a rule that finds nothing in the touched blocks, and found nothing there, are the very same list.
 */
export function keepPlaces({ document, blocks }: Report, look: Look): FoundByRule {
  const last = lastFound(document)
  const found = (last.kept?.look === look && afterEdit(last.kept, blocks)) || foundInAll(blocks, look)
  last.kept = { look, blocks, found }
  return found
}

function foundInAll(blocks: readonly Block[], look: Look): FoundByRule {
  const all: { places: Places<unknown>[]; failed: Failure | null }[] = []
  look.prepare(blocks.map(({ shape }) => shape))
  for (const at of placesWith(blocks, look.of)) {
    const block = blocks[at] as Block
    for (const { nth, found, failed } of look.of(block.shape)) {
      let own = all[nth]
      if (own === undefined) {
        own = { places: [], failed: null }
        all[nth] = own
      }
      own.failed ??= failed
      own.places.push({ block, at, found })
    }
  }
  return all
}

/** What is found in the next version, if it has as many blocks and no rule fails; null otherwise. */
function afterEdit(
  { look, blocks: before, found: known }: Kept,
  blocks: readonly Block[],
): FoundByRule | null {
  if (before.length !== blocks.length) return null
  const { front, back } = sharedBlocks(before, blocks)
  const end = blocks.length - back
  /** By rule, what it finds in the touched blocks. */
  const between = new Map<number, Places<unknown>[]>()
  for (let at = front; at < end; at++) {
    const block = blocks[at] as Block
    for (const { nth } of look.of((before[at] as Block).shape)) if (!between.has(nth)) between.set(nth, [])
    for (const { nth, found, failed } of look.of(block.shape)) {
      if (failed !== null) return null
      const own = between.get(nth)
      if (own === undefined) between.set(nth, [{ block, at, found }])
      else own.push({ block, at, found })
    }
  }
  if (between.size === 0) return known
  const found = known.slice()
  for (const [nth, now] of between) {
    if (known[nth]?.failed) return null
    const places = known[nth]?.places ?? []
    found[nth] = {
      places: [...places.filter(({ at }) => at < front), ...now, ...places.filter(({ at }) => at >= end)],
      failed: null,
    }
  }
  return found
}
