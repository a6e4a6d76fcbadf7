import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { checkFile, describeFinding } from '../support/labels.ts'

const folder = join(root, 'tests/fixtures/drafts')

test.each(listFiles(folder, '').map((path) => [basename(path), path] as const))(
  'all findings of %s',
  async (name, path) => {
    const { draft, findings, notes, analysis } = checkFile(path)
    const lines = findings.map((finding) => {
      const { line, column } = analysis.document.lines.at(finding.range.start)
      const evidence = finding.evidence.map(
        (entry) =>
          `    ${entry.label}: ${JSON.stringify(draft.text.slice(entry.range.start, entry.range.end))}`,
      )
      return [
        `${line}:${column} ${describeFinding(finding, draft.text)}`,
        `    → ${finding.advice}`,
        ...evidence,
      ].join('\n')
    })
    const text = [...lines, ...notes.map((note) => `note ${note.kind}: ${note.message}`), ''].join('\n')
    await expect(text).toMatchFileSnapshot(join(root, 'tests/drafts/__snapshots__', `${name}.snap`))
  },
)
