import { type BlockShape, perShape } from '../text/block.ts'
import { bare, firstSentenceEnd } from './clause.ts'
import { inlineClauses, type LocalLabel, labelOf } from './label.ts'
import type { LabelStyle } from './report.ts'

/**
 * What a block looks like on its own. `standalone`: a heading with a paragraph to itself. `run-in`: a short first sentence
 * that the paragraph's text follows. `numbered`: a paragraph that begins with a number but whose first sentence is too
 * long for a title; whether it counts as a heading depends on its sisters.
 */
export type HeadingForm = 'standalone' | 'run-in' | 'numbered'

/** A block read as a possible heading. */
export interface LocalHeading {
  readonly label: LocalLabel | null
  /** Markdown depth 1–6, or 0 for a paragraph. */
  readonly depth: number
  readonly form: HeadingForm
  /** The title: no label, no mark at its end. */
  readonly from: number
  readonly to: number
  /** Where the text goes on behind the title. */
  readonly rest: number
}

/** Numbers whose paragraphs are headings however long their titles are. */
const highStyles: ReadonlySet<LabelStyle> = new Set(['chapter', 'section', 'han-comma', 'han-bracket'])
/** The longest first sentence that is still read as a title. */
const longestTitle = 60
/** The longest title that stands alone under 1. or lower: longer ones are list entries. */
const longestLowTitle = 45
/** The longest phrase before a colon that is a title: `1.加强宣传：…`. */
const longestColonTitle = 18

/** The block as a possible heading: a Markdown heading, or a paragraph that begins with an official number. Otherwise null. */
export const headingOf: (shape: BlockShape) => LocalHeading | null = perShape((shape) => {
  const { folded, kind } = shape
  if (kind !== 'heading' && kind !== 'paragraph' && kind !== 'list-item') return null
  const label = labelOf(shape)
  const isLabel = label !== null && label.style !== 'inline-is' && label.style !== 'inline-ordinal'
  const from = isLabel ? label.to : 0
  if (kind === 'heading') {
    const title = bare(folded, { from, to: folded.length })
    return {
      label: isLabel ? label : null,
      depth: shape.depth,
      form: 'standalone',
      ...title,
      rest: folded.length,
    }
  }
  if (!isLabel || from >= folded.length || isInlineList(shape, label)) return null
  return { label, depth: 0, ...paragraphHeading(folded, label, from) }
})

/** Whether the paragraph is a list by itself: ①…②… or （1）…（2）… in one paragraph. */
function isInlineList(shape: BlockShape, label: LocalLabel): boolean {
  if (label.style !== 'circled' && label.style !== 'arabic-bracket') return false
  const clauses = inlineClauses(shape)
  return clauses.length > 1 && clauses[0]?.from === 0
}

function paragraphHeading(
  folded: string,
  label: LocalLabel,
  from: number,
): Pick<LocalHeading, 'form' | 'from' | 'to' | 'rest'> {
  const high = highStyles.has(label.style)
  const end = firstSentenceEnd(folded, from)
  const whole = folded.slice(end).trim() === ''
  const first = bare(folded, { from, to: end })
  const length = first.to - first.from
  const colon = folded.slice(first.from, first.from + longestColonTitle + 1).indexOf(':')
  if (colon > 1 && first.from + colon < first.to) {
    const title = bare(folded, { from: first.from, to: first.from + colon })
    return { form: 'run-in', ...title, rest: first.from + colon + 1 }
  }
  if (whole) {
    const isClause = /[;,]$/.test(folded.trimEnd()) || folded.slice(first.from, first.to).includes(';')
    const ends = /[。!?]$/.test(folded.trimEnd())
    const longest = high ? longestTitle : ends ? 30 : longestLowTitle
    if (length <= longest && (!isClause || high)) return { form: 'standalone', ...first, rest: folded.length }
  } else if (length <= longestTitle && !folded.slice(first.from, first.to).includes(';'))
    return { form: 'run-in', ...first, rest: end }
  const rest = firstPhraseEnd(folded, first.from, first.to)
  return { form: 'numbered', ...bare(folded, { from: first.from, to: rest }), rest }
}

/** Where the first phrase of a long sentence ends: it stands in for a title. */
function firstPhraseEnd(folded: string, from: number, to: number): number {
  for (let at = from + 4; at < to; at++) {
    const unit = folded.charCodeAt(at)
    if (unit === 0x2c || unit === 0x3b || unit === 0x3a) return at + 1
  }
  return to
}
