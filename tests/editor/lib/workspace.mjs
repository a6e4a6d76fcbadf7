import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const report = fileURLToPath(new URL('../../lsp/fixtures/report.md', import.meta.url))

/** A fresh folder with a report of known mistakes and notes that are none of our business. */
export function makeWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-editor-'))
  cpSync(report, join(folder, 'report.md'))
  writeFileSync(join(folder, 'README.md'), '# A library\n\n说明如下。。\n')
  return {
    folder,
    draft: join(folder, 'report.md'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
