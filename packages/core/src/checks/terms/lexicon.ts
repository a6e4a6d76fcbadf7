import { acceptedPattern, type TermPattern } from '../../prose/term-pattern.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import { entriesOf } from '../../ruleset/data.ts'
import type {
  BodyEntry,
  CampaignEntry,
  LawEntry,
  ProgrammeEntry,
  TimelineEntry,
  WordingEntry,
} from './entries.ts'

/** Takes a wording to look for. `entry` null: it only swallows shorter hits inside it. */
export type AddTerm<Entry> = (wording: string | TermPattern, entry: Entry | null) => void

/** A list of wordings that one family of rules looks for. Of hits that overlap only the first and longest counts. */
export interface Lexicon<Entry> {
  readonly name: string
  /** Lists the wordings. */
  terms(data: DataKinds, add: AddTerm<Entry>): void
}

const nothing: readonly string[] = []

/** Adds the wordings of an entry and those that swallow them. */
function addAll<Entry>(
  add: AddTerm<Entry>,
  entry: Entry,
  wordings: readonly string[],
  not: readonly string[] = nothing,
): void {
  for (const wording of wordings) add(wording, entry)
  for (const wording of not) add(wording, null)
}

export const timelineLexicon: Lexicon<TimelineEntry> = {
  name: 'timeline',
  terms(data, add) {
    for (const entry of entriesOf<TimelineEntry>(data, 'timeline'))
      addAll(add, entry, entry.forms ?? [entry.term], entry.not)
  },
}

export const campaignLexicon: Lexicon<CampaignEntry> = {
  name: 'campaigns',
  terms(data, add) {
    for (const entry of entriesOf<CampaignEntry>(data, 'campaigns'))
      addAll(add, entry, entry.forms, entry.not)
  },
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
  terms(data, add) {
    const titles = new Map<string, ProgrammeEntry>()
    for (const entry of entriesOf<ProgrammeEntry>(data, 'programmes')) {
      for (const form of entry.forms ?? nothing) addAll(add, entry, quoted(form))
      if (entry.title) titles.set(entry.title, entry)
    }
    for (const [title, entry] of titles) add(title, entry)
  },
}

export const bodyLexicon: Lexicon<BodyEntry> = {
  name: 'bodies',
  terms(data, add) {
    for (const entry of entriesOf<BodyEntry>(data, 'bodies')) addAll(add, entry, entry.names, entry.not)
  },
}

export const lawLexicon: Lexicon<LawEntry> = {
  name: 'laws',
  terms(data, add) {
    for (const entry of entriesOf<LawEntry>(data, 'laws')) {
      add(entry.name, entry)
      addAll(add, entry, entry.forms ?? nothing, entry.not)
    }
  },
}

/** Adds the terms of a list of wordings to object to, from a pack that has been loaded. */
export function addWordings<Entry extends WordingEntry>(
  entries: readonly Entry[],
  add: AddTerm<Entry>,
): void {
  for (const entry of entries) {
    const named = entry.phrases || entry.patterns
    addAll(add, entry, entry.phrases ?? (named ? nothing : [entry.wrong]), entry.not)
    for (const pattern of entry.patterns ?? nothing) add(acceptedPattern(pattern), entry)
  }
}

export const confusionLexicon: Lexicon<WordingEntry> = {
  name: 'confusions',
  terms(data, add) {
    addWordings(entriesOf<WordingEntry>(data, 'confusions'), add)
  },
}

/** Every list that the one scan of a block looks for. */
export const lexicons: readonly Lexicon<unknown>[] = [
  timelineLexicon,
  campaignLexicon,
  programmeLexicon,
  bodyLexicon,
  lawLexicon,
  confusionLexicon,
]
