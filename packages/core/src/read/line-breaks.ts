import {
  hasStrongLabel,
  hasWeakLabel,
  isDateLine,
  isFieldLine,
  isTabular,
  type LineEnd,
  lineEnd,
} from './line-signs.ts'

/**
 * Which line breaks are only the wrapping of a paragraph, and which begin a new one.
 *
 * Officials write one paragraph a line, and so do web pages. Texts out of mail, PDF and old editors are hard-wrapped:
 *
 *     　　2023年，青石镇办理行政处罚案件42件，办结率        54 columns: the line is full, the sentence goes on
 *     100%，无一件被撤销。                                  the last line of the paragraph
 *     　　一、主要做法                                      an indent and a label: a paragraph of its own
 *
 * A wrapped text shows itself: again and again a line breaks off inside a sentence (or inside a number, a bracket, a
 * title) at about the same width. Without that evidence no line of a plain text is joined to another.
 */
export interface Line {
  /** The line without white space at its ends. */
  readonly text: string
  /** Columns of white space before the text. */
  readonly indent: number
  /** Columns up to the end of the text, indent and markup included. */
  readonly width: number
  /** Whether a blank line or a hard break stands before this line. */
  readonly apart: boolean
}

/** Lines wider than this are never wrapped text. */
export const widestWrap = 160
const narrowestWrap = 36
/** How much narrower than the widest a full line may be: characters that must not begin a line, unbreakable words. */
const slack = 6
const overhang = 6

/** For each line whether a paragraph begins with it. Plain text: joined only on evidence. */
export function paragraphStarts(lines: readonly Line[]): boolean[] {
  const wrap = wrapWidth(lines)
  const starts = lines.map(() => true)
  if (wrap === null) return starts
  let margin = Number.POSITIVE_INFINITY
  for (const line of lines) margin = Math.min(margin, line.indent)
  const indented = startsAreIndented(lines, wrap, margin)
  const spaced = lines.some((line, at) => at > 1 && line.apart)
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as Line
    const before = lines[at - 1] as Line
    if (line.apart || line.indent > margin + 1 || !isFull(before, wrap) || line.width > wrap + overhang)
      continue
    if (beginsAnew(line, before)) continue
    // Where paragraphs are indented, a line without an indent goes on, whatever the full line before ends with.
    starts[at] = !indented && seemsOver(line, before, wrap - (spaced ? 3 : 1), spaced)
  }
  return starts
}

/** Whether the paragraph of `before`, a full line, seems to end with it in a text whose paragraphs have no indents. */
function seemsOver(line: Line, before: Line, nearlyFull: number, spaced: boolean): boolean {
  const end = lineEnd(before.text)
  if (end === 'clause' || hasWeakLabelBehind(line, end)) return true
  if (end === 'sentence') return before.width < nearlyFull
  return !spaced && isHeadingLike(before.text) && before.width < nearlyFull
}

/** Whether most lines behind the last line of a paragraph are indented: then the others are not starts of paragraphs. */
function startsAreIndented(lines: readonly Line[], wrap: number, margin: number): boolean {
  let ends = 0
  let indented = 0
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before !== undefined && (before.width >= wrap - slack || before.width < narrowestWrap / 2)) return
    ends++
    if (line.indent > margin + 1) indented++
  })
  return indented > 1 && indented >= ends * 0.6
}

/** Whether the line is a numbered heading: a label, and no mark behind which text goes on. */
function isHeadingLike(text: string): boolean {
  return hasStrongLabel(text) && !/[。；！？;!?]/.test(text)
}

/** For each line of one Markdown paragraph whether an official paragraph begins with it: joined unless it speaks against. */
export function paragraphStartsInMarkdown(lines: readonly Line[]): boolean[] {
  const wrap = wrapWidth(lines)
  let widest = 0
  for (const line of lines) widest = Math.max(widest, line.width)
  return lines.map((line, at) => {
    if (at === 0 || line.apart) return true
    const before = lines[at - 1] as Line
    if (line.indent > 0 || beginsAnew(line, before)) return true
    if (isFieldLine(line.text) && isFieldLine(before.text)) return true
    const end = lineEnd(before.text)
    if (hasWeakLabelBehind(line, end)) return true
    if (end === 'comma') return false
    if (end === 'open')
      return (before.width < widest - slack || isOrganLike(before.text, line.text)) && standsAlone(before)
    return wrap === null || before.width < wrap - 3 || (end === 'clause' && before.width < wrap - 1)
  })
}

/** Whether both lines end as names of organs do: the signatures of a joint report, one below the other. */
function isOrganLike(before: string, line: string): boolean {
  return before.length <= 24 && line.length <= 24 && organEnd.test(before) && organEnd.test(line)
}

const organEnd = /(?:政府|委员会|党委|工委|办事处|办公室|管委会|[局厅])$/

/** Something counted between marks: a sentence, however short its line is. */
const counted =
  /\d[万亿]?[件起人名次个家户份场元月日%％][^、，]{0,12}[、，]|[、，][^、，]{0,12}\d[万亿]?[件起人名次个家户份场元月日%％]/

/** Whether a line of Markdown that ends with no mark is a title, a heading or a signature rather than half a sentence. */
function standsAlone({ text, width }: Line): boolean {
  if (/[\w.,;:!?)]$/.test(text)) return false
  if (counted.test(text)) return false
  return isHeadingLike(text) || !insideMarks.test(text) || (width < narrowestWrap && !/[。；：]/.test(text))
}

/** Whether the line cannot be the rest of the one before, however full that is. */
function beginsAnew(line: Line, before: Line): boolean {
  if (hasStrongLabel(line.text) || isDateLine(line.text)) return true
  return isTabular(line.text) || isTabular(before.text)
}

/** Whether the line counts on (二是) behind a line that ends a sentence or a clause. */
function hasWeakLabelBehind(line: Line, end: LineEnd): boolean {
  return (end === 'sentence' || end === 'clause') && hasWeakLabel(line.text)
}

function isFull(line: Line, wrap: number): boolean {
  return line.width >= wrap - slack && line.width <= wrap + overhang
}

const insideMarks = /[，。；：、,;:]/
const brokenToken = /\d$/
const tokenGoesOn = /^(?:\d|[%％‰万亿元年月日件个起项次人名户条份场期宗处家只类批])/
const opening = /[（(《“‘「『〈【[]/g
const closing = /[）)》”’」』〉】\]]/g

/** How strongly the break behind `line` says "wrapped": 0 not at all, 1 inside a sentence, 3 inside a bracket or a number. */
function evidence(line: Line, next: Line): number {
  if (line.width < narrowestWrap || line.width > widestWrap || next.width > widestWrap || next.apart) return 0
  if (next.indent > line.indent || beginsAnew(next, line)) return 0
  const end = lineEnd(line.text)
  if (end === 'sentence' || end === 'clause') return 0
  if (brokenToken.test(line.text) && tokenGoesOn.test(next.text)) return 3
  if ((line.text.match(opening)?.length ?? 0) > (line.text.match(closing)?.length ?? 0)) return 3
  if (/^[，。；：、）》”]/.test(next.text)) return 3
  return insideMarks.test(line.text) && !isHeadingLike(line.text) ? 1 : 0
}

/** The width at which the lines are wrapped, or null if they are not. */
export function wrapWidth(lines: readonly Line[]): number | null {
  if (lines.length < 2) return null
  const points = new Array<number>(widestWrap + 1).fill(0)
  const counts = new Array<number>(widestWrap + 1).fill(0)
  let sure = false
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at] as Line
    const next = lines[at + 1] as Line
    const weight = evidence(line, next)
    if (weight === 0) continue
    points[line.width] = (points[line.width] as number) + weight
    counts[line.width] = (counts[line.width] as number) + 1
    if (weight > 1 || /[。！？]/.test(line.text + next.text)) sure = true
  }
  if (!sure) return null
  const { wrap, best } = densest(points, slack)
  if (best < 3 && densest(points, 2).best < 2) return null
  let inside = 0
  let outside = 0
  for (let width = 0; width <= widestWrap; width++) {
    if (width >= wrap - slack && width <= wrap + overhang) inside += counts[width] as number
    else outside += counts[width] as number
  }
  const wider = lines.reduce((sum, line) => sum + (line.width > wrap + overhang ? 1 : 0), 0)
  return outside * 2 <= inside && wider * 4 <= inside ? wrap : null
}

/** The stretch of widths, `slack` across, in which most points lie: how many, and the width that has most of them. */
function densest(points: readonly number[], slack: number): { readonly wrap: number; readonly best: number } {
  let best = 0
  let wrap = 0
  for (let width = widestWrap; width >= narrowestWrap; width--) {
    if (points[width] === 0) continue
    let sum = 0
    let most = width
    for (let near = width; near >= Math.max(width - slack, 0); near--) {
      sum += points[near] as number
      if ((points[near] as number) > (points[most] as number)) most = near
    }
    if (sum > best) {
      best = sum
      wrap = most
    }
  }
  return { wrap, best }
}
