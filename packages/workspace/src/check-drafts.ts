import { availableParallelism } from 'node:os'
import { digestLength } from './cache-file.ts'
import { checkOne, type DigestWish, eventOf, type Outcome, type RunEvent } from './check-one.ts'
import type { FoundDraft } from './find-drafts.ts'
import {
  type PreparedDraft,
  prepareDraft,
  preparedAlready,
  type RunMemory,
  type RunSettings,
  runMemory,
} from './prepare-draft.ts'
import type { Problem } from './problem.ts'
import { isProblem } from './read-draft.ts'
import { type CacheMeans, type Remembered, remember } from './remembered.ts'
import type { Reported } from './reported.ts'
import { startPool, type WorkerPool } from './worker-pool.ts'

/** How a run is carried out; none of it changes what is found. */
export interface RunMeans {
  /** Keep outcomes between runs. */
  readonly cache?: CacheMeans
  /** The module that a worker thread runs; left out: everything runs in this thread. */
  readonly worker?: string
  /** Bytes that this thread checks before workers may join in; 0: they do at once, however little there is to do. */
  readonly patience?: number
  /** Hand on the analysis of each draft, for formats that show ledgers and traces: no workers, no cache. */
  readonly analysis?: boolean
}

/** Bytes that this thread checks alone: until then V8 needs the other cores for optimising what it runs. */
const firstBytes = 2_000_000
/**
 * So many bytes must be left to check. A worker begins with nothing compiled, and to get as fast as this thread takes the
 * processor time of checking some 12 MB; and two threads take more time for the same work than one after the other. Bytes, not
 * time: on a busy machine all of that takes longer alike. Measured on two cores; where there are more, V8 does not compile on
 * those that check, and workers are worth it sooner (by estimate).
 */
const worthWorkers = (cores: number): number => (cores > 2 ? 8_000_000 : 25_000_000)

/** The outcome came from somewhere else: text and analysis are not at hand. */
const elsewhere = { file: null, analysis: null }

/**
 * Checks drafts and tells the outcomes in the order of the drafts. A problem with one draft, or with its configuration,
 * leaves the others alone; the same problem is told once. Drafts that an earlier run knows are not read. Worker threads
 * join in when the first drafts show that there is enough left to check.
 */
export async function* checkDrafts(
  drafts: readonly FoundDraft[],
  settings: RunSettings,
  means: RunMeans = {},
  memory: RunMemory = runMemory(),
): AsyncGenerator<RunEvent> {
  const cache = means.analysis ? undefined : means.cache
  const remembered = cache ? await remember(drafts, settings, memory, cache) : null
  const sharing = shareOut(remembered?.open ?? drafts, remembered?.known ?? null, settings, means, memory)
  const told = new Set<string>()
  const isNew = (problem: Problem): boolean => {
    const key = JSON.stringify(problem)
    return told.size < told.add(key).size
  }
  try {
    for (const [nth, found] of drafts.entries()) {
      const prepared =
        preparedAlready(found, settings, memory) ?? (await prepareDraft(found, settings, memory))
      if (prepared === 'ignored') yield { kind: 'ignored', found }
      else if ('options' in prepared) {
        const event =
          (remembered && eventKept(prepared, nth, remembered)) ??
          (await lookAt(prepared, nth, remembered, sharing))
        if (event.kind !== 'problem' || isNew(event.problem)) yield event
      } else for (const problem of prepared.filter(isNew)) yield { kind: 'problem', problem }
    }
  } finally {
    await sharing.stop()
    remembered?.save()
  }
}

/** What an earlier run has found in a draft that is what it was. */
function eventKept(prepared: PreparedDraft, nth: number, remembered: Remembered): RunEvent | null {
  if (remembered.numberOf(nth) !== -1) return null
  const reported = remembered.findingsOf(nth)
  return reported && eventOf(prepared, reported, elsewhere)
}

async function lookAt(
  prepared: PreparedDraft,
  nth: number,
  remembered: Remembered | null,
  sharing: Sharing,
): Promise<RunEvent> {
  const number = remembered ? remembered.numberOf(nth) : nth
  let outcome = number === -1 ? checkOne(prepared, unknown) : await sharing.outcomeOf(number, prepared)
  if (isProblem(outcome)) return { kind: 'problem', problem: outcome }
  let reported = outcome.reported ?? remembered?.findingsOf(nth)
  if (!reported) {
    outcome = checkOne(prepared, unknown)
    if (isProblem(outcome)) return { kind: 'problem', problem: outcome }
    reported = outcome.reported as Reported
  }
  remembered?.keep(nth, prepared, outcome)
  return eventOf(prepared, reported, outcome)
}

const unknown: DigestWish = { known: null }

/** Drafts that have to be read, here or by workers. */
interface Sharing {
  /** The outcome of a draft by its number; to be asked for in their order. */
  outcomeOf(number: number, prepared: PreparedDraft): Promise<Outcome | Problem>
  stop(): Promise<void>
}

function shareOut(
  open: readonly FoundDraft[],
  known: Uint8Array | null,
  settings: RunSettings,
  { worker, patience = firstBytes, analysis }: RunMeans,
  memory: RunMemory,
): Sharing {
  let pool: WorkerPool | null = null
  let before = 0
  let looked = !worker || analysis === true
  let checked = 0

  const look = (number: number): void => {
    if (looked || checked < patience) return
    looked = true
    const left = patience === 0 ? Number.POSITIVE_INFINITY : (checked / number) * (open.length - number)
    const cores = availableParallelism()
    if (cores === 1 || left <= worthWorkers(cores)) return
    before = number
    const rest = known?.subarray(number * digestLength) ?? null
    pool = startPool(open.slice(number), { settings, memory, known: rest, worker: worker as string })
  }

  return {
    async outcomeOf(number, prepared) {
      look(number)
      if (pool) return pool.outcomeOf(number - before, prepared)
      const digest = known?.subarray(number * digestLength, (number + 1) * digestLength)
      const outcome = checkOne(prepared, digest ? { known: digest } : null)
      if (!isProblem(outcome) && outcome.reported) checked += outcome.file?.bytes.length ?? 0
      return outcome
    },
    stop: async () => pool?.stop(),
  }
}
