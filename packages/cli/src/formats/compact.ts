import type { MakeFormat } from './format.ts'

/**
 * One finding a line, as editors and scripts read it: `path:line:column: severity message [rule]`. The severity is the word of
 * the JSON contract in every language, for that is what they match.
 */
export const compact: MakeFormat = ({ paint, quiet }) => ({
  draft({ report }) {
    const lines = report.findings
      .filter((finding) => !quiet || finding.severity === 'error')
      .map(({ range, severity, message, rule }) => {
        const place = `${report.path}:${range.startLine}:${range.startColumn}:`
        return `${place} ${paint[severity](severity)} ${message} ${paint.dim(`[${rule}]`)}`
      })
    const notes = report.notes.map(({ message, range }) => {
      const place = range ? `${range.startLine}:${range.startColumn}:` : '1:1:'
      return `${report.path}:${place} ${paint.warning('note')} ${message}`
    })
    return [...lines, ...notes].map((line) => `${line}\n`).join('')
  },
  end: () => '',
})
