import {
  type Block,
  type Locale,
  type LocalText,
  type Range as OffsetRange,
  type Ruleset,
  sourceRange,
} from '@hegao/core'
import type { CheckedDraft } from './drafts.ts'
import { blockAt, holds } from './places.ts'
import { wordsOf } from './words.ts'

/** An entry of the timeline: a wording with the days between which it is in use. Fields as in its schema. */
interface TimelineEntry {
  readonly term: string
  readonly forms?: readonly string[]
  readonly from?: string
  readonly until?: string
  readonly instead?: string
  readonly event?: LocalText
  readonly source: string
  readonly certainty: 'confirmed' | 'unverified'
}

/** A group of set phrases that are always written alike. */
interface FormulaGroup {
  readonly group: string
  readonly source: string
  readonly formulas: readonly string[]
}

/** A group of titles of laws. */
interface TitleGroup {
  readonly group: string
  readonly source: string
  readonly titles: readonly string[]
}

/** A law or set phrase that an office may write in a report of a year. */
export interface KnownName {
  readonly kind: 'law' | 'formula'
  readonly text: string
  /** Where it comes from. */
  readonly detail: string
}

/** A law or set phrase in the draft, with what is known about it, in Markdown. */
export interface NamedPlace {
  readonly range: OffsetRange
  readonly text: string
}

/** The names by ruleset data: put together once, since data never changes. */
const gathered = new WeakMap<Ruleset['data'], ReturnType<typeof gather>>()

function namesIn(data: Ruleset['data']): ReturnType<typeof gather> {
  let names = gathered.get(data)
  if (!names) {
    names = gather(data)
    gathered.set(data, names)
  }
  return names
}

function gather(data: Ruleset['data']) {
  const timeline = (data.timeline ?? []) as readonly TimelineEntry[]
  const formulas = (data.formulas ?? []) as readonly FormulaGroup[]
  const titles = (data['law-titles'] ?? []) as readonly TitleGroup[]
  const byForm = new Map<string, TimelineEntry>()
  for (const entry of timeline) for (const form of entry.forms ?? [entry.term]) byForm.set(form, entry)
  const law = new Map<string, TitleGroup>()
  for (const group of titles) for (const title of group.titles) law.set(title, group)
  return { timeline, formulas, titles, byForm, law }
}

/** The names that a report on the year may use, each once; without a known year, all that are not replaced. */
export function knownNames(data: Ruleset['data'], year: number | null): readonly KnownName[] {
  const { timeline, formulas, titles, byForm } = namesIn(data)
  const names = new Map<string, KnownName>()
  const add = (kind: KnownName['kind'], text: string, detail: string): void => {
    const entry = byForm.get(text)
    if (!names.has(text) && (!entry || isValid(entry, year))) names.set(text, { kind, text, detail })
  }
  for (const { titles: texts, group } of titles) for (const text of texts) add('law', text, group)
  for (const { formulas: texts, group } of formulas) for (const text of texts) add('formula', text, group)
  for (const { term, source } of timeline) add('formula', term, source)
  return [...names.values()]
}

/** Whether a report on the year, written at the end of it or early in the next, may use the wording. */
function isValid({ from, until }: TimelineEntry, year: number | null): boolean {
  if (year === null) return until === undefined
  return (from === undefined || from < `${year + 1}-04`) && (until === undefined || until > `${year}-12-31`)
}

/** The laws and set phrases at the offset; of overlapping ones the longest. */
export function namesAt(draft: CheckedDraft, offset: number): NamedPlace[] {
  const block = blockAt(draft.result.analysis.document.blocks, offset)
  if (!block) return []
  const { byForm } = namesIn(draft.configuration.ruleset.data)
  const { text } = block.shape
  let best: { readonly form: string; readonly range: OffsetRange } | null = null
  for (const form of byForm.keys()) {
    if (best && form.length <= best.form.length) continue
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1)) {
      const range = sourceRange(block, at, at + form.length)
      if (range.start <= offset && offset < range.end) best = { form, range }
    }
  }
  const entry = best ? byForm.get(best.form) : undefined
  const law = lawAt(draft, block, offset)
  return [
    ...(best && entry ? [{ range: best.range, text: entryText(entry, draft.locale) }] : []),
    ...(law ? [law] : []),
  ]
}

/** The law whose title in 《》 holds the offset, if it is a known one. */
function lawAt(draft: CheckedDraft, block: Block, offset: number): NamedPlace | null {
  const { law } = namesIn(draft.configuration.ruleset.data)
  for (const match of block.shape.text.matchAll(/《([^《》]{2,40})》/g)) {
    const range = sourceRange(block, match.index, match.index + match[0].length)
    if (!holds(range, offset)) continue
    const title = (match[1] as string).replace(/^中华人民共和国/, '').replace(/[（(][^（）()]*[）)]$/, '')
    const group = law.get(title)
    if (!group) return null
    const said = wordsOf(draft.locale)
    return { range, text: `**《${match[1]}》** ${group.group}\n\n${said.source}：${group.source}` }
  }
  return null
}

/** What is known about a wording: since when, until when, what instead, and from where we know. */
function entryText(entry: TimelineEntry, locale: Locale): string {
  const said = wordsOf(locale)
  const lines = [`**${entry.term}**`]
  if (entry.from) lines.push(said.validFrom(entry.from))
  if (entry.until) lines.push(said.validTo(entry.until, entry.instead ?? null))
  if (entry.event) lines.push(entry.event[locale])
  lines.push(
    `${said.source}：${entry.source}${entry.certainty === 'unverified' ? said.unverifiedSource : ''}`,
  )
  return lines.join('\n\n')
}
