import { type NearMiss, nearMissAfter, nearMissBefore } from '../../prose/term-near-miss.ts'
import type { TermPattern } from '../../prose/term-pattern.ts'
import { termPattern } from '../../prose/term-pattern.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import { entriesOf } from '../../ruleset/data.ts'
import type {
  BodyEntry,
  CampaignEntry,
  FormulaGroup,
  LawEntry,
  ProgrammeEntry,
  TimelineEntry,
  WordingEntry,
} from './entries.ts'

/** A wording to look for. `entry` null: it only swallows shorter hits inside it. */
export interface LexiconTerm<Entry> {
  readonly wording: string | TermPattern
  readonly entry: Entry | null
}

/** A list of wordings that one family of rules looks for. */
export interface Lexicon<Entry> {
  readonly name: string
  /** Which hits count. Left out: of hits that overlap only the first and longest. */
  keep?(folded: string, from: number, to: number, entry: Entry): boolean
  readonly terms: (data: DataKinds) => LexiconTerm<Entry>[]
}

/** Half of a fixed wording, as the place to start a near-miss search from. */
export interface FormulaHalf {
  readonly formula: string
  readonly slips: FormulaGroup['slips']
  readonly half: 'head' | 'tail'
}

/** The wordings of an entry and those that swallow them. */
function wordingsOf<Entry>(
  entry: Entry,
  wordings: readonly string[],
  not: readonly string[] = [],
): LexiconTerm<Entry>[] {
  return [
    ...wordings.map((wording) => ({ wording, entry })),
    ...not.map((wording) => ({ wording, entry: null })),
  ]
}

export const timelineLexicon: Lexicon<TimelineEntry> = {
  name: 'timeline',
  terms: (data) =>
    entriesOf<TimelineEntry>(data, 'timeline').flatMap((entry) =>
      wordingsOf(entry, entry.forms ?? [entry.term], entry.not),
    ),
}

export const campaignLexicon: Lexicon<CampaignEntry> = {
  name: 'campaigns',
  terms: (data) =>
    entriesOf<CampaignEntry>(data, 'campaigns').flatMap((entry) => wordingsOf(entry, entry.forms, entry.not)),
}

/** The marks that may stand round the short name of a programme: “七五”普法. */
const quoted = (form: string): string[] => {
  const name = /^(?:[一二三四五六七八九]五|十[一二三四五六]?五)/.exec(form)?.[0]
  if (!name) return [form]
  const rest = form.slice(name.length)
  return [form, `“${name}”${rest}`, `"${name}"${rest}`, `‘${name}’${rest}`, `「${name}」${rest}`]
}

export const programmeLexicon: Lexicon<ProgrammeEntry> = {
  name: 'programmes',
  terms: (data) => {
    const entries = entriesOf<ProgrammeEntry>(data, 'programmes')
    const titles = new Map(entries.flatMap((entry) => (entry.title ? [[entry.title, entry] as const] : [])))
    return [
      ...entries.flatMap((entry) => wordingsOf(entry, (entry.forms ?? []).flatMap(quoted))),
      ...[...titles].map(([wording, entry]) => ({ wording, entry })),
    ]
  },
}

export const bodyLexicon: Lexicon<BodyEntry> = {
  name: 'bodies',
  terms: (data) =>
    entriesOf<BodyEntry>(data, 'bodies').flatMap((entry) => wordingsOf(entry, entry.names, entry.not)),
}

export const lawLexicon: Lexicon<LawEntry> = {
  name: 'laws',
  terms: (data) =>
    entriesOf<LawEntry>(data, 'laws').flatMap((entry) =>
      wordingsOf(entry, [entry.name, ...(entry.forms ?? [])], entry.not),
    ),
}

/** The terms of a list of wordings to object to. @throws TermPatternError for a pattern that is not accepted. */
export function wordingTerms<Entry extends WordingEntry>(entries: readonly Entry[]): LexiconTerm<Entry>[] {
  return entries.flatMap((entry) => {
    const named = entry.phrases || entry.patterns
    return [
      ...wordingsOf(entry, entry.phrases ?? (named ? [] : [entry.wrong]), entry.not),
      ...(entry.patterns ?? []).map((pattern) => ({ wording: termPattern(pattern), entry })),
    ]
  })
}

export const confusionLexicon: Lexicon<WordingEntry> = {
  name: 'confusions',
  terms: (data) => wordingTerms(entriesOf<WordingEntry>(data, 'confusions')),
}

export const formulaLexicon: Lexicon<FormulaHalf> = {
  name: 'formulas',
  keep: (folded, from, to, half) => nearMissAt(folded, from, to, half) !== null,
  terms: (data) =>
    entriesOf<FormulaGroup>(data, 'formulas').flatMap(({ formulas, slips }) =>
      formulas.flatMap((formula) => {
        // one character is left out between the halves, so that a swap across the middle leaves one of them intact
        const middle = Math.ceil(formula.length / 2)
        const head = Math.max(2, middle - 1)
        return [
          { wording: formula.slice(0, head), entry: { formula, slips, half: 'head' as const } },
          { wording: formula.slice(middle), entry: { formula, slips, half: 'tail' as const } },
        ]
      }),
    ),
}

/** The near miss round a half of a fixed wording, or null. */
export function nearMissAt(
  folded: string,
  from: number,
  to: number,
  { formula, half }: FormulaHalf,
): NearMiss | null {
  return half === 'head' ? nearMissAfter(folded, from, formula) : nearMissBefore(folded, to, formula)
}

/** Every list that the one scan of a block looks for. */
export const lexicons: readonly Lexicon<unknown>[] = [
  timelineLexicon,
  campaignLexicon,
  programmeLexicon,
  bodyLexicon,
  lawLexicon,
  confusionLexicon,
  formulaLexicon,
]
