import type { BlockShape } from '../../text/block.ts'
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
  /** How many brackets around it are open. */
  readonly depth: number
  /** Which sentence of the block it stands in. */
  readonly sentence: number
}

/** The figures of a block with their words, and its text with the quoted parts blanked. */
export interface SlottedBlock {
  readonly slots: readonly Slot[]
  /** The folded text, blanked as in {@link Slot.lead}. */
  readonly masked: string
  /** The folded text as it is. */
  readonly text: string
}

/** What stands in the place of a character that does not count. */
export const blank = '□'

/** Marks that end a label. */
const marks = ',、;:。!?()\n'
const mark = /[,、;:。!?()\n]/
const sentenceEnds = '。!?\n'

/** Where quotations and brackets end, by how they begin. */
const closers: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['(', ')'],
])
const openers = /[“‘《(]/g

/** How far a quotation or a bracket may reach and still count as one. */
const longestQuotation = 80

/** Blocks that have been slotted, with the figures that they were slotted with. */
const known = new WeakMap<BlockShape, { figures: readonly LocalFigure[]; block: SlottedBlock }>()

/**
 * Puts every figure of the block between its words. Figures inside quotations and titles are left out: they are names. Kept
 * with the shape, since every kind of claim asks for it.
 */
export function slotted(shape: BlockShape, figures: readonly LocalFigure[]): SlottedBlock {
  const entry = known.get(shape)
  if (entry?.figures === figures) return entry.block
  const block = slot(shape, figures)
  known.set(shape, { figures, block })
  return block
}

function slot(shape: BlockShape, figures: readonly LocalFigure[]): SlottedBlock {
  const text = shape.folded
  const { masked, hidden } = mask(text, figures)
  const slots: Slot[] = []
  const shown = figures
    .map((figure, index) => ({ figure, index }))
    .filter(({ figure, index }) => !hidden.has(index) && !isAttribute(text, figure, figures[index + 1]))
  let before = 0
  let depth = 0
  let sentence = 0
  for (let nth = 0; nth < shown.length; nth++) {
    const { figure, index } = shown[nth] as { figure: LocalFigure; index: number }
    const lead = masked.slice(before, figure.from)
    for (let at = 0; at < lead.length; at++) {
      const character = lead[at] as string
      if (character === '(') depth++
      else if (character === ')') depth = Math.max(0, depth - 1)
      else if (sentenceEnds.includes(character)) {
        sentence++
        depth = 0
      }
    }
    const labelFrom = before + lastMark(lead)
    const after = masked.slice(figure.to, shown[nth + 1]?.figure.from ?? masked.length)
    const tailLength = after.search(mark)
    slots.push({
      index,
      figure,
      lead,
      leadFrom: before,
      label: text.slice(labelFrom, figure.from),
      labelFrom,
      tail: text.slice(figure.to, figure.to + (tailLength === -1 ? after.length : tailLength)),
      depth,
      sentence,
    })
    before = figure.to
  }
  return { slots, masked, text }
}

/** 执业满三年的19名, 60岁以上的35人: a span of time that says which ones are counted is no figure of the account. */
function isAttribute(text: string, { unit, to }: LocalFigure, next: LocalFigure | undefined): boolean {
  if (unit.kind !== 'time' || !next || next.from - to > 10) return false
  return attributive.test(text.slice(to, next.from))
}

const attributive = /^(?:及?以[上下内外]|之?内|之?[前后])?[^,。;、:()]{0,5}的(?:有|共)?$/

/** How many characters of `lead` stand up to and with its last mark. */
function lastMark(lead: string): number {
  for (let at = lead.length - 1; at >= 0; at--) if (marks.includes(lead[at] as string)) return at + 1
  return 0
}

/** Blanks quotations, titles and brackets without figures; says which figures were blanked with them. */
function mask(
  text: string,
  figures: readonly LocalFigure[],
): { masked: string; hidden: ReadonlySet<number> } {
  const hidden = new Set<number>()
  let masked = ''
  let copied = 0
  let next = 0
  openers.lastIndex = 0
  for (let open = openers.exec(text); open !== null; open = openers.exec(text)) {
    const reach = text.slice(open.index, open.index + longestQuotation)
    const length = reach.indexOf(closers.get(open[0]) as string)
    if (length === -1) continue
    const end = open.index + length
    while ((figures[next]?.from ?? Number.POSITIVE_INFINITY) < open.index) next++
    const inside: number[] = []
    for (let at = next; (figures[at]?.from ?? Number.POSITIVE_INFINITY) < end; at++) inside.push(at)
    if (open[0] === '(' && inside.length > 0) continue
    for (const index of inside) hidden.add(index)
    masked += text.slice(copied, open.index) + blank.repeat(end + 1 - open.index)
    copied = end + 1
    openers.lastIndex = copied
  }
  return { masked: copied === 0 ? text : masked + text.slice(copied), hidden }
}
