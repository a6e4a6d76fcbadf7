import type { Range, TextEdit } from 'vscode-languageserver'
import type { CheckedDraft } from '../drafts.ts'
import { toOffsets } from '../places.ts'
import { fixAllEdits } from './fixes.ts'

/** Formatting a draft is applying its safe fixes: nothing else about its looks is ours. */
export function format(draft: CheckedDraft): TextEdit[] {
  return fixAllEdits(draft, () => true)
}

/** The same for the findings that lie in the range, in one pass. */
export function formatRange(draft: CheckedDraft, range: Range): TextEdit[] {
  const asked = toOffsets(draft.document, range)
  const inside = new Set(
    draft.result.findings.filter(
      (finding) => asked.start <= finding.range.start && finding.range.end <= asked.end,
    ),
  )
  return fixAllEdits(draft, (finding) => inside.has(finding))
}
