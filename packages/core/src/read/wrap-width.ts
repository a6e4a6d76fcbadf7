import { hasStrongLabel, isDateLine, isTabular, type Line, lineEnd } from './line-signs.ts'

/** How the lines of a text are wrapped. */
export interface Wrap {
  /** The width of a full line. */
  readonly width: number
  /** What it counts: columns, or characters of two columns each. */
  readonly unit: 'columns' | 'characters'
}

/** Lines wider than this are never wrapped text. */
export const widestWrap = 160
export const narrowestWrap = 36
/** How much narrower than the width a full line may be: characters that must not begin a line, unbreakable words. */
export const slack = 6
/** How much wider: marks that hang over the end of a line. */
export const overhang = 6

/**
 * How the lines are wrapped, or null if they are not. Editors wrap at a number of columns, converters often at a number
 * of characters, where lines with more digits are shorter; what explains the breaks better is taken:
 *
 *     全年受理各类办件4386件，办结4371件，其余15      24 characters, 40 columns
 *     件尚在承诺时限内。落实改革要求，取消村级证明      22 + 2, 44 columns
 */
export function findWrap(lines: readonly Line[]): Wrap | null {
  if (lines.length < 2) return null
  const weights: number[] = []
  let sure = false
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at] as Line
    const next = lines[at + 1] as Line
    const weight = evidence(line, next)
    weights.push(weight)
    if (weight > 1 || (weight > 0 && /[。！？]/.test(line.text + next.text))) sure = true
  }
  if (!sure) return null
  const columns = explained(lines, weights, 'columns')
  const characters = explained(lines.map(inCharacters), weights, 'characters')
  if (columns === null || characters === null) return columns ?? characters
  return characters.score > columns.score ? characters : columns
}

/** The line with the width that it has if every character takes two columns. */
export function inCharacters(line: Line): Line {
  return { ...line, width: line.length * 2 }
}

/** Whether the line is a numbered heading: a label, and no mark behind which text goes on. */
export function isHeadingLike(text: string): boolean {
  return hasStrongLabel(text) && !/[。；！？;!?]/.test(text)
}

export const insideMarks = /[，。；：、,;:]/
const brokenToken = /\d$/
const tokenGoesOn = /^(?:\d|[%％‰万亿元年月日件个起项次人名户条份场期宗处家只类批])/
const opening = /[（(《“‘「『〈【[]/g
const closing = /[）)》”’」』〉】\]]/g

/** How strongly the break behind `line` says "wrapped": 0 not at all, 1 inside a sentence, 3 inside a bracket or a number. */
function evidence(line: Line, next: Line): number {
  if (line.width < narrowestWrap || line.width > widestWrap || next.width > widestWrap || next.apart) return 0
  if (next.indent > line.indent) return 0
  if (hasStrongLabel(next.text) || isDateLine(next.text) || isTabular(next.text) || isTabular(line.text))
    return 0
  const end = lineEnd(line.text)
  if (end === 'sentence' || end === 'clause') return 0
  if (brokenToken.test(line.text) && tokenGoesOn.test(next.text)) return 3
  if ((line.text.match(opening)?.length ?? 0) > (line.text.match(closing)?.length ?? 0)) return 3
  if (/^[，。；：、）》”]/.test(next.text)) return 3
  return insideMarks.test(line.text) && !isHeadingLike(line.text) ? 1 : 0
}

/** The width that explains most of the breaks that carry weight, and how sharply; null if too many are left over. */
function explained(
  lines: readonly Line[],
  weights: readonly number[],
  unit: Wrap['unit'],
): (Wrap & { readonly score: number }) | null {
  const points = new Array<number>(2 * widestWrap + 1).fill(0)
  const counts = new Array<number>(2 * widestWrap + 1).fill(0)
  weights.forEach((weight, at) => {
    if (weight === 0) return
    const { width } = lines[at] as Line
    points[width] = (points[width] as number) + weight
    counts[width] = (counts[width] as number) + 1
  })
  const { width, best } = densest(points, slack)
  const sharp = densest(points, 2).best
  if (best < 3 && sharp < 2) return null
  let inside = 0
  let outside = 0
  counts.forEach((count, at) => {
    if (at >= width - slack && at <= width + overhang) inside += count
    else outside += count
  })
  const wider = lines.reduce((sum, line) => sum + (line.width > width + overhang ? 1 : 0), 0)
  return outside * 2 <= inside && wider * 4 <= inside ? { width, unit, score: best + sharp } : null
}

/** The stretch of widths, `across` columns, in which most points lie: how many, and the width that has most of them. */
function densest(
  points: readonly number[],
  across: number,
): { readonly width: number; readonly best: number } {
  let best = 0
  let found = 0
  for (let width = points.length - 1; width >= narrowestWrap; width--) {
    if (points[width] === 0) continue
    let sum = 0
    let most = width
    for (let near = width; near >= Math.max(width - across, 0); near--) {
      sum += points[near] as number
      if ((points[near] as number) > (points[most] as number)) most = near
    }
    if (sum > best) {
      best = sum
      found = most
    }
  }
  return { width: found, best }
}
