import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own for the running test, with these files in it; it is gone when the test ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** A short report of a made-up town with one wrong rate, a doubled mark and a missing part. */
export const draft = `# 青石镇2024年法治政府建设年度报告

## 一、2024年度推进法治政府建设的主要举措和成效

全年受理人民调解案件32件，办结30件，办结率100%。

## 二、2024年度推进法治政府建设存在的不足和原因

（一）执法力量薄弱。由于编制有限，执法人员只有6名。

## 三、2025年度推进法治政府建设的主要安排

（一）充实执法队伍。2025年底前执法人员增加到10名。

青石镇人民政府

2025年1月18日
`

/** A draft with nothing to object to. */
export const cleanDraft = '# 青石镇2024年工作要点\n\n全镇扎实推进各项工作。\n'
