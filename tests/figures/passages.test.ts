import { readFileSync } from 'node:fs'
import { check, type Finding } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'

const corpus = process.env.HEGAO_CORPUS

/** One labelled passage: what a careful reader says about its numbers, and where. */
interface Passage {
  readonly id: string
  readonly verdict: string
  readonly text: string
  readonly span: string
}

/** Reads the table; `⏎` in it stands for the end of a paragraph. */
function passagesIn(table: string): Passage[] {
  const [, ...lines] = table.trim().split('\n')
  return lines.map((line) => {
    const [id = '', , verdict = '', text = '', span = ''] = line
      .split('\t')
      .map((cell) => cell.replaceAll('⏎', '\n\n'))
    return { id, verdict, text, span }
  })
}

function findingsOf({ text }: Passage): readonly Finding[] {
  const { findings } = check({ path: 'passage.txt', format: 'text', text }, builtinRuleset, {
    profile: 'generic',
  })
  return findings.filter((finding) => finding.rule.startsWith('figures/'))
}

/** Whether something at least as loud as a warning touches the labelled words. */
function isFound(passage: Passage): boolean {
  const from = passage.text.indexOf(passage.span)
  const to = from + passage.span.length
  return findingsOf(passage).some(
    ({ range, severity }) =>
      range.start < to && range.end > from && (severity === 'error' || severity === 'warning'),
  )
}

test('the runner tells a passage that is found from one that is not', () => {
  const [wrong, right] = passagesIn(
    [
      'id\tshape\tverdict\ttext\tspan',
      'A1\tratio\tinconsistent\t抽查案卷50卷。⏎合格45卷，合格率98%。\t合格率98%',
      'A2\tratio\tconsistent\t抽查案卷50卷。⏎合格45卷，合格率90%。\t',
    ].join('\n'),
  )
  expect(wrong && isFound(wrong)).toBe(true)
  expect(wrong && isFound({ ...wrong, span: '抽查案卷' })).toBe(false)
  expect(right && findingsOf(right)).toEqual([])
})

if (corpus) {
  const all = passagesIn(readFileSync(`${corpus}/labels/figure-sentences.tsv`, 'utf8'))
  const of = (...verdicts: string[]): Passage[] => all.filter(({ verdict }) => verdicts.includes(verdict))
  const ids = (list: readonly Passage[]): string => list.map(({ id }) => id).join(' ')

  describe('labelled passages', () => {
    test('every span stands in its passage', () => {
      expect(ids(all.filter(({ text, span }) => !text.includes(span)))).toBe('')
      expect(of('inconsistent').length).toBeGreaterThan(50)
    })

    test('at least 95 % of the wrong figures are found', () => {
      const wrong = of('inconsistent')
      const missed = wrong.filter((passage) => !isFound(passage))
      expect(missed.length, `missed: ${ids(missed)}`).toBeLessThanOrEqual(wrong.length * 0.05)
    })

    test('at least 98 % of the right ones are left alone', () => {
      const right = of('consistent', 'silent')
      const blamed = right.filter((passage) => findingsOf(passage).length > 0)
      expect(blamed.length, `blamed: ${ids(blamed)}`).toBeLessThanOrEqual(right.length * 0.02)
    })

    test('a question is never an error', () => {
      const accused = of('question').filter((passage) =>
        findingsOf(passage).some(({ severity }) => severity === 'error'),
      )
      expect(ids(accused)).toBe('')
    })
  })
}
