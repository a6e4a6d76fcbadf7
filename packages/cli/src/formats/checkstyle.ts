import type { Severity } from '@hegao/core'
import type { MakeFormat } from './format.ts'
import { escapeXml } from './xml.ts'

/** Checkstyle XML, for CI systems that collect it: a `file` a draft, an `error` a finding or note. */
export const checkstyle: MakeFormat = ({ version }) => {
  const files: string[] = []
  return {
    draft({ report }) {
      const entry = (line: number, column: number, severity: string, message: string, rule: string): string =>
        `    <error line="${line}" column="${column}" severity="${severity}" message="${escapeXml(message)}" source="hegao.${escapeXml(rule)}"/>\n`
      const findings = report.findings.map(({ range, severity, message, advice, rule }) =>
        entry(range.startLine, range.startColumn, levels[severity], `${message}。${advice}`, rule),
      )
      const notes = report.notes.map(({ kind, message, range }) =>
        entry(range?.startLine ?? 1, range?.startColumn ?? 1, 'warning', message, `not-checked/${kind}`),
      )
      files.push(`  <file name="${escapeXml(report.path)}">\n${[...findings, ...notes].join('')}  </file>\n`)
      return ''
    },
    end({ problems }) {
      const failed = problems.map(
        ({ path, line, column, message }) =>
          `  <file name="${escapeXml(path ?? 'hegao')}">\n    <error line="${line ?? 1}" column="${column ?? 1}" severity="error" message="${escapeXml(message)}" source="hegao.not-checked/problem"/>\n  </file>\n`,
      )
      return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="${escapeXml(version)}">\n${[...files, ...failed].join('')}</checkstyle>\n`
    },
  }
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
}
