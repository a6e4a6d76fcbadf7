import { type Finding, sourceRange } from '@hegao/core'
import type { TextEdit } from 'vscode-languageserver'
import type { CheckedDraft } from '../drafts.ts'
import { blockAt, lineText } from '../places.ts'

/**
 * The edit that suppresses a finding by a comment: above the block that it stands in (above the whole table for a cell,
 * since a comment would split it), or at the top of the draft for a finding about the draft as a whole.
 */
export function suppressionEdit(finding: Finding, draft: CheckedDraft): TextEdit {
  const { document, result } = draft
  const parsed = result.analysis.document
  if (finding.document) {
    const line = parsed.frontMatter ? document.positionAt(parsed.frontMatter.range.end).line + 1 : 0
    return insertLine(line, `<!-- hegao-disable ${finding.rule} -->`, draft)
  }
  const { start } = finding.range
  const table = parsed.tables.find(({ range }) => range.start <= start && start < range.end)
  const block = blockAt(parsed.blocks, start)
  const top = table?.range.start ?? (block ? sourceRange(block).start : start)
  return insertLine(document.positionAt(top).line, `<!-- hegao-disable-next-line ${finding.rule} -->`, draft)
}

/** Inserts a line of its own before the zero-based line, indented like it and with the draft's line ends. */
function insertLine(line: number, text: string, draft: CheckedDraft): TextEdit {
  const { document, result } = draft
  const indent = /^[ \t]*/.exec(lineText(document, line))?.[0] ?? ''
  const lineEnd = result.draft.text.includes('\r\n') ? '\r\n' : '\n'
  const position = { line, character: 0 }
  return { range: { start: position, end: position }, newText: `${indent}${text}${lineEnd}` }
}
