import { readdirSync, readFileSync } from 'node:fs'
import { check, type Finding } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'
import { disguises } from './disguises.ts'

/**
 * Passages about made-up places, by the relation that their numbers stand in and by what a careful reader says of it. What is
 * wrong or doubtful is marked ⟦so⟧ (a finding must touch one of the marks); ⏎ stands for the end of a paragraph.
 */
interface Passage {
  readonly shape: string
  readonly verdict: string
  readonly text: string
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

const folder = new URL('./passages/', import.meta.url)
const passages = readdirSync(folder)
  .filter((name) => name.endsWith('.tsv'))
  .sort()
  .flatMap((name) => readPassages(readFileSync(new URL(name, folder), 'utf8')))

function readPassages(table: string): Passage[] {
  const [, ...lines] = table.trim().split('\n')
  return lines.map((line) => {
    const [shape = '', verdict = '', marked = ''] = line.split('\t')
    const spans: { from: number; to: number }[] = []
    let text = ''
    for (const [nth, piece] of marked.replaceAll('⏎', '\n\n').split(/[⟦⟧]/).entries()) {
      if (nth % 2 === 1) spans.push({ from: text.length, to: text.length + piece.length })
      text += piece
    }
    return { shape, verdict, text, spans }
  })
}

const figureRules = {
  ...builtinRuleset,
  rules: builtinRuleset.rules.filter((rule) => rule.id.startsWith('figures/')),
}

function findingsOf(text: string, format: 'text' | 'markdown' = 'text'): readonly Finding[] {
  return check({ path: 'passage', format, text }, figureRules, { profile: 'generic' }).findings
}

const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)

test('there are passages of every relation and verdict, each marked as its verdict asks', () => {
  expect(passages.length).toBeGreaterThan(900)
  for (const { verdict, text, spans } of passages) {
    expect(['inconsistent', 'consistent', 'question', 'silent']).toContain(verdict)
    expect(spans.length > 0, text).toBe(verdict === 'inconsistent' || verdict === 'question')
  }
})

describe.each([...new Set(passages.map(({ shape }) => shape))])('%s', (shape) => {
  const own = passages.filter((passage) => passage.shape === shape)
  const of = (...verdicts: string[]) =>
    own.filter(({ verdict }) => verdicts.includes(verdict)).map((passage) => [passage.text, passage] as const)

  test.each(of('inconsistent'))('wrong: %s', (_, { text, spans }) => {
    const loud = findingsOf(text).filter(({ severity }) => severity === 'error' || severity === 'warning')
    expect(
      loud.some(({ range }) => spans.some(({ from, to }) => range.start < to && range.end > from)),
      told(loud).join('\n'),
    ).toBe(true)
  })

  test.each(of('question'))('no more than a question: %s', (_, { text }) => {
    expect(told(findingsOf(text)).filter((line) => line.startsWith('error'))).toEqual([])
  })

  test.each(of('consistent', 'silent'))('right: %s', (_, { text }) => {
    expect(told(findingsOf(text))).toEqual([])
  })
})

describe.each(disguises)('what is right stays right $name', ({ apply, format }) => {
  test('in every passage', () => {
    const right = passages.filter(
      ({ verdict, text }) => (verdict === 'consistent' || verdict === 'silent') && !text.includes('\n'),
    )
    const blamed = right.flatMap(({ text }) =>
      check({ path: 'passage', format, text: apply(text) }, figureRules, { profile: 'generic' }).findings.map(
        ({ message }) => `${text}\n${message}`,
      ),
    )
    expect(blamed).toEqual([])
  })
})
