import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { wholeLines } from './workspace-edit.ts'

const documentOf = (text: string) => TextDocument.create('file:///a.md', 'markdown', 1, text)
const edit = (document: TextDocument, start: number, end: number, newText: string): TextEdit => ({
  range: { start: document.positionAt(start), end: document.positionAt(end) },
  newText,
})

test('an edit inside a line becomes the line', () => {
  const document = documentOf('甲乙。。丙\r\n丁\n')
  expect(wholeLines(document, [edit(document, 2, 4, '。')])).toEqual([
    { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: '甲乙。丙\r\n' },
  ])
})

test('whole-line edits give the same text, begin at line starts and never share a line', () => {
  const piece = fc.constantFrom('甲', '乙。', '\n', '\r\n', '', 'ab')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(6), piece), { maxLength: 5 }),
      (pieces, wanted) => {
        const text = pieces.join('')
        const document = documentOf(text)
        const safe = (offset: number) => (text.slice(offset - 1, offset + 1) === '\r\n' ? offset + 1 : offset)
        let free = 0
        const edits = wanted
          .map(([start, length, inserted]) => ({
            start: safe(Math.min(start, text.length)),
            length,
            inserted,
          }))
          .sort((a, b) => a.start - b.start)
          .flatMap(({ start, length, inserted }) => {
            const end = safe(Math.min(start + length, text.length))
            if (start < free) return []
            free = end + 1
            return [edit(document, start, end, inserted)]
          })
        const lines = wholeLines(document, edits)
        expect(TextDocument.applyEdits(document, lines)).toBe(TextDocument.applyEdits(document, edits))
        expect(lines.every(({ range }) => range.start.character === 0)).toBe(true)
        for (const [nth, one] of lines.entries())
          for (const other of lines.slice(nth + 1))
            expect(other.range.start.line).toBeGreaterThanOrEqual(one.range.end.line)
      },
    ),
  )
})
