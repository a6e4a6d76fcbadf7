import type { LocalText } from '../../finding.ts'
import { type Block, sourceRange } from '../../text/block.ts'
import type { ObservedFix } from '../check.ts'

/**
 * The fix that puts `text` in the place of a block's characters `from`…`to`; none where markup or a line break stands among
 * them, because it would be lost.
 */
export function replacementOf(
  block: Block,
  from: number,
  to: number,
  text: string,
  kind: ObservedFix['kind'] = 'suggestion',
): ObservedFix[] {
  const range = sourceRange(block, from, to)
  if (range.end - range.start !== to - from) return []
  return [{ kind, title: replaceTitle(text), edits: [{ range, text }] }]
}

/** What a fix is called that puts `text` in the place of something. */
export function replaceTitle(text: string): LocalText {
  return { 'zh-CN': `改为“${text}”`, en: `Replace it with “${text}”` }
}
