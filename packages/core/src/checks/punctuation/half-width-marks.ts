import type { Analysis } from '../../analysis.ts'
import { fullWidthMarks } from '../../report/folded-width.ts'
import { type Block, type BlockShape, sourceRange } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { type ObservedFix, type Places, placeCheck } from '../check.ts'
import { han } from '../shared/scan.ts'

/** Parameters of `half-width-marks`: none. */
export type HalfWidthMarksParameters = Readonly<Record<string, never>>

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}

/** A half-width mark with Chinese on its left and no digit, letter or slash on its right. */
const pause = new RegExp(`(?<=[${han}”’》）)])[,;:?!](?![\\w/])`, 'g')
/** A pair of half-width brackets that holds Chinese and nothing of a formula. */
const brackets = new RegExp(`\\([^()\\n]{0,60}[${han}][^()\\n]{0,60}\\)`, 'g')

/** A bracket of half width whose partner is of full width: (其中涉企12件） and （其中涉企12件). */
const halfOpen = /\((?=[^()（）〔〕\n]{1,80}）)/g
/** The bracket is looked for first: what stands before it is read only there. */
const halfClose = /\)(?<=（[^()（）〔〕\n]{1,80}\))/g

/** Offsets of the half-width marks of a block that should be full width. */
function slipsOf({ text }: BlockShape): readonly number[] {
  const offsets = matchesIn(text, pause).map((match) => match.index)
  for (const match of matchesIn(text, brackets)) offsets.push(match.index, match.index + match[0].length - 1)
  if (text.includes('）') && text.includes('('))
    offsets.push(...matchesIn(text, halfOpen).map((match) => match.index))
  if (text.includes('（') && text.includes(')'))
    offsets.push(...matchesIn(text, halfClose).map((match) => match.index))
  return offsets.sort((a, b) => a - b)
}

/**
 * Half-width punctuation between Chinese characters. A draft whose punctuation is half width throughout was folded by a
 * conversion: that is one remark with one fix for all. In a draft that is otherwise full width, the slips are told.
 */
export const halfWidthMarks = placeCheck<HalfWidthMarksParameters, number>(
  'half-width-marks',
  signs.halfMark,
  () => slipsOf,
  (analysis, _parameters, report, blocks) => {
    if (blocks.length === 0) return
    const places = marksOf(blocks)
    const folded = analysis.report.foldedWidth || hasFewer(analysis, places.length)
    for (const { block, offset } of folded ? places.slice(0, 1) : places) {
      const mark = block.shape.text[offset] as string
      report({
        at: sourceRange(block, offset, offset + 1),
        key: folded ? 'folded' : 'slip',
        ...(folded ? { variant: 'folded' } : {}),
        data: { count: places.length, mark, wide: wide[mark] as string },
        fixes: [folded ? fixOf(places) : fixOf([{ block, offset }])],
      })
    }
  },
)

interface MarkPlace {
  readonly block: Block
  readonly offset: number
}

function marksOf(blocks: readonly Places<number>[]): MarkPlace[] {
  return blocks.flatMap(({ block, found }) => found.map((offset) => ({ block, offset })))
}

/** Whether the draft has fewer full-width marks of these kinds than that. */
function hasFewer({ report }: Analysis, than: number): boolean {
  let count = 0
  for (const block of report.blocks) {
    count += fullWidthMarks(block.shape)
    if (count >= than) return false
  }
  return true
}

function fixOf(places: readonly MarkPlace[]): ObservedFix {
  return {
    kind: 'safe',
    title: { 'zh-CN': '改为全角标点', en: 'Use full-width marks' },
    edits: places.map(({ block, offset }) => ({
      range: sourceRange(block, offset, offset + 1),
      text: wide[block.shape.text[offset] as string] as string,
    })),
  }
}
