import { keptFilter, type Look } from '../text/kept-filter.ts'
import type { Passage } from './context.ts'
import type { Prose } from './prose.ts'

const filter = keptFilter(({ prose }: Passage): Prose => prose)

/** Tells that `next` are the passages of the next version of a draft. */
export const passagesFollow = filter.follows
/** How many proses two lists of passages share at their starts, and at their ends behind that. */
export const sharedProses = filter.sharedEnds
/** The same for the very passages: what hangs on those, or on the section of one, holds in the next version too. */
export const sharedPassages = keptFilter((passage: Passage): Passage => passage).sharedEnds

/** The passages in which the question finds something, in order; after an edit only those are asked that it touched. */
export function passagesWith(passages: readonly Passage[], look: Look<Prose>): Passage[] {
  return filter.placesWith(passages, look).map((at) => passages[at] as Passage)
}
