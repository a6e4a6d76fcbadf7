import type { Analysis } from '../../analysis.ts'
import { perDraft } from '../../read/per-draft.ts'
import { type LocalLabel, labelOf } from '../../report/label.ts'
import { layoutOf } from '../../report/layout.ts'
import type { LabelStyle, Report, Section } from '../../report/report.ts'
import { type Block, perShape } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'

/** A numbered block of the report. */
export interface Numbered {
  readonly block: Block
  readonly label: LocalLabel
}

/** Labels of one style that follow each other under one heading: 一、二、三、 or （一）（二）（三）. */
export interface Run {
  readonly style: LabelStyle
  readonly labels: readonly Numbered[]
}

/** The official styles from the outermost to the innermost. */
export const officialStyles: readonly LabelStyle[] = [
  'chapter',
  'section',
  'han-comma',
  'han-bracket',
  'arabic-dot',
  'arabic-bracket',
  'circled',
]

/** The runs that were found last, and in what: the numbered blocks and the headings between them. */
interface Kept {
  report: Report | null
  numbered: readonly Block[]
  headings: object | null
  runs: readonly Run[]
  disordered: readonly Run[]
  flawed: readonly Run[]
}

const lastRuns = perDraft(
  (): Kept => ({ report: null, numbered: [], headings: null, runs: [], disordered: [], flawed: [] }),
)

/**
 * The runs of all numbered blocks between title and closing, in the order in which they begin; found once for a report, and again
 * after an edit only if it has touched one of them or a heading.
 */
export function numberedRuns(analysis: Analysis): readonly Run[] {
  return keptRuns(analysis).runs
}

/** Those of the runs in which some number is not the next one. In most drafts there is none: no number is missing or stands there twice. */
export function disorderedRuns(analysis: Analysis): readonly Run[] {
  return keptRuns(analysis).disordered
}

/** The same, with those that begin with two: in skipped-number, a start that is missing. */
export function flawedRuns(analysis: Analysis): readonly Run[] {
  return keptRuns(analysis).flawed
}

function keptRuns(analysis: Analysis): Kept {
  const { report } = analysis
  const last = lastRuns(analysis.document)
  if (last.report === report) return last
  const numbered = blocksWith(report.blocks, officialLabel)
  const { headings } = layoutOf(report)
  if (last.numbered !== numbered || last.headings !== headings) {
    last.runs = findRuns(analysis, numbered)
    last.disordered = last.runs.filter((run) => !isInOrder(run))
    last.flawed = last.runs.filter((run) => beginsWithTwo(run) || !isInOrder(run))
  }
  last.report = report
  last.numbered = numbered
  last.headings = headings
  return last
}

/** Whether a run of outer headings begins 二、三、 */
export function beginsWithTwo({ style, labels }: Run): boolean {
  if (style !== 'han-comma' && style !== 'han-bracket') return false
  return labels[0]?.label.number === 2 && labels[1]?.label.number === 3
}

/** Whether each number of a run is the next one. */
export function isInOrder({ labels }: Run): boolean {
  for (let nth = 1; nth < labels.length; nth++)
    if (labels[nth]?.label.number !== (labels[nth - 1] as Numbered).label.number + 1) return false
  return true
}

function findRuns(analysis: Analysis, numbered: readonly Block[]): Run[] {
  const runs: { style: LabelStyle; labels: Numbered[] }[] = []
  /** The run that is going on in each style, by the style's rank. */
  const open = officialStyles.map((): { style: LabelStyle; labels: Numbered[] } | null => null)
  const endFrom = (rank: number): void => {
    for (let order = rank; order < open.length; order++) open[order] = null
  }
  const isUnnumberedBefore = unnumberedHeadings(analysis)
  for (const block of numbered) {
    const [label] = officialLabel(block.shape) as readonly [LocalLabel]
    const order = officialStyles.indexOf(label.style)
    endFrom(isUnnumberedBefore(block) ? 0 : order + 1)
    let run = open[order]
    if (!run || (label.number === 1 && !isRepeatOfFirst(run.labels))) {
      run = { style: label.style, labels: [] }
      open[order] = run
      runs.push(run)
    }
    run.labels.push({ block, label })
  }
  return runs
}

/** A second 一 right behind the first is a repeated number; any later one begins a list of its own. */
function isRepeatOfFirst(labels: readonly Numbered[]): boolean {
  return labels.length === 1 && labels[0]?.label.number === 1
}

const noLabel: readonly LocalLabel[] = []

/** The label of a paragraph or heading in one of the official styles, if it has one. */
const officialLabel = perShape((shape): readonly LocalLabel[] => {
  if (shape.kind !== 'paragraph' && shape.kind !== 'heading') return noLabel
  const label = labelOf(shape)
  return label && officialStyles.includes(label.style) ? [label] : noLabel
})

/** Asks, for one block after the other in reading order, whether a heading without a number stands between it and the one before. */
function unnumberedHeadings({ document, report }: Analysis): (block: Block) => boolean {
  const { blocks } = document
  const headings = report.sections.filter(({ label, runIn, from }) => {
    if (label !== null || runIn) return false
    const shape = blocks[from]?.shape
    return (shape?.kind === 'paragraph' || shape?.kind === 'heading') && officialLabel(shape).length === 0
  })
  let next = 0
  return ({ index }) => {
    const first = next
    while (next < headings.length && (headings[next] as Section).from < index) next++
    return next > first
  }
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number up to 99 in Chinese numerals. */
export function hanNumber(number: number): string {
  if (number < 10) return digits[number] ?? ''
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? digits[tens] : ''}十${digits[number % 10]}`
}

/** A label of the style as it should be written. */
export function properLabel(style: LabelStyle, number: number): string {
  switch (style) {
    case 'chapter':
    case 'section':
      return `第${hanNumber(number)}`
    case 'han-comma':
      return `${hanNumber(number)}、`
    case 'han-bracket':
      return `（${hanNumber(number)}）`
    case 'arabic-dot':
      return `${number}.`
    case 'arabic-bracket':
      return `（${number}）`
    case 'circled':
      return number <= 20 ? String.fromCharCode(0x245f + number) : String(number)
    default:
      return `${hanNumber(number)}是`
  }
}

/** The label of a numbered block as it is written, without the space behind it. */
export function writtenLabel({ block, label }: Numbered): string {
  return block.shape.text.slice(label.from, label.to).trim()
}

/** Whether the number stands somewhere between two blocks where it was not read as a label: inside a paragraph, or before a decimal. */
export function isWrittenBetween(
  analysis: Analysis,
  style: LabelStyle,
  number: number,
  from: Block,
  to: Block,
): boolean {
  const han = hanNumber(number)
  const forms =
    style === 'han-comma'
      ? [`${han}、`, `${han}.`, `${han},`]
      : style === 'han-bracket'
        ? [`(${han})`, `${han})`]
        : style === 'arabic-bracket'
          ? [`(${number})`, `${number})`]
          : style === 'arabic-dot'
            ? [`${number}.`, `${number}、`, `${number} `]
            : [properLabel(style, number)]
  for (const block of analysis.document.blocks.slice(from.index, to.index)) {
    const { folded } = block.shape
    if (
      forms.some(
        (form) => folded.includes(form) && (style !== 'arabic-dot' || hasNumberAtStart(folded, form)),
      )
    )
      return true
  }
  return false
}

function hasNumberAtStart(folded: string, form: string): boolean {
  for (let at = folded.indexOf(form); at !== -1; at = folded.indexOf(form, at + 1)) {
    if (at === 0 || '。;:,! '.includes(folded.charAt(at - 1))) return true
  }
  return false
}

/** The block between two numbers of a run that has the missing number in another style and is no sub-heading of the first. */
export function strayBetween(
  blocks: readonly Block[],
  from: Block,
  to: Block,
  number: number,
): Numbered | null {
  const before = new Map<string, number>()
  for (const block of blocks.slice(from.index + 1, to.index)) {
    const label = labelOf(block.shape)
    if (!label || label.to === label.from || !officialStyles.includes(label.style)) continue
    if (label.number === number && before.get(label.style) !== number - 1) return { block, label }
    before.set(label.style, label.number)
  }
  return null
}
