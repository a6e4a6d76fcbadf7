import { type BlockShape, perShape } from '../../text/block.ts'
import { firstThat } from '../../text/first-that.ts'
import { enclosing } from '../../text/signs.ts'
import { scanShape } from '../scan-shape.ts'
import { hintOf, hints } from './hints.ts'
import type { LocalFigure } from './local-claim.ts'

/**
 * A figure with the words around it: what the grammars of sums, changes and counts read.
 *
 *     全年办理处罚案件187件，其中简易程序112件、普通程序78件。
 *                    ^^^^ ^^^^^^^^^^^^^ lead of the second figure
 *                    |       ^^^^ label of the second figure
 *                    first figure
 */
export interface Slot {
  /** Position among the block's figures. */
  readonly index: number
  readonly figure: LocalFigure
  /**
   * The text between the figure before and this one, folded; what stands in quotation marks, in 《》 or in brackets without
   * figures is blanked, so that its marks and words do not count.
   */
  readonly lead: string
  readonly leadFrom: number
  /** The words directly before the figure, from the last mark or figure on: what it counts. */
  readonly label: string
  readonly labelFrom: number
  /** The words directly behind it, up to the next mark or figure. */
  readonly tail: string
  /** What the text between the figure before and this one holds, as it is. */
  readonly leadHints: number
  /** What the label holds. */
  readonly labelHints: number
  /** How many brackets around it are open. */
  readonly depth: number
  /** Which sentence of the block it stands in. */
  readonly sentence: number
  /** What it counts (`nameOf`), once somebody has asked. */
  name: string | null
}

/** The figures of a block with their words, and its text with the quoted parts blanked. */
export interface SlottedBlock {
  readonly shape: BlockShape
  readonly slots: readonly Slot[]
  /** The folded text, blanked as in {@link Slot.lead}. */
  readonly masked: string
  /** The folded text as it is. */
  readonly text: string
  /** What the text before the last figure holds. */
  readonly hints: number
}

/** What stands in the place of a character that does not count. */
export const blank = '□'

/** How far a quotation or a bracket may reach and still count as one. */
const longestQuotation = 80

/**
 * Puts every figure of the block between its words. Figures inside quotations and titles are left out: they are names. Kept
 * with the shape, since every kind of claim asks for it.
 */
export const slotted = perShape(slot)

function slot(shape: BlockShape): SlottedBlock {
  const text = shape.folded
  const { figures } = scanShape(shape)
  const { masked, hidden } =
    (shape.signs & enclosing) === 0 ? { masked: text, hidden: null } : mask(text, figures)
  const isShown = (figure: LocalFigure): boolean =>
    !hidden?.has(figure.index) && !isAttribute(text, figure, figures[figure.index + 1])
  const shown = figures.every(isShown) ? figures : figures.filter(isShown)
  const gap: Gap = { from: 0, labelFrom: 0, hints: 0, labelHints: 0, depth: 0, sentence: 0 }
  let held = 0
  const slots = shown.map((figure, nth): Slot => {
    const leadFrom = gap.from
    cross(gap, text, masked, figure.from)
    const { labelFrom } = gap
    const label = text.slice(labelFrom, figure.from)
    gap.from = figure.to
    held |= gap.hints
    return {
      index: figure.index,
      figure,
      lead: labelFrom === leadFrom && masked === text ? label : masked.slice(leadFrom, figure.from),
      leadFrom,
      label,
      labelFrom,
      tail: text.slice(figure.to, nextMark(masked, figure.to, shown[nth + 1]?.from ?? masked.length)),
      leadHints: gap.hints,
      labelHints: gap.labelHints,
      depth: gap.depth,
      sentence: gap.sentence,
      name: null,
    }
  })
  return { shape, slots, masked, text, hints: held }
}

/** 执业满三年的19名, 60岁以上的35人: a span of time that says which ones are counted is no figure of the account. */
function isAttribute(text: string, { unit, to }: LocalFigure, next: LocalFigure | undefined): boolean {
  if (unit.kind !== 'time' || !next || next.from - to > 10) return false
  const between = text.slice(to, next.from)
  return unit.name.endsWith('岁') ? ofAge.test(between) : attributive.test(between)
}

/** 35岁以下68名, 36岁至50岁92名, 60岁及以上人口7.4万人. */
const ofAge =
  /^(?:及?以[上下内外])?(?:[^,。;、:()]{0,5}的(?:有|共)?|(?:老年|常住|户籍)?(?:人口|人员|老人|儿童|老年人|群体|青年|妇女)|干部)?$|^[至到—~-]$/
const attributive =
  /^(?:及?以[上下内外]|之?内|之?[前后])?(?:[^,。;、:()]{0,5}的(?:有|共)?|(?:老年|常住|户籍)?(?:人口|人员|老人|儿童|老年人|群体|青年|妇女))$/

/** The text between two figures, and what the marks up to its end have made of the block. */
interface Gap {
  from: number
  labelFrom: number
  hints: number
  labelHints: number
  depth: number
  sentence: number
}

/**
 *     187件 ，其中（含…）简易程序 112件
 *          ^from         ^labelFrom  ^to
 */
function cross(gap: Gap, text: string, masked: string, to: number): void {
  let all = 0
  let label = 0
  gap.labelFrom = gap.from
  for (let at = gap.from; at < to; at++) {
    const unit = text.charCodeAt(at)
    const own = hintOf(unit)
    if (own === 0) continue
    all |= own
    label |= own
    if ((own & hints.mark) === 0 || masked.charCodeAt(at) !== unit) continue
    passMark(gap, unit)
    gap.labelFrom = at + 1
    label = 0
  }
  gap.hints = all
  gap.labelHints = label
}

const opening = 0x28
const closing = 0x29

function passMark(gap: Gap, unit: number): void {
  if (unit === opening) gap.depth++
  else if (unit === closing) gap.depth = Math.max(0, gap.depth - 1)
  else if ((hintOf(unit) & hints.sentence) !== 0) {
    gap.sentence++
    gap.depth = 0
  }
}

/** Where the next mark stands; `limit` if there is none before it. */
function nextMark(masked: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if ((hintOf(masked.charCodeAt(at)) & hints.mark) !== 0) return at
  return limit
}

/** How far from a count the mark stands at most that introduces a list. */
const longestIntroduction = 12

/** The first , ; : 。 ! ? ( or ) behind a count, if it stands near enough to introduce a list; else empty. */
export function markBehind(masked: string, from: number): string {
  const last = Math.min(masked.length - 1, from + longestIntroduction)
  for (let at = from; at <= last; at++) {
    const unit = masked.charCodeAt(at)
    if ((hintOf(unit) & (hints.mark | hints.pause)) === hints.mark && unit !== lineBreak)
      return masked[at] as string
  }
  return ''
}

const lineBreak = 0x0a

/** Blanks quotations, titles and brackets without figures; says which figures were blanked with them. */
function mask(
  text: string,
  figures: readonly LocalFigure[],
): { masked: string; hidden: ReadonlySet<number> | null } {
  let hidden: Set<number> | null = null
  let masked = ''
  let copied = 0
  let next = 0
  quotation.lastIndex = 0
  while (quotation.test(text)) {
    const open = quotation.lastIndex - 1
    const closer = closerOf(text.charCodeAt(open))
    const end = endOfQuotation(text, open, closer)
    if (end === -1) continue
    while (next < figures.length && (figures[next] as LocalFigure).from < open) next++
    let last = next
    while (last < figures.length && (figures[last] as LocalFigure).from < end) last++
    if (closer === closing && last > next) continue
    hidden ??= last > next ? new Set() : null
    for (let at = next; at < last; at++) hidden?.add(at)
    masked += text.slice(copied, open) + blank.repeat(end + 1 - open)
    copied = end + 1
    quotation.lastIndex = copied
  }
  return { masked: copied === 0 ? text : masked + text.slice(copied), hidden }
}

/** What begins a quotation, a title or a bracket. */
const quotation = /[(“‘《]/g

/** What ends the quotation, title or bracket that begins with the character. */
function closerOf(unit: number): number {
  switch (unit) {
    case 0x201c: // “
      return 0x201d
    case 0x2018: // ‘
      return 0x2019
    case 0x300a: // 《
      return 0x300b
    default:
      return closing
  }
}

/** Where what begins at `from` ends; -1 if it does not end near enough to count. */
function endOfQuotation(text: string, from: number, closer: number): number {
  const limit = Math.min(text.length, from + longestQuotation)
  for (let at = from; at < limit; at++) if (text.charCodeAt(at) === closer) return at
  return -1
}

/** The position of the slot among those of its block, which stand in reading order. */
export function positionOf({ slots }: SlottedBlock, { figure }: Slot): number {
  return firstThat(slots, (slot) => slot.figure.from >= figure.from)
}
