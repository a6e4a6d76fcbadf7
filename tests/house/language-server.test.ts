import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'

const folder = join(root, 'packages/language-server/src')
const sources = listFiles(folder, '.ts').filter((path) => !path.endsWith('.test.ts'))
const tests = [...listFiles(join(root, 'tests/lsp'), '.test.ts'), ...listFiles(folder, '.test.ts')]
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

/** What the server declares, and the words by which a test must have asked for it. */
const requests: Readonly<Record<string, string>> = {
  diagnosticProvider: 'textDocument/diagnostic',
  codeActionProvider: 'textDocument/codeAction',
  codeLensProvider: 'textDocument/codeLens',
  completionProvider: 'textDocument/completion',
  definitionProvider: "go('definition'",
  referencesProvider: "go('references'",
  documentFormattingProvider: 'textDocument/formatting',
  documentRangeFormattingProvider: 'textDocument/rangeFormatting',
  documentLinkProvider: 'textDocument/documentLink',
  documentSymbolProvider: 'textDocument/documentSymbol',
  executeCommandProvider: 'workspace/executeCommand',
  foldingRangeProvider: 'textDocument/foldingRange',
  hoverProvider: 'textDocument/hover',
  inlayHintProvider: 'textDocument/inlayHint',
  selectionRangeProvider: 'textDocument/selectionRange',
}

test('every declared capability is known here and asked for by a test', () => {
  const declared = [
    ...readFileSync(join(folder, 'capabilities.ts'), 'utf8').matchAll(
      /^\s*(?:\.\.\..*)?\b((?!resolve)\w+Provider):/gm,
    ),
  ].map((match) => match[1] as string)
  expect(declared.length).toBeGreaterThan(10)
  for (const provider of declared) {
    expect(Object.keys(requests)).toContain(provider)
    expect(tests, `no test sends ${requests[provider]}`).toContain(requests[provider] as string)
  }
})

test('every feature file is used, and says what it gives', () => {
  for (const path of sources.filter((source) => source.includes('/features/'))) {
    const name = basename(path)
    const users = sources.filter(
      (other) => other !== path && readFileSync(other, 'utf8').includes(`/${name}'`),
    )
    expect(users, `${name} is used by nobody`).not.toEqual([])
    for (const match of readFileSync(path, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)) {
      const before = readFileSync(path, 'utf8').slice(0, match.index).trimEnd()
      expect(before.endsWith('*/'), `${name}: ${match[1]} has no docstring`).toBe(true)
    }
  }
})
