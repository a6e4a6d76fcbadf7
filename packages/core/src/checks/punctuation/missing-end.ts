import type { Analysis } from '../../analysis.ts'
import type { Section } from '../../report/report.ts'
import { type Block, sourceRange } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { isHan } from '../shared/scan.ts'

/** Parameters of `missing-end`: how many characters a paragraph must have to be taken for full sentences. */
export interface MissingEndParameters {
  readonly minimumLength: number
}

/** At most so many of the last characters are marked: the last clause, if it is not longer. */
const shown = 24

/** What a finished paragraph may end with, folded: stops, an announcement, an ellipsis, a dash, or a note behind the stop: 。（责任单位：县司法局） */
const finished =
  /[。!?:;…—]["”’)\]》】]*[\s\u200b-\u200d]*$|[。!?;…][([【][^()[\]【】。]{2,80}[)\]】][\s\u200b-\u200d]*$/

/** A paragraph of one sentence is taken for prose only from this length on; a shorter one may be a heading. */
const longSentence = 60

/**
 * Paragraphs of full sentences that stop without a full stop. Headings, titles, addressee, signature and list items without
 * sentences are none; where most paragraphs of a draft go without, the draft's form is another one and nothing is said.
 */
export const missingEnd = draftCheck<MissingEndParameters>(
  'missing-end',
  (analysis, { minimumLength }, report) => {
    const candidates = paragraphs(analysis, minimumLength)
    const open = candidates.filter((block) => !finished.test(block.shape.folded))
    if (open.length * 2 > candidates.length) return
    for (const block of open) {
      const { text } = block.shape
      const end = text.replace(/[\s\u200b-\u200d]+$/, '').length
      const from = lastClause(block.shape.folded, end)
      const last = text.charCodeAt(end - 1)
      const after = sourceRange(block, end - 1, end).end
      report({
        at: sourceRange(block, from, end),
        data: { tail: text.slice(from, end) },
        fixes: isEndOfSentence(last)
          ? [
              {
                kind: 'safe',
                title: { 'zh-CN': '补上句号', en: 'Add the full stop' },
                edits: [{ range: { start: after, end: after }, text: '。' }],
              },
            ]
          : [],
      })
    }
  },
)

/** The paragraphs that consist of sentences: long enough, with a stop or a comma inside, and no heading on its own. */
function paragraphs(analysis: Analysis, minimumLength: number): Block[] {
  const { report } = analysis
  const headings = new Set(
    report.sections
      .filter((section) => !section.runIn && !isUnfinishedItem(section, analysis))
      .map((section) => section.titlePlace.block.index),
  )
  const items = new Set(
    report.sections
      .filter((section) => isUnfinishedItem(section, analysis))
      .map((section) => section.titlePlace.block.index),
  )
  const { metadata } = report
  for (const place of [
    metadata.title,
    metadata.addressee?.place,
    metadata.issuer?.place,
    ...metadata.signatures.map((entry) => entry.place),
  ]) {
    if (place) headings.add(place.block.index)
  }
  return report.blocks.filter(({ index, shape }) => {
    if (shape.kind !== 'paragraph' && shape.kind !== 'list-item') return false
    if (headings.has(index) || shape.text.length < minimumLength) return false
    const prose =
      items.has(index) ||
      shape.folded.includes('。') ||
      (shape.text.length >= longSentence && shape.folded.includes(','))
    return prose && !/\||\t/.test(shape.text)
  })
}

/**
 * A numbered item of several clauses without a stop, where all its sisters end with one: a sentence, though it stands alone
 * as a heading does.
 */
function isUnfinishedItem(
  { index, label, titlePlace, body, children, parent, runIn }: Section,
  { report }: Analysis,
): boolean {
  if (runIn || !label || body.length > 0 || children.length > 0) return false
  const { folded } = titlePlace.block.shape
  if (titlePlace.block.shape.kind === 'heading' || finished.test(folded) || folded.split(',').length < 3)
    return false
  const sisters = (report.sections[parent]?.children ?? []).filter((sister) => sister !== index)
  return (
    sisters.length > 1 &&
    sisters.every((sister) => {
      const section = report.sections[sister] as Section
      const last = section.body.at(-1)?.block ?? section.titlePlace.block
      return section.body.length <= 1 && finished.test(last.shape.folded)
    })
  )
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
