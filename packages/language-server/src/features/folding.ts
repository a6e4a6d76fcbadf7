import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver'
import type { CheckedDraft } from '../drafts.ts'
import { sectionRange } from './document-symbols.ts'

/** What can be folded: sections by the report's outline (numbered paragraphs too), tables, front matter, comments. */
export function foldingRanges(draft: CheckedDraft): FoldingRange[] {
  const { document } = draft
  const { report, document: parsed } = draft.result.analysis
  const fold = (range: { start: number; end: number }, kind?: FoldingRangeKind): FoldingRange[] => {
    const startLine = document.positionAt(range.start).line
    const endLine = document.positionAt(range.end).line
    return endLine > startLine ? [{ startLine, endLine, ...(kind && { kind }) }] : []
  }
  return [
    ...report.sections.flatMap((section) => fold(sectionRange(section, draft), FoldingRangeKind.Region)),
    ...parsed.tables.flatMap((table) => fold(table.range)),
    ...(parsed.frontMatter ? fold(parsed.frontMatter.range, FoldingRangeKind.Imports) : []),
    ...parsed.comments.flatMap((comment) => fold(comment.range, FoldingRangeKind.Comment)),
  ].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
}
