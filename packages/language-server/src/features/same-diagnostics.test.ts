import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtinPack, mergePacks } from '@hegao/core'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { clientFrom } from '../client.ts'
import { makeDrafts } from '../drafts.ts'
import type { DraftConfiguration } from '../host.ts'
import { settingsFrom } from '../settings.ts'
import { diagnosticsOfOutcome } from './diagnostics.ts'
import { nothingShown, shownAfter } from './same-diagnostics.ts'
import { mostShown } from './shown-findings.ts'

const fixtures = join(import.meta.dirname, '../../../../tests/fixtures/drafts')
const text = readFileSync(join(fixtures, 'defects-traffic-bureau-2021.md'), 'utf8')
const uri = 'file:///drafts/report.md'
const client = clientFrom({
  processId: null,
  rootUri: null,
  capabilities: {
    textDocument: { publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } } },
  },
})
const configuration: DraftConfiguration = {
  ruleset: mergePacks([builtinPack]),
  options: {},
  source: null,
  ignored: false,
  problems: [],
  finish: (result) => result,
}

/** An open draft; `type` puts a text in the place of some characters and gives the diagnostics as they are sent. */
function openDraft(content: string) {
  const document = TextDocument.create(uri, 'markdown', 1, content)
  const drafts = makeDrafts()
  drafts.open(document)
  drafts.configure(uri, configuration, settingsFrom({ check: 'all' }))
  let shown = nothingShown
  const show = () => {
    const outcome = drafts.now(uri)
    const before: readonly Diagnostic[] = shown.diagnostics
    shown = shownAfter(shown, outcome, document, client)
    expect(shown.diagnostics).toEqual(diagnosticsOfOutcome(outcome, document, client))
    return { before, sent: shown.diagnostics }
  }
  show()
  return {
    type(at: number, length: number, typed: string) {
      const { length: last } = document.getText()
      const start = document.positionAt(at % (last + 1))
      const end = document.positionAt((at % (last + 1)) + length)
      TextDocument.update(document, [{ range: { start, end }, text: typed }], document.version + 1)
      return show()
    },
  }
}

const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 100_000 }),
    length: fc.constantFrom(0, 0, 1, 2, 40),
    typed: fc.constantFrom(
      '',
      '加',
      '3',
      '\n',
      '\r\n',
      '\r',
      '（',
      '## ',
      '县县',
      '<!-- hegao-disable x -->',
    ),
  }),
  { minLength: 1, maxLength: 8 },
)

it.each([
  ['LF', text],
  ['CRLF', text.replaceAll('\n', '\r\n')],
  ['CR', text.replaceAll('\n', '\r')],
  ['more findings than are shown', `${text}\n${'组织组织学习,\n\n'.repeat(mostShown)}`],
])('are those of a whole run, after any edits: %s', (_name, content) => {
  fc.assert(
    fc.property(edits, (steps) => {
      const draft = openDraft(content)
      for (const { at, length, typed } of steps) draft.type(at, length, typed)
    }),
    { numRuns: 20 },
  )
})

it('are the very objects of the version before where a character more in the line leaves them alone', () => {
  const draft = openDraft(text)
  const line = text.lastIndexOf('\n\n', text.length / 2) + 2
  const { before, sent } = draft.type(line, 0, '加')
  const known = new Set(before)
  expect(sent.filter((diagnostic) => known.has(diagnostic)).length).toBeGreaterThan(before.length / 2)
})
