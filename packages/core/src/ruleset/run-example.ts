import { check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { applyFixes } from '../output/apply-fixes.ts'
import type { Range } from '../text/range.ts'
import type { Example, Rule } from './rule.ts'
import type { Ruleset } from './ruleset.ts'

/** An example's draft without its marks, and the ranges that were marked ⟦so⟧. */
export interface MarkedDraft {
  readonly text: string
  readonly marks: readonly Range[]
}

/** Takes the marks out of a draft. @throws RangeError if marks are not paired. */
export function unmark(marked: string): MarkedDraft {
  let text = ''
  let open = -1
  const marks: Range[] = []
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') {
      if (open !== -1) throw new RangeError('⟦ inside ⟦')
      open = text.length
    } else if (part === '⟧') {
      if (open === -1) throw new RangeError('⟧ without ⟦')
      marks.push({ start: open, end: text.length })
      open = -1
    } else text += part
  }
  if (open !== -1) throw new RangeError('⟦ without ⟧')
  return { text, marks }
}

/**
 * Runs one example of a rule: the rule must object exactly at the marked places, no more, no less; its fixes must give
 * `fixed`. Returns what is wrong with it; an empty list means that the example holds.
 */
export function runExample(
  rule: Rule,
  example: Example,
  expectation: 'fail' | 'pass',
  ruleset: Ruleset,
): string[] {
  const { text, marks } = unmark(example.draft)
  const alone: Ruleset = { ...ruleset, rules: [rule] }
  const format = example.format ?? 'text'
  const draft = { path: format === 'text' ? 'example.txt' : 'example.md', format, text }
  const profile = example.profile ?? rule.applies.profiles?.[0] ?? 'generic'
  const stage = example.stage ?? rule.applies.stages?.[0]
  const options = { profile, ...(stage ? { stage } : {}), ...(example.asOf ? { asOf: example.asOf } : {}) }
  const { findings, notes } = check(draft, alone, options)
  const problems = notes.filter((note) => note.kind === 'rule-failed').map((note) => note.message)
  if (expectation === 'pass' && (marks.length > 0 || example.document))
    problems.push('a passing example must not expect a finding')
  if (expectation === 'fail' && marks.length === 0 && !example.document)
    problems.push('a failing example must mark what is wrong')
  problems.push(...difference(findings, marks, example, text))
  const wanted = example.variant ?? null
  for (const { variant } of findings) {
    if (variant !== wanted)
      problems.push(
        `the finding uses the words of ${variant ?? 'the main message'}, expected ${wanted ?? 'the main message'}`,
      )
  }
  if (example.fixed !== undefined) {
    const fixed = applyFixes(text, findings, { suggestions: true }).text
    if (fixed !== example.fixed)
      problems.push(`fixes give ${JSON.stringify(fixed)}, expected ${JSON.stringify(example.fixed)}`)
    const again = check({ ...draft, text: fixed }, alone, options).findings
    if (again.length > 0)
      problems.push(`the fixed draft still has a finding: ${(again[0] as Finding).message}`)
  }
  return problems
}

/** Expected against found, as sentences. */
function difference(
  findings: readonly Finding[],
  marks: readonly Range[],
  example: Example,
  text: string,
): string[] {
  const problems: string[] = []
  const local = findings.filter((finding) => !finding.document)
  const places = local.flatMap((finding) => [
    finding.range,
    ...finding.evidence.filter((entry) => isRepeat(entry.label)).map((entry) => entry.range),
  ])
  const name = (range: Range): string =>
    `${range.start}–${range.end} ${JSON.stringify(text.slice(range.start, range.end))}`
  const same = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end
  for (const mark of marks)
    if (!places.some((place) => same(place, mark))) problems.push(`no finding at ${name(mark)}`)
  for (const place of places) {
    if (!marks.some((mark) => same(place, mark))) {
      const finding = local.find((candidate) => same(candidate.range, place)) ?? local[0]
      problems.push(`unexpected finding at ${name(place)}: ${finding?.message}`)
    }
  }
  const whole = findings.length - local.length
  if (whole !== (example.document ?? 0))
    problems.push(`${whole} findings about the whole draft, expected ${example.document ?? 0}`)
  return problems
}

/** Whether an evidence entry is a further place of the same finding (a rule that reports `once`). */
function isRepeat(label: string): boolean {
  return label === '同样的问题' || label === 'the same here'
}
