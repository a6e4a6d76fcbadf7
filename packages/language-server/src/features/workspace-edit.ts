import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from '../client.ts'
import type { CheckedDraft } from '../drafts.ts'
import { lineText } from '../places.ts'

/**
 * A workspace edit in the form that the client understands: with the version where it can be said; otherwise as whole
 * lines. Clients as simple as that (ALE) take columns for bytes, which would cut Chinese characters in two; at the
 * beginning of a line all ways of counting agree.
 */
export function editOf(draft: CheckedDraft, edits: TextEdit[], client: Client): WorkspaceEdit {
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri: draft.uri, version: draft.version }, edits }] }
    : { changes: { [draft.uri]: wholeLines(draft.document, edits) } }
}

/** Behind the last character of any line: LSP clamps it to the line's end. */
const lineEnd = 2 ** 31 - 1

/** The same change in edits that replace whole lines, each line in one edit only. */
export function wholeLines(document: TextDocument, edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort(
    (a, b) => document.offsetAt(a.range.start) - document.offsetAt(b.range.start),
  )
  const groups: { first: number; last: number; edits: TextEdit[] }[] = []
  for (const edit of sorted) {
    const group = groups.at(-1)
    const { start, end } = edit.range
    if (group && start.line <= group.last) {
      group.last = Math.max(group.last, end.line)
      group.edits.push(edit)
    } else groups.push({ first: start.line, last: end.line, edits: [edit] })
  }
  return groups.map(({ first, last, edits: own }) => {
    const range = {
      start: { line: first, character: 0 },
      end: { line: last, character: lineText(document, last).length },
    }
    const lines = TextDocument.create(document.uri, '', 0, document.getText(range))
    const moved = own.map((edit) => ({
      newText: edit.newText,
      range: {
        start: { ...edit.range.start, line: edit.range.start.line - first },
        end: { ...edit.range.end, line: edit.range.end.line - first },
      },
    }))
    const newText = TextDocument.applyEdits(lines, moved)
    const isLast = last >= document.lineCount - 1
    return isLast
      ? { range: { start: range.start, end: { line: last, character: lineEnd } }, newText }
      : {
          range: { start: range.start, end: { line: last + 1, character: 0 } },
          newText: newText + endOfLine(document, last),
        }
  })
}

/** The characters that end the line. */
function endOfLine(document: TextDocument, line: number): string {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
  return /[\r\n]+$/.exec(text)?.[0] ?? ''
}
