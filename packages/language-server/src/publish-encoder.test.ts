import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver'
import { withSame } from './features/same-diagnostics.ts'
import { publishEncoder } from './publish-encoder.ts'

const options = { charset: 'utf-8' } as const

/** A diagnostic as an edit leaves it: made anew each time, with or without another position. */
const diagnostic = (seed: number): Diagnostic => {
  const range = { start: { line: seed, character: 1 }, end: { line: seed, character: 4 } }
  return {
    range,
    severity: 2,
    code: 'figures/ratio',
    source: 'hegao',
    message: `办结${seed}件，“\n”`,
    ...(seed % 3 === 0 && {
      relatedInformation: [{ location: { uri: 'file:///a.md', range }, message: `受理${seed}件` }],
    }),
  }
}

const versions = fc.array(
  fc.record({
    uri: fc.constantFrom('file:///a.md', 'file:///乙.md'),
    seeds: fc.array(fc.nat({ max: 6 }), { maxLength: 8 }),
  }),
  { maxLength: 6 },
)

it('diagnostics go out as the JSON that they are, whatever was sent before', async () => {
  await fc.assert(
    fc.asyncProperty(versions, async (steps) => {
      const { encode } = publishEncoder()
      const sent = new Map<string, readonly Diagnostic[]>()
      for (const [version, { uri, seeds }] of steps.entries()) {
        const next = seeds.map(diagnostic)
        const diagnostics = withSame(sent.get(uri) ?? [], next)
        expect(diagnostics).toEqual(next)
        sent.set(uri, diagnostics)
        const params = { uri, version: 10 ** version, diagnostics }
        const message = { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params }
        expect(Buffer.from(await encode(message, options)).toString('utf8')).toBe(JSON.stringify(message))
      }
    }),
  )
})

it('other messages go out as they are', async () => {
  const message = { jsonrpc: '2.0', id: 1, result: [{ 核稿: '“”' }] }
  const bytes = await publishEncoder().encode(message, options)
  expect(Buffer.from(bytes).toString('utf8')).toBe(JSON.stringify(message))
})

it('what an edit left alone at either end is the same object as before, and nothing else is', () => {
  const before = [1, 2, 3, 4].map(diagnostic)
  const after = withSame(before, [1, 2, 5, 6, 4].map(diagnostic))
  expect(after.map((one) => before.indexOf(one))).toEqual([0, 1, -1, -1, 3])
})
