import { checkOne, type RunEvent } from './check-one.ts'
import type { DraftReport } from './findings-file.ts'
import { runMemory } from './prepare-draft.ts'
import { openCache, type ResultCache } from './result-cache.ts'
import type { WorkerAnswer, WorkerTask } from './worker-pool.ts'

/** So many outcomes go in one message. */
const batchSize = 16

/** What a worker thread does: takes drafts from the shared counter until there are none left. */
export async function work(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads')
  const { drafts, settings, cache, counter } = workerData as WorkerTask
  const next = new Int32Array(counter)
  const memory = runMemory()
  const fresh: [string, DraftReport][] = []
  const used = cache ? { cache: noting(openCache(cache.path), fresh), program: cache.program } : null
  let batch: WorkerAnswer[number][] = []
  const send = (): void => {
    if (batch.length > 0) parentPort?.postMessage(batch)
    batch = []
  }
  for (;;) {
    const index = Atomics.add(next, 0, 1)
    const found = drafts[index]
    if (!found) break
    const events = await checkOne(found, settings, memory, used)
    batch.push({ index, events: events.map(slim), fresh: fresh.splice(0) })
    if (batch.length >= batchSize) send()
  }
  send()
}

/** A cache that notes what is new instead of keeping it: the main thread, which saves, is told. */
function noting(cache: ResultCache, fresh: [string, DraftReport][]): ResultCache {
  return {
    get: cache.get,
    set: (key, report) => {
      fresh.push([key, report])
    },
    save: () => {},
  }
}

function slim(event: RunEvent): RunEvent {
  if (event.kind !== 'checked') return event
  return { kind: 'checked', checked: { ...event.checked, file: null, analysis: null } }
}
