import { severityNames } from '@hegao/core'
import type { DraftReport } from '@hegao/workspace'
import type { FormatContext, MakeFormat } from './format.ts'
import { escapeXml } from './xml.ts'

/**
 * JUnit XML: a suite a draft, a case a finding. Errors and warnings are failures; the rest are cases that pass, with the
 * words on their output; what could not be checked is an error. A draft without findings is one passing case.
 */
export const junit: MakeFormat = (context) => {
  const suites: string[] = []
  const total = { tests: 0, failures: 0, errors: 0 }
  const add = (name: string, cases: readonly Case[]): void => {
    const failures = cases.filter(({ outcome }) => outcome === 'failure').length
    const errors = cases.filter(({ outcome }) => outcome === 'error').length
    total.tests += cases.length
    total.failures += failures
    total.errors += errors
    suites.push(
      `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="0" time="0">\n${cases.map((entry) => caseText(entry, name)).join('')}  </testsuite>\n`,
    )
  }
  return {
    draft({ report }) {
      add(report.path, casesOf(report, context))
      return ''
    },
    end({ problems }) {
      for (const { path, message } of problems)
        add(path ?? 'hegao', [{ name: message, type: 'problem', outcome: 'error', text: message }])
      return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hegao" tests="${total.tests}" failures="${total.failures}" errors="${total.errors}" time="0">\n${suites.join('')}</testsuites>\n`
    },
  }
}

interface Case {
  readonly name: string
  readonly type: string
  readonly outcome: 'failure' | 'error' | 'passed'
  readonly text: string
}

function casesOf(report: DraftReport, { locale }: FormatContext): Case[] {
  const findings = report.findings.map(({ rule, severity, message, advice, range }): Case => {
    const place = `${range.startLine}:${range.startColumn}`
    return {
      name: `${rule} ${place}`,
      type: rule,
      outcome: severity === 'error' || severity === 'warning' ? 'failure' : 'passed',
      text: `${report.path}:${place} ${severityNames[severity][locale]} ${message}\n${advice}`,
    }
  })
  const notes = report.notes.map(
    ({ kind, message }): Case => ({ name: kind, type: kind, outcome: 'error', text: message }),
  )
  const all = [...findings, ...notes]
  return all.length > 0 ? all : [{ name: 'hegao', type: 'hegao', outcome: 'passed', text: '' }]
}

function caseText({ name, type, outcome, text }: Case, suite: string): string {
  const start = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(suite)}" time="0"`
  if (outcome === 'passed' && text === '') return `${start}/>\n`
  const inner =
    outcome === 'passed'
      ? `      <system-out>${escapeXml(text)}</system-out>\n`
      : `      <${outcome} message="${escapeXml(text.split('\n')[0] as string)}" type="${escapeXml(type)}">${escapeXml(text)}</${outcome}>\n`
  return `${start}>\n${inner}    </testcase>\n`
}
