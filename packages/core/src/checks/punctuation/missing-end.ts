import type { Analysis } from '../../analysis.ts'
import { layoutOf } from '../../report/layout.ts'
import type { Report, Section } from '../../report/report.ts'
import { type Block, type BlockShape, has, perShape } from '../../text/block.ts'
import { blocksWith, placesWith } from '../../text/blocks-with.ts'
import { signs } from '../../text/signs.ts'
import { draftCheck } from '../check.ts'
import { isHan } from '../shared/scan.ts'
import { writersMarks } from '../shared/writers-marks.ts'

/** Parameters of `missing-end`: how many characters a paragraph must have to be taken for full sentences. */
export interface MissingEndParameters {
  readonly minimumLength: number
}

/** At most so many of the last characters are marked: the last clause, if it is not longer. */
const shown = 24

/** What a finished paragraph may end with, folded: stops, an announcement, an ellipsis, a dash, or a note behind the stop: 。（责任单位：县司法局） */
const finished =
  /[。!?:;…—]["”’)\]》】]*[\s\u200b-\u200d]*$|[。!?;…][([【][^()[\]【】。]{2,80}[)\]】][\s\u200b-\u200d]*$/

/** A note of the writer's at the end, which structure/leftover tells of: TBD：补充考核情况 */
const unwritten = new RegExp(`(?:${writersMarks})[^。]*$`)

/** A paragraph of one sentence is taken for prose only from this length on; a shorter one may be a heading. */
const longSentence = 60

/**
 * Paragraphs of full sentences that stop without a full stop. Headings, titles, addressee, signature and list items without
 * sentences are none; where most paragraphs of a draft go without, the draft's form is another one and nothing is said.
 */
export const missingEnd = draftCheck<MissingEndParameters>(
  'missing-end',
  (analysis, { minimumLength }, report) => {
    const { count, open } = paragraphs(analysis, minimumLength)
    if (open.length === 0 || open.length * 2 > count()) return
    for (const block of open) {
      const { from, end, data, mayStop } = tailOf(block.shape)
      report({
        at: { block, from, to: end },
        data,
        fixes: mayStop
          ? [
              {
                kind: 'safe',
                title: { 'zh-CN': '补上句号', en: 'Add the full stop' },
                edits: [{ range: { block, behind: end }, text: '。' }],
              },
            ]
          : [],
      })
    }
  },
  (analysis, { minimumLength }) => {
    const { document, report } = analysis
    const { isLong, isProse, isOpenProse } = questionsFor(minimumLength)
    return [
      layoutOf(report).headings,
      blocksWith(report.blocks, isOpenProse),
      placesWith(report.blocks, isProse),
      placesWith(report.blocks, isLong),
      placesWith(document.blocks, isFinished),
      placesWith(document.blocks, hasClauses),
      ...ownLines(report),
    ]
  },
)

/** The blocks that are title, addressee, issuer or signatures. */
function ownLines({ metadata }: Report): readonly Block[] {
  const { title, addressee, issuer, signatures } = metadata
  const lines = signatures.map(({ place }) => place.block)
  for (const place of [title, addressee?.place, issuer?.place]) if (place) lines.push(place.block)
  return lines
}

/** The last clause of a paragraph, and whether a stop may be put behind it. */
const tailOf = perShape(({ text, folded }) => {
  const end = endOf(text)
  const from = lastClause(folded, end)
  return {
    from,
    end,
    data: { tail: text.slice(from, end) },
    mayStop: isEndOfSentence(text.charCodeAt(end - 1)),
  }
})

/** What is asked of a block alone, for paragraphs from some length on. */
interface Questions {
  /** Long enough, and no row of a table or form. */
  readonly isLong: (shape: BlockShape) => boolean
  /** Long, with a stop or a comma inside. */
  readonly isProse: (shape: BlockShape) => boolean
  /** Prose that stops without a full stop. */
  readonly isOpenProse: (shape: BlockShape) => boolean
}

const questions = new Map<number, Questions>()

function questionsFor(minimumLength: number): Questions {
  let known = questions.get(minimumLength)
  if (known === undefined) {
    const isLong = perShape(
      (shape) =>
        (shape.kind === 'paragraph' || shape.kind === 'list-item') &&
        shape.text.length >= minimumLength &&
        !(has(shape, signs.bar) && /\||\t/.test(shape.text)),
    )
    const isProse = (shape: BlockShape): boolean =>
      isLong(shape) &&
      (has(shape, signs.stop) || (shape.text.length >= longSentence && has(shape, signs.comma)))
    known = { isLong, isProse, isOpenProse: (shape) => isProse(shape) && isOpen(shape) }
    questions.set(minimumLength, known)
  }
  return known
}

function isOpen(shape: BlockShape): boolean {
  return !isFinished(shape) && !unwritten.test(shape.folded.slice(-40))
}

/**
 * The paragraphs that consist of sentences and are no heading on their own: how many there are, and those that stop without a
 * full stop. In most drafts none does, and nobody needs to count.
 */
function paragraphs(
  analysis: Analysis,
  minimumLength: number,
): { readonly count: () => number; readonly open: readonly Block[] } {
  const { blocks, sections } = analysis.report
  const { isLong, isProse, isOpenProse } = questionsFor(minimumLength)
  const isUnfinished = unfinishedItems(analysis)
  const items: Block[] = []
  for (const section of sections) if (isUnfinished(section)) items.push(section.titlePlace.block)
  const openProse = blocksWith(blocks, isOpenProse)
  if (items.length + openProse.length === 0) return { count: () => 0, open: [] }
  const kinds = new Uint8Array(analysis.document.blocks.length)
  for (const section of sections)
    if (!section.runIn && !isUnfinished(section)) setHeading(kinds, section.titlePlace.block)
  for (const block of ownLines(analysis.report)) setHeading(kinds, block)
  const isNoHeading = ({ index }: Block): boolean => kinds[index] !== heading
  const open = openProse.filter(isNoHeading)
  let itemCount = 0
  const own = items.length > 0 ? new Set(blocks) : null
  for (const block of items) {
    const { shape } = block
    if (!own?.has(block) || !isNoHeading(block) || isProse(shape) || !isLong(shape)) continue
    itemCount++
    if (isOpen(shape)) open.push(block)
  }
  const count = (): number => {
    let all = itemCount
    for (const at of placesWith(blocks, isProse)) if (isNoHeading(blocks[at] as Block)) all++
    return all
  }
  return { count, open }
}

/** What a block is besides a paragraph. */
const heading = 1

/** Notes that a block is a heading; one that stands in the front matter is none of the draft's. */
function setHeading(kinds: Uint8Array, { index }: Block): void {
  if (index >= 0) kinds[index] = heading
}

/**
 * Asks whether a section is a numbered item of several clauses without a stop, where all its sisters end with one: a sentence,
 * though it stands alone as a heading does.
 */
function unfinishedItems({ report }: Analysis): (section: Section) => boolean {
  const lacking = new Map<Section, number>()
  /** How many of a section's children do not end with a stop. */
  const lackingIn = (parent: Section): number => {
    let count = lacking.get(parent)
    if (count === undefined) {
      count = 0
      for (const child of parent.children) {
        const { body, titlePlace } = report.sections[child] as Section
        if (body.length > 1 || !isFinished((body.at(-1)?.block ?? titlePlace.block).shape)) count++
      }
      lacking.set(parent, count)
    }
    return count
  }
  return ({ label, titlePlace, body, children, parent, runIn }) => {
    if (runIn || !label || body.length > 0 || children.length > 0) return false
    const { shape } = titlePlace.block
    if (shape.kind === 'heading' || isFinished(shape) || !hasClauses(shape)) return false
    const above = report.sections[parent]
    // it lacks the stop itself
    return above !== undefined && above.children.length > 2 && lackingIn(above) === 1
  }
}

const isFinished = perShape(({ folded }) => folded.endsWith('。') || finished.test(folded))
const hasClauses = perShape((shape) => has(shape, signs.comma) && shape.folded.split(',').length >= 3)

const blank = /[\s\u200b-\u200d]/

/** Where the text ends, blanks and invisible characters left out. */
function endOf(text: string): number {
  let end = text.length
  while (end > 0 && blank.test(text.charAt(end - 1))) end--
  return end
}

/** Where the last clause before `end` begins, or where the characters to show begin. */
function lastClause(folded: string, end: number): number {
  for (let at = end - 1; at > Math.max(0, end - shown); at--)
    if (/[。,;、:!?]/.test(folded[at - 1] as string)) return at
  return Math.max(0, end - shown)
}

/** Behind a word, a number, a percent sign or a closing mark a full stop can be added without changing anything. */
function isEndOfSentence(unit: number): boolean {
  return isHan(unit) || /[\d%％)）”》]/.test(String.fromCharCode(unit))
}
