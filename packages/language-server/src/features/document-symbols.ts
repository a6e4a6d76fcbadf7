import { type Item, type Range as OffsetRange, rangeOf, type Section, sourceRange, textOf } from '@hegao/core'
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver'
import type { Client } from '../client.ts'
import { itemName, roleName, sectionName } from '../describe.ts'
import type { CheckedDraft } from '../drafts.ts'
import { toRange } from '../places.ts'
import { wordsOf } from '../words.ts'

/** The outline as the report model has it: sections with their roles, and the items of shortcomings and plan. */
export function documentSymbols(draft: CheckedDraft, client: Client): DocumentSymbol[] | SymbolInformation[] {
  const { sections } = draft.result.analysis.report
  const roots = sections
    .filter((section) => section.parent === -1)
    .map((section) => sectionSymbol(section, draft))
  return client.nestedSymbols ? roots : flat(roots, draft.uri)
}

function sectionSymbol(section: Section, draft: CheckedDraft): DocumentSymbol {
  const { report, profile } = draft.result.analysis
  const parentRole = report.sections[section.parent]?.role ?? null
  const role = section.role === parentRole ? null : roleName(profile, section.role, draft.locale)
  const children = section.children.flatMap((index) => report.sections[index] ?? [])
  const heads = new Set(children.map((child) => rangeOf(child.titlePlace).start))
  const items = [...report.shortcomings, ...report.measures].filter(
    (item) => item.section === section && !heads.has(rangeOf(item.head).start) && !isHeading(item, section),
  )
  const count = items.length > 0 ? wordsOf(draft.locale).items(items.length) : ''
  return {
    name: nonEmpty(sectionName(section)),
    detail: [role, count].filter((part) => part).join(' · '),
    kind: section.level === 1 ? SymbolKind.Namespace : SymbolKind.Module,
    range: toRange(draft.document, sectionRange(section, draft)),
    selectionRange: toRange(draft.document, rangeOf(section.titlePlace)),
    children: [
      ...children.map((child) => sectionSymbol(child, draft)),
      ...items.map((item) => itemSymbol(item, draft)),
    ],
  }
}

function isHeading(item: Item, section: Section): boolean {
  return rangeOf(item.head).start === rangeOf(section.titlePlace).start
}

function itemSymbol(item: Item, draft: CheckedDraft): DocumentSymbol {
  const head = rangeOf(item.head)
  return {
    name: nonEmpty(textOf(item.head).trim().slice(0, 60)),
    detail: item.label ? itemName(item) : '',
    kind: SymbolKind.Field,
    range: toRange(draft.document, spanOf(item)),
    selectionRange: toRange(draft.document, head),
  }
}

/** From the first to the last character of an item. */
export function spanOf(item: Item): OffsetRange {
  const ranges = [item.head, ...item.places].map(rangeOf)
  return {
    start: Math.min(...ranges.map((range) => range.start)),
    end: Math.max(...ranges.map((range) => range.end)),
  }
}

/** From a section's heading to the end of its last block; always holds the heading. */
export function sectionRange(section: Section, draft: CheckedDraft): OffsetRange {
  const { blocks } = draft.result.analysis.document
  const title = rangeOf(section.titlePlace)
  const label = section.label ? rangeOf(section.label.place) : title
  const last = blocks[section.to - 1]
  const start = Math.min(title.start, label.start)
  return { start, end: Math.max(title.end, last ? sourceRange(last).end : title.end) }
}

/** Editors refuse a symbol without a name. */
function nonEmpty(name: string): string {
  return name.trim() === '' ? '…' : name
}

function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: symbol.kind,
      location: { uri, range: symbol.range },
      ...(containerName !== undefined && { containerName }),
    },
    ...flat(symbol.children ?? [], uri, symbol.name),
  ])
}
