import { createHash } from 'node:crypto'
import type { Severity } from '@hegao/core'
import type { MakeFormat } from './format.ts'

/** GitLab's Code Quality report: a list of issues; the fingerprint stays when lines move. */
export const gitlab: MakeFormat = () => {
  const issues: unknown[] = []
  const seen = new Map<string, number>()
  const add = (
    rule: string,
    severity: string,
    description: string,
    path: string,
    range: Lines | null,
  ): void => {
    const key = `${path}\0${rule}\0${description}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    issues.push({
      description,
      check_name: rule,
      fingerprint: createHash('sha256').update(`${key}\0${nth}`).digest('hex').slice(0, 32),
      severity,
      location: { path, lines: { begin: range?.startLine ?? 1, end: range?.endLine ?? 1 } },
    })
  }
  return {
    draft({ report }) {
      for (const { rule, severity, message, advice, range } of report.findings)
        add(rule, levels[severity], `${message}。${advice}`, report.path, range)
      for (const { kind, message, range } of report.notes)
        add(`not-checked/${kind}`, 'minor', message, report.path, range)
      return ''
    },
    end({ problems }) {
      for (const { path, line, message } of problems)
        add(
          'not-checked/problem',
          'blocker',
          message,
          path ?? 'hegao',
          line === null ? null : { startLine: line, endLine: line },
        )
      return `${JSON.stringify(issues, null, 2)}\n`
    },
  }
}

interface Lines {
  readonly startLine: number
  readonly endLine: number
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
}
