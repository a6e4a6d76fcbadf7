import { type Block, type BlockShape, has, perShape } from '../text/block.ts'
import { blocksWith } from '../text/blocks-with.ts'
import { signs } from '../text/signs.ts'

/** How many full-width marks the block has that folding would change: ！（），：；？ */
export const fullWidthMarks = perShape(({ text, folded }) => {
  if (text === folded) return 0
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0xff01) continue
    if (unit === 0xff01 || unit === 0xff08 || unit === 0xff09 || unit === 0xff0c) count++
    else if (unit === 0xff1a || unit === 0xff1b || unit === 0xff1f) count++
  }
  return count
})

/** How many half-width , ; and : stand behind Chinese characters. */
const halfWidthMarks = perShape((shape) => {
  if (!has(shape, signs.halfMark)) return 0
  const { text } = shape
  let count = 0
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if ((unit === 0x2c || unit === 0x3b || unit === 0x3a) && isHan(text.charCodeAt(at - 1))) count++
  }
  return count
})

const holdsHalfWidth = (shape: BlockShape): boolean => halfWidthMarks(shape) > 0

/** Fewer half-width marks than this say nothing about the whole draft. */
const leastMarks = 8

/** Whether the punctuation is folded to half width throughout: many half-width marks, at most one in fifty full. */
export function isFoldedWidth(blocks: readonly Block[]): boolean {
  let half = 0
  for (const block of blocksWith(blocks, holdsHalfWidth)) half += halfWidthMarks(block.shape)
  if (half < leastMarks) return false
  let full = 0
  for (const block of blocks) {
    full += fullWidthMarks(block.shape)
    if (full * 50 > half) return false
  }
  return true
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}
