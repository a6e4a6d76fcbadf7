import { readFileSync } from 'node:fs'
import type { ShortcomingCoverage } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { analysisOf } from './draft-of.ts'
import { testRealReports } from './real-reports.ts'

/** One labelled case: a shortcoming, a plan, and whether the plan answers it. */
interface Case {
  readonly shortcoming: string
  readonly plan: readonly string[]
  readonly label: 'answered' | 'unanswered' | 'vague'
}

interface Pairs {
  readonly answered: readonly (readonly [string, string])[]
  readonly unanswered: readonly (readonly [string, readonly string[]])[]
  readonly vague?: readonly string[]
}

interface Plan {
  readonly place: string
  readonly measures: readonly string[]
  readonly answered: readonly string[]
  readonly unanswered: readonly string[]
}

function load<T>(name: string): T {
  return parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T
}

function casesOfPairs({ answered, unanswered, vague = [] }: Pairs): Case[] {
  return [
    ...answered.map(([shortcoming, measure]) => ({
      shortcoming,
      plan: measure.split('|'),
      label: 'answered' as const,
    })),
    ...unanswered.map(([shortcoming, plan]) => ({ shortcoming, plan, label: 'unanswered' as const })),
    ...vague.map((shortcoming) => ({ shortcoming, plan: ['充实执法力量'], label: 'vague' as const })),
  ]
}

const cases: Record<string, Case[]> = {
  pairs: casesOfPairs(load<Pairs>('pairs.yaml')),
  paraphrases: casesOfPairs(load<Pairs>('paraphrases.yaml')),
  'terse measures': casesOfPairs(load<Pairs>('terse.yaml')),
  'whole plans': load<Plan[]>('plans.yaml').flatMap(({ measures, answered, unanswered }) => [
    ...answered.map((shortcoming) => ({ shortcoming, plan: measures, label: 'answered' as const })),
    ...unanswered.map((shortcoming) => ({ shortcoming, plan: measures, label: 'unanswered' as const })),
  ]),
}

/** What the writer would be told of the case: only the verdict `unanswered` makes a warning. */
function told({ verdict, reason }: ShortcomingCoverage): Case['label'] {
  if (verdict === 'unanswered') return 'unanswered'
  return reason === 'vague' ? 'vague' : 'answered'
}

interface Outcome extends Case {
  readonly told: Case['label']
  readonly score: number
}

function judge(entry: Case): Outcome {
  const coverage = analysisOf([entry.shortcoming], entry.plan).coverage.shortcomings[0]
  if (!coverage) throw new Error(`no shortcoming was found in “${entry.shortcoming}”`)
  return { ...entry, told: told(coverage), score: coverage.score }
}

const say = ({ shortcoming, plan, label, told, score }: Outcome): string =>
  `${label} → ${told} (${score.toFixed(2)}): ${shortcoming} | ${plan.join(' | ').slice(0, 60)}`

describe.each(Object.entries(cases))('%s', (_name, entries) => {
  const outcomes = entries.map(judge)
  const wrong = outcomes.filter((one) => one.told !== one.label)
  const answered = outcomes.filter((one) => one.label === 'answered')

  test('at least 95 in 100 verdicts are right', () => {
    expect(wrong.length / outcomes.length, wrong.map(say).join('\n')).toBeLessThanOrEqual(0.05)
  })

  test('at most 2 in 100 answered shortcomings are called unanswered', () => {
    const alarms = answered.filter((one) => one.told === 'unanswered')
    expect(alarms.length / answered.length, alarms.map(say).join('\n')).toBeLessThanOrEqual(0.02)
  })
})

test('the cases are many', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(250)
})

const { HEGAO_CORPUS: corpus } = process.env
if (corpus) testRealReports(corpus)
