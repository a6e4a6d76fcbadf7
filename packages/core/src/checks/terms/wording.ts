import type { LocalText } from '../../finding.ts'
import { sentenceAround } from '../../prose/term-context.ts'
import { type BlockShape, sourceRange } from '../../text/block.ts'
import { type MessageData, type Observation, type ObservedFix, placeCheck } from '../check.ts'
import { replaceTitle } from '../shared/replacement.ts'
import type { WordingEntry } from './entries.ts'
import { insideTitle } from './passage.ts'
import { type WordingParameters, wordingFinder } from './rule-wordings.ts'
import type { TermHit } from './term-index.ts'

/**
 * Reports wordings that a list objects to, once a wording: words that are mixed up, or what an office does not want to read.
 * Inside the title of a quoted document nothing is reported.
 */
export const wording = placeCheck<WordingParameters, TermHit<WordingEntry>>(
  'wording',
  0,
  (_parameters, ruleset, rule) => wordingFinder(ruleset, rule),
  (_analysis, _parameters, report, places) => {
    for (const { block, found } of places) {
      const { shape } = block
      for (const hit of found) {
        if (!applies(shape, hit)) continue
        const { from, to } = wrongPart(shape, hit)
        const { key, data, manner, fixes, kind } = toldOf(hit.entry)
        const at = sourceRange(block, from, to)
        const written = shape.text.slice(hit.from, hit.to)
        report({
          at,
          key,
          data:
            written === hit.entry.wrong
              ? data
              : { ...data, wrong: placeName(shape.text.slice(from, to), written) },
          ...manner,
          fixes:
            at.end - at.start === to - from
              ? fixes.map(({ title, text }) => ({ kind, title, edits: [{ range: at, text }] }))
              : none,
        })
      }
    }
  },
)

const none: readonly never[] = []

/** What is said of an entry wherever it stands. */
interface Told {
  readonly key: string
  /** For its wording as the list has it. */
  readonly data: MessageData
  /** How it is said, where that is not the rule's own way. */
  readonly manner: Pick<Observation, 'severity' | 'variant'>
  readonly fixes: readonly { readonly title: LocalText; readonly text: string }[]
  readonly kind: ObservedFix['kind']
}

const said = new WeakMap<WordingEntry, Told>()

/** Made once for each entry: a list of an office may hold wordings that stand in every paragraph. */
function toldOf(entry: WordingEntry): Told {
  let told = said.get(entry)
  if (told === undefined) {
    told = tell(entry)
    said.set(entry, told)
  }
  return told
}

function tell({ wrong, right = [], note, severity, fix = 'suggestion' }: WordingEntry): Told {
  const quoted = right.map((word) => `“${word}”`)
  return {
    key: `${wrong} ${right.join('|')}`,
    data: {
      wrong: placeName(wrong, wrong),
      right: { 'zh-CN': quoted.join('或'), en: quoted.join(' or ') },
      note: note ? { 'zh-CN': `（${note['zh-CN']}）`, en: ` (${note.en})` } : { 'zh-CN': '', en: '' },
    },
    manner: {
      ...(severity ? { severity } : {}),
      ...(right.length === 0 ? { variant: 'unwanted' } : {}),
    },
    fixes: right.map((text) => ({ title: replaceTitle(text), text })),
    kind: right.length === 1 ? fix : 'suggestion',
  }
}

/** Whether nothing around the hit makes it right. */
function applies(shape: BlockShape, { from, to, entry }: TermHit<WordingEntry>): boolean {
  const { folded } = shape
  if (entry.notAfter?.some((word) => folded.endsWith(word, from))) return false
  if (entry.notBefore?.some((word) => folded.startsWith(word, to))) return false
  if (isSetApart(shape, from, to, entry)) return false
  return !insideTitle(shape, from, to)
}

/** 权力清单管住…，权利清单说清…: who writes both in one sentence knows one from the other. */
function isSetApart(
  { folded }: BlockShape,
  from: number,
  to: number,
  { wrong, right = [] }: WordingEntry,
): boolean {
  const written = folded.slice(from, to)
  if (written === wrong || !written.includes(wrong)) return false
  const sentence = sentenceAround(folded, from)
  const around = `${folded.slice(sentence.from, from)}\n${folded.slice(to, sentence.to)}`
  return right.some((word) => around.includes(written.replace(wrong, word)))
}

/** The wrong word inside the hit: 权利 in 执法权利. The whole hit if it is not found as written. */
function wrongPart(
  shape: BlockShape,
  { from, to, entry }: TermHit<WordingEntry>,
): { from: number; to: number } {
  const at = shape.folded.slice(from, to).indexOf(entry.wrong)
  return at === -1 ? { from, to } : { from: from + at, to: from + at + entry.wrong.length }
}

/** How the place is called: the wrong word, and the wording it stands in where that is longer. */
function placeName(wrong: string, context: string): LocalText {
  if (wrong === context) return { 'zh-CN': `“${wrong}”`, en: `“${wrong}”` }
  return { 'zh-CN': `“${context}”中的“${wrong}”`, en: `“${wrong}” in “${context}”` }
}
