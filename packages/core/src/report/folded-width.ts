import { type Block, type BlockShape, has, perShape } from '../text/block.ts'
import { blocksWith } from '../text/blocks-with.ts'
import { codeAt } from '../text/code-at.ts'
import { signs } from '../text/signs.ts'

/** Marks that come in two widths, line ends and 〔〕: what tells about the width of punctuation. */
const isTelling = new Uint8Array(0x40)
for (const mark of '\n!(),:;?') isTelling[mark.charCodeAt(0)] = 1

/** Where marks that come in two widths, of either width, line ends and 〔〕 stand in a text, from left to right. */
export function widthMarksIn(text: string): readonly number[] {
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x3f && unit < 0x3014) continue
    if (unit > 0x3015 && unit < 0xff01) continue
    if (unit <= 0x3f ? isTelling[unit] === 1 : unit <= 0x3015 || isWide(unit)) places.push(at)
  }
  return places
}

/** The same, kept with the block. */
export const widthMarksOf = perShape(({ text }) => widthMarksIn(text))

/** Whether the unit is one of ！（），：；？ */
function isWide(unit: number): boolean {
  return unit >= 0xff01 && unit <= 0xff1f && isTelling[unit - 0xfee0] === 1
}

/** How many full-width marks the block has that folding would change: ！（），：；？ */
export const fullWidthMarks = perShape((shape) => {
  const { text, folded } = shape
  if (text === folded) return 0
  let count = 0
  for (const at of widthMarksOf(shape)) if (text.charCodeAt(at) >= 0xff01) count++
  return count
})

/** How many half-width , ; and : stand behind Chinese characters. */
const halfWidthMarks = perShape((shape) => {
  if (!has(shape, signs.halfMark)) return 0
  const { text } = shape
  let count = 0
  for (const at of widthMarksOf(shape)) {
    const unit = text.charCodeAt(at)
    if ((unit === 0x2c || unit === 0x3b || unit === 0x3a) && isHan(codeAt(text, at - 1))) count++
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
