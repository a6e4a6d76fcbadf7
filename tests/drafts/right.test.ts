import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { checkFile } from '../support/labels.ts'

/** Drafts written without the rules in mind: all is right in some, in the others it is known what is wrong. */
const folder = (name: string): string => join(root, 'tests/fixtures', name)

const isLoud = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning'
const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, message }) => `${rule}: ${message}`)

const right = [...listFiles(folder('right'), '.txt'), ...listFiles(folder('right'), '.md')]

test.each(right)('nothing is wrong in %s', (path) => {
  expect(told(checkFile(path).findings.filter(isLoud))).toEqual([])
})

/** Something wrong, at the first place of the quotation or at another one; in the draft as a whole without a quotation. */
interface Flaw {
  readonly id: string
  readonly quote: string | null
  readonly occurrence?: number
  readonly why: string
}

interface Flawed {
  readonly file: string
  readonly flaws: readonly Flaw[]
  /** What no rule sees yet; a draft may still be told of it. */
  readonly unseen: readonly Flaw[]
}

const flawed = listFiles(folder('flawed'), '.json').map(
  (path): Flawed => JSON.parse(readFileSync(path, 'utf8')),
)

describe.each(flawed.map((one) => [one.file, one] as const))('%s', (file, { flaws, unseen }) => {
  const path = join(folder('flawed'), file)
  const text = readFileSync(path, 'utf8')
  const { findings } = checkFile(path)

  test.each(flaws.map((flaw) => [flaw.id, flaw.why, flaw] as const))('%s %s', (_id, _why, flaw) => {
    expect(findings.some((finding) => touches(finding, flaw, text))).toBe(true)
  })

  test('what is not seen stands in the draft', () => {
    for (const flaw of unseen) if (flaw.quote !== null) expect(text).toContain(flaw.quote)
  })
})

function touches(finding: Finding, { quote, occurrence = 1 }: Flaw, text: string): boolean {
  if (quote === null) return finding.document
  let from = -1
  for (let nth = 0; nth < occurrence; nth++) from = text.indexOf(quote, from + 1)
  const to = from + quote.length
  return [finding.range, ...finding.evidence.map(({ range }) => range)].some(
    ({ start, end }) => start < to && end > from,
  )
}
