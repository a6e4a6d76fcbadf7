import { availableParallelism } from 'node:os'
import { checkOne, type RunEvent, type UsedCache } from './check-one.ts'
import type { FoundDraft } from './find-drafts.ts'
import { type RunMemory, type RunSettings, runMemory } from './prepare-draft.ts'
import { openCache } from './result-cache.ts'
import { checkWithWorkers } from './worker-pool.ts'

/** How a run is carried out; none of it changes what is found. */
export interface RunMeans {
  /** Keep outcomes in this file. `program` names version and build. */
  readonly cache?: { readonly path: string; readonly program: string }
  /** The module that a worker thread runs; left out: everything runs in this thread. */
  readonly worker?: string
  /** Milliseconds of work before workers may join in; 0: at once, however little there is to do. */
  readonly patience?: number
  /** Hand on the analysis of each draft, for formats that show ledgers and traces: no workers, no cache. */
  readonly analysis?: boolean
}

/** Look at the clock first after so many milliseconds of work. */
const firstLook = 250
/** Starting workers costs up to 0.2 s each: there must be so much work left for this thread alone (milliseconds). */
const worthWorkers = 700

/**
 * Checks drafts and tells the outcomes in the order of the drafts. A problem with one draft, or with its configuration,
 * leaves the others alone; the same problem is told once. Worker threads join in when the first drafts show that the rest
 * will take long enough.
 */
export async function* checkDrafts(
  drafts: readonly FoundDraft[],
  settings: RunSettings,
  means: RunMeans = {},
  memory: RunMemory = runMemory(),
): AsyncGenerator<RunEvent> {
  const used: UsedCache | null =
    means.cache && !means.analysis
      ? { cache: openCache(means.cache.path), program: means.cache.program }
      : null
  const told = new Set<string>()
  const isNew = (event: RunEvent): boolean => {
    if (event.kind !== 'problem') return true
    const key = JSON.stringify(event.problem)
    if (told.has(key)) return false
    told.add(key)
    return true
  }
  const started = performance.now()
  let looked = false
  try {
    for (const [nth, found] of drafts.entries()) {
      if (
        !looked &&
        means.worker &&
        !means.analysis &&
        performance.now() - started >= (means.patience ?? firstLook)
      ) {
        looked = true
        const left =
          means.patience === 0
            ? Number.POSITIVE_INFINITY
            : ((performance.now() - started) / nth) * (drafts.length - nth)
        if (left > worthWorkers && availableParallelism() > 1) {
          const rest = drafts.slice(nth)
          const share = { settings, means, memory, used, worker: means.worker }
          for await (const event of checkWithWorkers(rest, share)) if (isNew(event)) yield event
          return
        }
      }
      for (const event of await checkOne(found, settings, memory, used)) if (isNew(event)) yield event
    }
  } finally {
    used?.cache.save()
  }
}
