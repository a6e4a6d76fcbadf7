import { type CheckedDraft, isProblem, readDraft } from '@hegao/workspace'

/** The text that the findings of a draft speak of, or null if it can no longer be had. */
export function sourceText({ file, found, report }: CheckedDraft): string | null {
  if (file) return file.draft.text
  const read = readDraft(found.path, found.name)
  if (isProblem(read)) return null
  const { text } = read.draft
  const last = report.findings.reduce((end, finding) => Math.max(end, finding.range.end), 0)
  return last <= text.length ? text : null
}
