import { severityNames } from '@hegao/core'
import type { MakeFormat } from './format.ts'

/** One finding a line, as editors and scripts read it: `path:line:column: severity message [rule]`. */
export const compact: MakeFormat = ({ locale, paint, quiet }) => ({
  draft({ report }) {
    const lines = report.findings
      .filter((finding) => !quiet || finding.severity === 'error')
      .map(({ range, severity, message, rule }) => {
        const place = `${report.path}:${range.startLine}:${range.startColumn}:`
        return `${place} ${paint[severity](severityNames[severity][locale])} ${message} ${paint.dim(`[${rule}]`)}`
      })
    const notes = report.notes.map(({ message, range }) => {
      const place = range ? `${range.startLine}:${range.startColumn}:` : '1:1:'
      return `${report.path}:${place} ${paint.warning(locale === 'zh-CN' ? '未能检查' : 'not checked')} ${message}`
    })
    return [...lines, ...notes].map((line) => `${line}\n`).join('')
  },
  end: () => '',
})
