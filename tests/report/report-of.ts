import { check, type DraftFormat, type Item, type Report, type Section, textOf } from '@hegao/core'
import { builtinRuleset } from '../support/builtin.ts'

/** What a draft's text is recognised to be. */
export function reportOf(text: string, format: DraftFormat = 'text', profile?: string): Report {
  const draft = { path: format === 'text' ? 'draft.txt' : 'draft.md', format, text }
  return check(draft, builtinRuleset, profile ? { profile } : {}).analysis.report
}

/** The outline as lines: level by indent, label, title, role, and `…` for a run-in heading. */
export function outlineOf(report: Report): string[] {
  return report.sections.map(
    (section) =>
      `${'  '.repeat(section.level - 1)}${section.label ? textOf(section.label.place).trim() : '-'} ${section.title} [${section.role}]${section.runIn ? ' …' : ''}`,
  )
}

/** The heads of items. */
export function heads(items: readonly Item[]): string[] {
  return items.map((item) => textOf(item.head))
}

/** The titles of the sections that have the role on their own. */
export function partTitles(report: Report, role: Section['role']): string[] {
  return report.parts.find((part) => part.role === role)?.sections.map((section) => section.title) ?? []
}
