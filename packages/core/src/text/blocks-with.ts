import type { Block, BlockShape } from './block.ts'
import { keptFilter } from './kept-filter.ts'

const filter = keptFilter(({ shape }: Block): BlockShape => shape)

/** Tells that `next` is the next version of a list of blocks. */
export const follows = filter.follows
/** Where in the list the blocks stand in which the question finds something. */
export const placesWith = filter.placesWith
/** How many shapes two lists of blocks share at their starts, and at their ends behind that. */
export const sharedShapes = filter.sharedEnds
/** The same for the very blocks: what hangs on those holds in the next version too. */
export const sharedBlocks = keptFilter((block: Block): Block => block).sharedEnds

/**
 * The blocks of the list in which the question finds something, in order. After an edit only the blocks are asked that it
 * touched, so that a walk over these costs what there is to be found, and not the length of the draft. The very same list as
 * before the edit, if it would hold the very same blocks.
 */
export const blocksWith = filter.itemsWith
