import { type BlockShape, perShape } from '../text/block.ts'
import { labelOf } from './label.ts'
import { pageLineOf } from './page-line.ts'

/** The longest line that may be a heading without number. */
const longestBare = 30
/** Lines that open an annex: headings of the outermost level in any draft. */
const annex = /^(?:附件|附表|附录)[\d一二三四五六七八九十]{0,2}:?(?: .{0,24})?$|^名词(?:解释|注释)$/

export function opensAnnex(folded: string): boolean {
  return annex.test(folded)
}

/** Whether an unnumbered line is short and bare enough to be a heading, if it names a part or text follows it. */
export const mayBeBare: (shape: BlockShape) => boolean = perShape((shape) => {
  const { folded } = shape
  if (shape.kind !== 'paragraph' || folded.length > longestBare || folded.length < 2) return false
  const isAnnex = opensAnnex(folded)
  if (!isAnnex && (/[。;!,]|^[(—-]|[^:]:.|\d{4}年\d{1,2}月/.test(folded) || labelOf(shape))) return false
  const line = pageLineOf(shape)
  return !(line.date || line.organ || line.formula || (line.metadata && !isAnnex))
})
