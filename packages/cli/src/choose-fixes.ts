import { createInterface } from 'node:readline/promises'
import type { Edit } from '@hegao/core'
import type { CheckedDraft, ReportedFinding } from '@hegao/workspace'
import type { Context } from './context.ts'
import { excerptOf } from './terminal/excerpt.ts'

/**
 * Asks, finding by finding, which of the suggested fixes to apply; Enter leaves the text as it is, `q` leaves all the
 * rest. Gives the edits of the chosen fixes; no two touch the same text.
 */
export async function chooseFixes(checked: CheckedDraft, text: string, context: Context): Promise<Edit[][]> {
  const open = checked.report.findings.filter((finding) =>
    finding.fixes.some((fix) => fix.kind === 'suggestion'),
  )
  if (open.length === 0) return []
  const chosen: Edit[][] = []
  const ask = createInterface({ input: process.stdin, output: process.stdout })
  try {
    for (const finding of open) {
      const fixes = finding.fixes.filter((fix) => fix.kind === 'suggestion')
      if (fixes.some(({ edits }) => edits.some((edit) => chosen.flat().some((taken) => touch(taken, edit)))))
        continue
      context.out(question(finding, checked.report.path, text, context))
      for (const [nth, fix] of fixes.entries()) context.out(`    ${nth + 1}  ${fix.title}\n`)
      const answer = (await ask.question(prompts[context.locale])).trim().toLowerCase()
      if (answer === 'q') break
      const fix = fixes[Number(answer === 'y' ? 1 : answer) - 1]
      if (fix) chosen.push(fix.edits.map((edit) => ({ range: edit.range, text: edit.text })))
    }
  } finally {
    ask.close()
  }
  return chosen
}

const prompts = {
  'zh-CN': '  选序号修改，回车跳过，q 结束：',
  en: '  a number to fix, Enter to skip, q to stop: ',
} as const

function question(finding: ReportedFinding, path: string, text: string, { paint, columns }: Context): string {
  const { startLine, startColumn, start, end } = finding.range
  const { text: line, mark } = excerptOf(text, start, end, columns - 4)
  return `\n${path}:${startLine}:${startColumn}  ${paint.strong(finding.message)}  ${paint.dim(finding.rule)}\n    ${line}\n    ${paint[finding.severity](mark)}\n`
}

function touch(a: Edit, b: Edit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end
}
