import type { Locale, PartProfile, Ruleset, Section } from '@hegao/core'
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { labelText } from '../describe.ts'
import type { CheckedDraft } from '../drafts.ts'
import { knownNames } from '../names.ts'
import { lineText, textBefore } from '../places.ts'
import { wordsOf } from '../words.ts'

/** The characters after which an editor asks for completions by itself. */
export const completionTriggers = ['《', '#', '/', '、'] as const

/** What fits at the position: a rule id inside a suppression, a mandated heading on an empty line, a standard name. */
export function completion(draft: CheckedDraft, position: Position): CompletionItem[] {
  const before = textBefore(draft.document, position)
  const suppression = /<!--\s*hegao-[a-z-]+\s(?:[^>]*[\s,])?([a-z0-9/-]*)$/.exec(before)
  if (suppression)
    return ruleIds(draft.configuration.ruleset, draft.locale, position, suppression[1] as string)
  return [...headings(draft, position, before), ...names(draft, position, before)]
}

/** Rule ids, families and severities where a `hegao.yaml` asks for them. */
export function configurationCompletion(
  document: TextDocument,
  position: Position,
  ruleset: Ruleset,
  locale: Locale,
): CompletionItem[] {
  const before = textBefore(document, position)
  if (!/^\s/.test(before) || keyAbove(document, position.line) !== 'rules')
    return profileIds(before, ruleset, locale)
  const value = /^\s+\S+:\s+(\S*)$/.exec(before)
  if (value) {
    return ['off', 'on', 'error', 'warning', 'info', 'hint'].map((severity) => ({
      label: severity,
      kind: CompletionItemKind.EnumMember,
    }))
  }
  const typed = /^\s+["']?([a-z0-9/*-]*)$/.exec(before)
  return typed ? ruleIds(ruleset, locale, position, typed[1] as string, ': ') : []
}

function profileIds(before: string, ruleset: Ruleset, locale: Locale): CompletionItem[] {
  if (!/^\s*profile:\s*\S*$/.test(before)) return []
  return ruleset.profiles.map((profile) => ({
    label: profile.id,
    detail: profile.name[locale],
    kind: CompletionItemKind.EnumMember,
  }))
}

/** The outermost key that the line belongs to. */
function keyAbove(document: TextDocument, line: number): string | null {
  for (let at = line; at >= 0; at--) {
    const key = /^([A-Za-z]+):/.exec(lineText(document, at))
    if (key) return key[1] as string
  }
  return null
}

function ruleIds(
  ruleset: Ruleset,
  locale: Locale,
  position: Position,
  typed: string,
  behind = '',
): CompletionItem[] {
  const start = { line: position.line, character: position.character - typed.length }
  return ruleset.rules.map((rule) => ({
    label: rule.id,
    detail: rule.title[locale],
    kind: CompletionItemKind.Constant,
    filterText: rule.id,
    textEdit: { range: { start, end: position }, newText: rule.id + behind },
  }))
}

/** Where a heading may begin: nothing on the line but the marks of one. */
const headingStart =
  /^\s*(#{0,6}\s*)((?:第?[一二三四五六七八九十]{0,3}[、章部分]*|[(（][一二三四五六七八九十]{0,3}[)）]?))$/

/** The mandated headings of the parts that the draft lacks, numbered on from the section before. */
function headings(draft: CheckedDraft, position: Position, before: string): CompletionItem[] {
  const typed = headingStart.exec(before)
  if (!typed || lineText(draft.document, position.line).length > before.length) return []
  const { report, profile } = draft.result.analysis
  const missing = profile.parts.filter(
    (part) => !report.parts.some(({ role, sections }) => role === part.role && sections.length > 0),
  )
  const marks = (typed[1] as string) || markdownMarks(draft)
  const number = (typed[2] as string) || nextNumber(draft, position)
  const start = { line: position.line, character: 0 }
  return missing.map((part, order) => {
    const heading = headingOf(part, draft)
    return {
      label: heading,
      detail: wordsOf(draft.locale).headingOf(part.name[draft.locale]),
      kind: CompletionItemKind.Struct,
      sortText: `0${order}`,
      filterText: before + heading,
      preselect: order === 0 && part.presence === 'required',
      textEdit: { range: { start, end: position }, newText: `${marks}${number}${heading}` },
    }
  })
}

/** The mandated heading with the draft's own years in it; without a known year the years are left out. */
function headingOf(part: PartProfile, draft: CheckedDraft): string {
  const { period } = draft.result
  if (period === null) return part.heading.replaceAll(/\{(?:period|next)\}年度?/g, '')
  return part.heading.replaceAll('{period}', String(period)).replaceAll('{next}', String(period + 1))
}

/** `## ` where the draft's top sections are Markdown headings. */
function markdownMarks(draft: CheckedDraft): string {
  const top = topSections(draft)[0]
  const depth = top?.titlePlace.block.shape.kind === 'heading' ? top.titlePlace.block.shape.depth : 0
  return depth > 0 ? `${'#'.repeat(depth)} ` : ''
}

/** The number that comes after the last top section before the position: `三、`. */
function nextNumber(draft: CheckedDraft, position: Position): string {
  const offset = draft.document.offsetAt(position)
  const before = topSections(draft).filter((section) => section.titlePlace.block.start < offset)
  const last = before.findLast((section) => section.label?.style === 'han-comma')
  if (!last?.label) return topSections(draft).length === 0 ? '一、' : ''
  return `${hanNumber(last.label.number + 1)}${labelText(last.label) === '' ? '' : '、'}`
}

function topSections(draft: CheckedDraft): readonly Section[] {
  const { sections } = draft.result.analysis.report
  const numbered = sections.filter((section) => section.label?.style === 'han-comma')
  return numbered.length > 0 ? numbered : sections.filter((section) => section.parent === -1)
}

/** 1…99 in Chinese numerals. */
function hanNumber(value: number): string {
  const digits = '零一二三四五六七八九'
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`
  return head + (ones === 0 && tens > 0 ? '' : (digits[ones] as string))
}

/** Standard names of laws after `《`, and set phrases that begin with what was typed. */
function names(draft: CheckedDraft, position: Position, before: string): CompletionItem[] {
  const year = draft.result.period
  const open = /《([^《》]*)$/.exec(before)
  const typed = open ? (open[1] as string) : (/[\p{Script=Han}]{2,}$/u.exec(before)?.[0] ?? '')
  const closed =
    draft.document.getText({
      start: position,
      end: { line: position.line, character: position.character + 1 },
    }) === '》'
  const known = knownNames(draft.configuration.ruleset.data, year)
  return known
    .filter((name) => (open ? name.kind === 'law' : name.kind === 'formula'))
    .flatMap((name) => {
      const shared = open ? typed.length : overlap(typed, name.text)
      if (!open && (shared < 2 || shared === name.text.length)) return []
      const start = { line: position.line, character: position.character - shared }
      return {
        label: name.text,
        detail: name.detail,
        kind: open ? CompletionItemKind.Reference : CompletionItemKind.Text,
        filterText: typed.slice(typed.length - shared) + name.text,
        textEdit: {
          range: { start, end: position },
          newText: open && !closed ? `${name.text}》` : name.text,
        },
      }
    })
}

/** How many characters at the end of `typed` begin `name`. */
export function overlap(typed: string, name: string): number {
  for (let length = Math.min(typed.length, name.length); length > 0; length--)
    if (typed.endsWith(name.slice(0, length))) return length
  return 0
}
