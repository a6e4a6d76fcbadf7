import { check, formatOfPath } from '@hegao/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import { builtinRuleset } from '../support/builtin.ts'
import { startClient, type TestClient } from './support/client.ts'
import { applied, positionOf, reportText } from './support/fixtures.ts'

let client: TestClient
beforeAll(async () => {
  client = await startClient({ capabilities: {}, initializationOptions: { settings: { check: 'all' } } })
})
afterAll(() => client.stop())

let documents = 0

/** The server's diagnostics for a text, each with the characters that it marks. */
async function marked(text: string): Promise<string[]> {
  const uri = `file:///drafts/position-${++documents}.md`
  await client.open(uri, text)
  const diagnostics = await client.diagnostics(uri)
  await client.close(uri)
  return diagnostics
    .filter((diagnostic) => diagnostic.code?.toString().includes('/'))
    .map((diagnostic) => `${diagnostic.code} ${slice(text, diagnostic)}`)
}

/** The characters of a range, cut out by lines and UTF-16 units. */
function slice(text: string, { range }: Diagnostic): string {
  const lines = text.split(/\r\n|\r|\n/)
  if (range.start.line === range.end.line)
    return (lines[range.start.line] ?? '').slice(range.start.character, range.end.character)
  return [
    (lines[range.start.line] ?? '').slice(range.start.character),
    ...lines.slice(range.start.line + 1, range.end.line),
    (lines[range.end.line] ?? '').slice(0, range.end.character),
  ].join('\n')
}

const core = (text: string) =>
  check({ path: 'report.md', format: formatOfPath('report.md'), text }, builtinRuleset).findings.map(
    ({ rule, range }) => `${rule} ${text.slice(range.start, range.end).replaceAll(/\r\n?/g, '\n')}`,
  )

test.each([
  ['as it is', reportText],
  [
    'with characters outside the basic plane before and inside lines',
    reportText.replaceAll('一', '𠀀一').replace('现将', '😀𠮷现将'),
  ],
  ['with CRLF', reportText.replaceAll('\n', '\r\n')],
  ['with lone CR', reportText.replaceAll('\n', '\r')],
  ['with mixed line ends and no last one', reportText.trimEnd().replace('\n', '\r\n')],
  ['with combining marks and an ideographic space', reportText.replace('现将', '\u3000\u3000e\u0301现将')],
])('ranges mark the characters that the core marks: %s', async (_, text) => {
  expect(await marked(text)).toEqual(core(text))
})

test('random edits keep server and core in step', async () => {
  const uri = 'file:///drafts/random.md'
  let text = reportText
  let version = 1
  await client.open(uri, text)
  await client.diagnostics(uri)
  const pieces = fc.constantFrom(
    '',
    '。',
    '\n\n',
    '\r\n',
    '😀',
    '32件',
    '（四）加强队伍。',
    '| 甲 | 乙 |\n',
    '```\n',
    '**',
    '<!-- ',
    ' -->',
    '# ',
  )
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 40 }),
    text: pieces,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const changes = edits.map(({ at, length, text: inserted }) => {
        const start = Math.floor(at * text.length)
        const end = Math.min(text.length, start + length)
        if (splits(text, start) || splits(text, end)) return []
        const range = { start: positionOf(text, start), end: positionOf(text, end) }
        text = text.slice(0, start) + inserted + text.slice(end)
        return [{ range, text: inserted }]
      })
      await client.change(uri, ++version, changes.flat())
      const wanted = version
      if (changes.flat().length === 0) return
      const diagnostics = await client.diagnostics(uri, (published) => published.version === wanted)
      const found = diagnostics
        .filter(({ code }) => code?.toString().includes('/'))
        .map((one) => `${one.code} ${slice(text, one)}`)
      expect(found).toEqual(core(text))
    }),
    { numRuns: 60 },
  )
})

/** Whether the offset lies inside a surrogate pair or a CRLF: places that an editor cannot put its caret. */
function splits(text: string, offset: number): boolean {
  const pair = text.slice(Math.max(0, offset - 1), offset + 1)
  return pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair)
}

test('fixes change the right characters beside surrogate pairs and CRLF', async () => {
  const uri = 'file:///drafts/fixed.md'
  const text = reportText.replaceAll('\n', '\r\n').replace('现将', '😀现将')
  await client.open(uri, text)
  const edits = await client.request<Parameters<typeof applied>[1]>('textDocument/formatting', {
    textDocument: { uri },
    options: {},
  })
  expect(applied(text, edits)).toBe(text.replace('。。', '。'))
  await client.close(uri)
})
