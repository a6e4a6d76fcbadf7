import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RunMeans } from './check-drafts.ts'
import { checkOne, type RunEvent, type UsedCache } from './check-one.ts'
import type { FoundDraft } from './find-drafts.ts'
import type { DraftReport } from './findings-file.ts'
import type { RunMemory, RunSettings } from './prepare-draft.ts'

/** What a worker is given: all drafts, and the counter from which every thread takes the next one. */
export interface WorkerTask {
  readonly drafts: readonly FoundDraft[]
  readonly settings: RunSettings
  readonly cache: RunMeans['cache'] | null
  /** One Int32: the position of the next draft that nobody has taken. */
  readonly counter: SharedArrayBuffer
}

/** Outcomes that a worker sends: without text and analysis, which would cost more to send than to make again. */
export type WorkerAnswer = readonly {
  readonly index: number
  readonly events: readonly RunEvent[]
  /** What the cache does not have yet. */
  readonly fresh: readonly (readonly [string, DraftReport])[]
}[]

/** What this thread needs to take part. */
interface Share {
  readonly settings: RunSettings
  readonly means: RunMeans
  readonly memory: RunMemory
  readonly used: UsedCache | null
  readonly worker: string
}

/** More threads than this gain nothing: reading files is no faster for it. */
const mostThreads = 4

/** Checks drafts in this thread and in workers, and tells the outcomes in order. */
export async function* checkWithWorkers(
  drafts: readonly FoundDraft[],
  share: Share,
): AsyncGenerator<RunEvent> {
  const counter = new SharedArrayBuffer(4)
  const next = new Int32Array(counter)
  const outcomes = new Map<number, readonly RunEvent[]>()
  let failure: unknown = null
  let awake: () => void = () => {}
  const task: WorkerTask = { drafts, settings: share.settings, cache: share.means.cache ?? null, counter }
  const count = Math.min(availableParallelism(), mostThreads) - 1
  const workers = Array.from({ length: count }, () => new Worker(share.worker, { workerData: task }))
  for (const worker of workers) {
    worker.on('message', (answer: WorkerAnswer) => {
      for (const { index, events, fresh } of answer) {
        outcomes.set(index, events)
        for (const [key, report] of fresh) share.used?.cache.set(key, report)
      }
      awake()
    })
    worker.on('error', (error) => {
      failure = error
      awake()
    })
  }
  try {
    for (let told = 0; told < drafts.length; ) {
      const ready = outcomes.get(told)
      if (ready) {
        outcomes.delete(told)
        told++
        yield* ready
        continue
      }
      if (failure !== null) throw failure
      const index = Atomics.add(next, 0, 1)
      const found = drafts[index]
      if (found) {
        const events = await checkOne(found, share.settings, share.memory, share.used)
        outcomes.set(index, events.map(withoutAnalysis))
        // Let the messages of the workers in.
        if (index % 8 === 0) await new Promise((resolve) => setImmediate(resolve))
      } else {
        await new Promise<void>((resolve) => {
          awake = resolve
        })
      }
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** Outcomes wait for those of earlier drafts; the analyses, a hundred times their size, must not wait with them. */
function withoutAnalysis(event: RunEvent): RunEvent {
  return event.kind === 'checked' ? { kind: 'checked', checked: { ...event.checked, analysis: null } } : event
}
