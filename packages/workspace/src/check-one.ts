import type { FoundDraft } from './find-drafts.ts'
import { isIncomplete } from './findings-file.ts'
import { countInput } from './optimise.ts'
import {
  type CheckedDraft,
  checkPrepared,
  prepareDraft,
  type RunMemory,
  type RunSettings,
  withoutKnown,
} from './prepare-draft.ts'
import type { Problem } from './problem.ts'
import { isProblem, readDraft } from './read-draft.ts'
import { cacheKey, type ResultCache } from './result-cache.ts'

/** What a run tells of one draft. */
export type RunEvent =
  | { readonly kind: 'checked'; readonly checked: CheckedDraft }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'ignored'; readonly found: FoundDraft }

/** A cache together with the name of the program whose outcomes it holds. */
export interface UsedCache {
  readonly cache: ResultCache
  /** Version and build: another program, another outcome. */
  readonly program: string
}

/** Checks one draft from the path to the report; several events if its configuration has several mistakes. */
export async function checkOne(
  found: FoundDraft,
  settings: RunSettings,
  memory: RunMemory,
  used: UsedCache | null,
): Promise<RunEvent[]> {
  const prepared = await prepareDraft(found, settings, memory)
  if (prepared === 'ignored') return [{ kind: 'ignored', found }]
  if (!('options' in prepared)) return prepared.map((problem) => ({ kind: 'problem', problem }))
  const file = readDraft(found.path, found.name)
  if (isProblem(file)) return [{ kind: 'problem', problem: file }]
  countInput(file.bytes.length)
  const { ruleset, options, failOn } = prepared
  const key = used && cacheKey(used.program, ruleset, options, found.name, file.bytes)
  const cached = key && used ? used.cache.get(key) : null
  if (cached) {
    const report = withoutKnown(cached, prepared, file.draft.text)
    const locale = options.locale ?? 'zh-CN'
    return [{ kind: 'checked', checked: { found, report, failOn, locale, file, analysis: null } }]
  }
  const checked = checkPrepared({ ...prepared, baseline: null }, file)
  if (isProblem(checked)) return [{ kind: 'problem', problem: checked }]
  if (key && used && !isIncomplete(checked.report)) used.cache.set(key, checked.report)
  const report = withoutKnown(checked.report, prepared, file.draft.text)
  return [{ kind: 'checked', checked: { ...checked, report } }]
}
