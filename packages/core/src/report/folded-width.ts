import { type Block, perShape } from '../text/block.ts'

/** How often the block has full-width punctuation that folding would change, and half-width punctuation beside Chinese. */
const widthsOf = perShape(({ text }) => {
  let full = 0
  let half = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // ！（），：；？
    if (unit === 0xff01 || unit === 0xff08 || unit === 0xff09 || unit === 0xff0c) full++
    else if (unit === 0xff1a || unit === 0xff1b || unit === 0xff1f) full++
    else if ((unit === 0x2c || unit === 0x3b || unit === 0x3a) && isHan(text.charCodeAt(at - 1))) half++
  }
  return { full, half }
})

/** Fewer half-width marks than this say nothing about the whole draft. */
const leastMarks = 8

/** Whether the punctuation is folded to half width throughout: many half-width marks, at most one in fifty full. */
export function isFoldedWidth(blocks: readonly Block[]): boolean {
  let full = 0
  let half = 0
  for (const block of blocks) {
    const widths = widthsOf(block.shape)
    full += widths.full
    half += widths.half
  }
  return half >= leastMarks && full * 50 <= half
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}
