import { type Finding, sourceRange } from '@hegao/core'
import type { TextEdit } from 'vscode-languageserver'
import type { CheckedDraft } from '../drafts.ts'
import { blockAt, lineText } from '../places.ts'

/**
 * The edits that suppress a finding by comment: above the block that it stands in; around the whole table for a cell,
 * since a comment would split it; at the top for a finding about the draft as a whole.
 */
export function suppressionEdits(finding: Finding, draft: CheckedDraft): TextEdit[] {
  const { document, result } = draft
  const parsed = result.analysis.document
  if (finding.document) {
    const line = parsed.frontMatter ? document.positionAt(parsed.frontMatter.range.end).line + 1 : 0
    return [insertLine(line, `<!-- hegao-disable-file ${finding.rule} -->`, draft)]
  }
  const { start } = finding.range
  const table = parsed.tables.find(({ range }) => range.start <= start && start < range.end)
  if (table) {
    const first = document.positionAt(table.range.start).line
    const behind = document.positionAt(table.range.end).line + 1
    return [
      insertLine(first, `<!-- hegao-disable ${finding.rule} -->`, draft),
      insertLine(behind, `<!-- hegao-enable ${finding.rule} -->`, draft),
    ]
  }
  const block = blockAt(parsed.blocks, start)
  const top = block ? sourceRange(block).start : start
  const line = document.positionAt(top).line
  return [insertLine(line, `<!-- hegao-disable-next-line ${finding.rule} -->`, draft)]
}

/** Inserts a line of its own before the zero-based line, indented like it and with the draft's line ends. */
function insertLine(line: number, text: string, draft: CheckedDraft): TextEdit {
  const { document, result } = draft
  const lineEnd = result.draft.text.includes('\r\n') ? '\r\n' : '\n'
  if (line >= document.lineCount) {
    const end = document.positionAt(result.draft.text.length)
    return { range: { start: end, end }, newText: `${lineEnd}${text}${lineEnd}` }
  }
  const indent = /^[ \t]*/.exec(lineText(document, line))?.[0] ?? ''
  const position = { line, character: 0 }
  return { range: { start: position, end: position }, newText: `${indent}${text}${lineEnd}` }
}
