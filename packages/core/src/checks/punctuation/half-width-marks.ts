import type { Analysis } from '../../analysis.ts'
import { fullWidthMarks, widthMarksIn, widthMarksOf } from '../../report/folded-width.ts'
import type { BlockShape } from '../../text/block.ts'
import { codeAt } from '../../text/code-at.ts'
import { signs } from '../../text/signs.ts'
import { type ObservedFix, type Places, placeCheck } from '../check.ts'
import { isHan } from '../shared/scan.ts'

/** Parameters of `half-width-marks`: none. */
export type HalfWidthMarksParameters = Readonly<Record<string, never>>

/** The marks of full width, by the units of those of half width. */
const wide: readonly string[] = ((): string[] => {
  const marks: string[] = []
  for (const mark of ',;:?!()') marks[mark.charCodeAt(0)] = String.fromCharCode(mark.charCodeAt(0) + 0xfee0)
  return marks
})()

/** How many characters a pair of brackets holds at most on either side of a Chinese one, and how many a pair of unlike ones. */
const mostBeside = 60
const mostBetween = 80

//     全市受理案件52件(其中涉企12件）,办结48件(办结率92%)。
//                     ^unlike      ^pause      ^ a pair ^
/**
 * Offsets of the half-width marks of a block that should be full width: pauses behind Chinese with no digit, letter or slash
 * behind them, pairs of brackets that hold Chinese and nothing of a formula, and brackets whose partner is of full width. `places`
 * are those at which such marks stand.
 */
export function slipsOf(
  { text }: Pick<BlockShape, 'text'>,
  places: readonly number[] = widthMarksIn(text),
): readonly number[] {
  const offsets: number[] = []
  let isSorted = true
  /** The last bracket of either width, or end of a line. */
  let last = -1
  /** The last bracket of half width, or end of a line. */
  let lastHalf = -1
  for (const at of places) {
    const unit = text.charCodeAt(at)
    switch (unit) {
      case marks.comma:
      case marks.colon:
      case marks.semicolon:
      case marks.question:
      case marks.exclamation:
        if (at > 0 && isBehindChinese(text.charCodeAt(at - 1)) && !isInFormula(text, at + 1)) offsets.push(at)
        break
      case marks.close:
        if (
          lastHalf !== -1 &&
          text.charCodeAt(lastHalf) === marks.open &&
          holdsChinese(text, lastHalf + 1, at)
        ) {
          isSorted = false
          offsets.push(lastHalf, at)
        }
        if (isUnlike(text, last, at, marks.wideOpen)) {
          isSorted = false
          offsets.push(at)
        }
        lastHalf = last = at
        break
      case marks.wideClose:
        if (isUnlike(text, last, at, marks.open)) {
          isSorted = false
          offsets.push(last)
        }
        last = at
        break
      case marks.open:
      case marks.lineEnd:
        lastHalf = last = at
        break
      case marks.wideOpen:
      case marks.hexagonOpen:
      case marks.hexagonClose:
        last = at
        break
    }
  }
  return isSorted ? offsets : offsets.sort((a, b) => a - b)
}

const marks = {
  lineEnd: 0x0a,
  exclamation: 0x21,
  open: 0x28,
  close: 0x29,
  comma: 0x2c,
  colon: 0x3a,
  semicolon: 0x3b,
  question: 0x3f,
  hexagonOpen: 0x3014,
  hexagonClose: 0x3015,
  wideOpen: 0xff08,
  wideClose: 0xff09,
} as const

/** Whether the unit is a Chinese character or closes what stands in Chinese: ” ’ 》 ） ) */
function isBehindChinese(unit: number): boolean {
  if (isHan(unit)) return true
  return (
    unit === 0x201d || unit === 0x2019 || unit === 0x300b || unit === marks.wideClose || unit === marks.close
  )
}

/** Whether a letter, a digit or a slash stands at `at`: 10:30, a,b, http:// */
function isInFormula(text: string, at: number): boolean {
  const unit = codeAt(text, at)
  return (
    (unit >= 0x2f && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x5f
  )
}

/** Whether one of the characters `from`…`to` is Chinese that does not stand too far from either end. */
function holdsChinese(text: string, from: number, to: number): boolean {
  const first = Math.max(from, to - mostBeside - 1)
  const end = Math.min(to, from + mostBeside + 1)
  for (let at = first; at < end; at++) if (isHan(text.charCodeAt(at))) return true
  return false
}

/** Whether the bracket at `at` has its partner at `last`, and that is the one of the other width. */
function isUnlike(text: string, last: number, at: number, partner: number): boolean {
  const between = at - last - 1
  return last !== -1 && between > 0 && between <= mostBetween && text.charCodeAt(last) === partner
}

/**
 * Half-width punctuation between Chinese characters. A draft whose punctuation is half width throughout was folded by a
 * conversion: that is one remark with one fix for all. In a draft that is otherwise full width, the slips are told.
 */
export const halfWidthMarks = placeCheck<HalfWidthMarksParameters, number>(
  'half-width-marks',
  signs.halfMark,
  () => (shape) => slipsOf(shape, widthMarksOf(shape)),
  (analysis, _parameters, report, blocks) => {
    if (blocks.length === 0) return
    const count = countOf(blocks)
    const isFolded = isFoldedWith(analysis, count)
    for (const place of blocks) {
      for (const offset of place.found) {
        const { block } = place
        const { text } = block.shape
        report({
          at: { block, from: offset, to: offset + 1 },
          key: isFolded ? 'folded' : 'slip',
          ...(isFolded ? { variant: 'folded' } : {}),
          data: { count, mark: text.charAt(offset), wide: wide[text.charCodeAt(offset)] as string },
          fixes: [fixOf(isFolded ? blocks : [{ ...place, found: [offset] }])],
        })
        if (isFolded) return
      }
    }
  },
  (analysis, _parameters, blocks) => [isFoldedWith(analysis, countOf(blocks))],
)

function countOf(places: readonly Places<number>[]): number {
  let count = 0
  for (const { found } of places) count += found.length
  return count
}

/** Whether the draft's marks were folded by a conversion: so many are of half width. */
function isFoldedWith(analysis: Analysis, count: number): boolean {
  return count > 0 && (analysis.report.foldedWidth || hasFewer(analysis, count))
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

function fixOf(places: readonly Places<number>[]): ObservedFix {
  const edits: ObservedFix['edits'][number][] = []
  for (const { block, found } of places)
    for (const offset of found)
      edits.push({
        range: { block, from: offset, to: offset + 1 },
        text: wide[block.shape.text.charCodeAt(offset)] as string,
      })
  return { kind: 'safe', title: { 'zh-CN': '改为全角标点', en: 'Use full-width marks' }, edits }
}
