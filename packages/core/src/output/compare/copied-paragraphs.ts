import type { Analysis } from '../../analysis.ts'
import type { Block } from '../../text/block.ts'
import { sourceRange } from '../../text/block.ts'
import type { Comparison } from './comparison.ts'

/** Shorter paragraphs are headings and set phrases: they may well be the same every year. */
const leastLength = 24

/** Paragraphs with figures that stand in both reports, figures and all: numbers of last year in this year's report. */
export function copiedParagraphs(last: Analysis, now: Analysis): Comparison[] {
  const before = new Map<string, Block>()
  for (const block of last.report.blocks) before.set(keyOf(block), block)
  const withFigures = new Map<Block, number>()
  for (const { place } of now.ledger.figures)
    withFigures.set(place.block, (withFigures.get(place.block) ?? 0) + 1)
  return now.report.blocks.flatMap((block): Comparison[] => {
    const key = keyOf(block)
    const figures = withFigures.get(block) ?? 0
    const same = before.get(key)
    if (!same || key.length < leastLength || figures === 0) return []
    const start = block.shape.text.trim().slice(0, 16)
    return [
      {
        kind: 'paragraph',
        verdict: 'look',
        message:
          now.locale === 'zh-CN'
            ? `“${start}…”一段连同 ${figures} 个数据与上年一字不差，请核对是否为本年数据`
            : `The paragraph “${start}…” is word for word last year's, with ${figures} figures; see whether they are this year's`,
        now: sourceRange(block),
        last: sourceRange(same),
      },
    ]
  })
}

function keyOf(block: Block): string {
  return block.shape.folded.replace(/\s+/g, '')
}
