import type { Severity } from '@hegao/core'
import type { MakeFormat } from './format.ts'

/** Workflow commands of GitHub Actions: annotations on the lines of the draft. */
export const github: MakeFormat = () => ({
  draft({ report }) {
    const findings = report.findings.map(({ range, severity, message, advice, rule }) => {
      const place = [
        `file=${property(report.path)}`,
        `line=${range.startLine}`,
        `endLine=${range.endLine}`,
        `col=${range.startColumn}`,
        `endColumn=${range.endColumn}`,
        `title=${property(rule)}`,
      ]
      return `::${commands[severity]} ${place.join(',')}::${data(`${message}\n${advice}`)}\n`
    })
    const notes = report.notes.map(
      ({ message, range }) =>
        `::warning file=${property(report.path)},line=${range?.startLine ?? 1},title=hegao::${data(message)}\n`,
    )
    return [...findings, ...notes].join('')
  },
  end: ({ problems }) =>
    problems
      .map(({ path, line, message }) => {
        const place = path === null ? '' : ` file=${property(path)},line=${line ?? 1}`
        return `::error${place}::${data(message)}\n`
      })
      .join(''),
})

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
