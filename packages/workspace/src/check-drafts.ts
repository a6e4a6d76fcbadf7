import type { FoundDraft } from './find-drafts.ts'
import {
  type CheckedDraft,
  checkPrepared,
  prepareDraft,
  type RunMemory,
  type RunSettings,
  runMemory,
} from './prepare-draft.ts'
import type { Problem } from './problem.ts'
import { isProblem } from './read-draft.ts'

/** What a run tells, draft by draft, in the order of the drafts. */
export type RunEvent =
  | { readonly kind: 'checked'; readonly checked: CheckedDraft }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'ignored'; readonly found: FoundDraft }

/** Checks drafts one after the other. A problem with one draft, or with its configuration, leaves the others alone. */
export async function* checkDrafts(
  drafts: readonly FoundDraft[],
  settings: RunSettings,
  memory: RunMemory = runMemory(),
): AsyncGenerator<RunEvent> {
  const told = new Set<string>()
  for (const found of drafts) {
    const prepared = await prepareDraft(found, settings, memory)
    if (prepared === 'ignored') yield { kind: 'ignored', found }
    else if ('options' in prepared) {
      const checked = checkPrepared(prepared)
      yield isProblem(checked) ? { kind: 'problem', problem: checked } : { kind: 'checked', checked }
    } else {
      for (const problem of prepared) {
        const key = JSON.stringify(problem)
        if (told.has(key)) continue
        told.add(key)
        yield { kind: 'problem', problem }
      }
    }
  }
}
