import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { digestLength } from './cache-file.ts'
import { checkOne, type DigestWish, type Outcome } from './check-one.ts'
import type { FoundDraft } from './find-drafts.ts'
import type { DraftCounts } from './findings-file.ts'
import { collectAlone } from './optimise.ts'
import { type PreparedDraft, prepareDraft, type RunMemory, type RunSettings } from './prepare-draft.ts'
import type { Problem } from './problem.ts'
import { isProblem } from './read-draft.ts'
import { type Reported, reportedFrom } from './reported.ts'

/** What a worker is given: all drafts, and the marks by which the threads share them out. */
export interface WorkerTask {
  readonly drafts: readonly FoundDraft[]
  readonly settings: RunSettings
  /** Digests of bytes whose findings are known, one for each draft, zeros for none; null if nobody wants digests. */
  readonly known: Uint8Array | null
  /** Int32: the next draft that nobody has taken; the one that the main thread waits for. */
  readonly marks: SharedArrayBuffer
  /** A byte for each draft: the number of the worker that has taken it. */
  readonly takers: SharedArrayBuffer
  /** The number of this worker, from 1. */
  readonly number: number
}

/** What a worker has to say of a draft. */
export type WorkerOutcome =
  | {
      readonly kind: 'checked'
      readonly index: number
      readonly counts: DraftCounts
      readonly digest: Uint8Array | null
      /** Where in the answer's bytes the findings lie, as JSON. */
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'problem'; readonly index: number; readonly problem: Problem }
  /** The draft's bytes are the known ones. */
  | { readonly kind: 'known'; readonly index: number }
  /** The main thread is to do it. */
  | { readonly kind: 'left'; readonly index: number }

/** Several outcomes with their findings: bytes change hands without being copied. */
export interface WorkerAnswer {
  readonly outcomes: readonly WorkerOutcome[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Threads that share drafts. */
export interface WorkerPool {
  /**
   * The outcome of a draft, checked here or there. To be asked for in the order of the drafts; while it is not there, this
   * thread checks others.
   */
  outcomeOf(index: number, prepared: PreparedDraft): Promise<Outcome | Problem>
  stop(): Promise<void>
}

/** What this thread needs to take part. */
interface Share {
  readonly settings: RunSettings
  readonly memory: RunMemory
  readonly known: Uint8Array | null
  readonly worker: string
}

/** More threads than this gain nothing: reading files is no faster for it. */
const mostThreads = 4
/** No thread takes a draft so far ahead of the one that is waited for: finished outcomes must not pile up. */
const window = 1024
/** MiB. A worker needs some 30; the young generation is what its speed depends on. */
const heap = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 }

/** Positions in {@link WorkerTask.marks}. */
const nextMark = 0
const wantedMark = 1

/**
 * Takes the next draft for a worker, and waits first if that is too far ahead; `beforeWaiting` sends what is done.
 * @returns its index, which is behind the last one if there is none left
 */
export function claim({ drafts, marks, takers, number }: WorkerTask, beforeWaiting: () => void): number {
  const shared = new Int32Array(marks)
  const index = Atomics.add(shared, nextMark, 1)
  if (index >= drafts.length) return index
  Atomics.store(new Uint8Array(takers), index, number)
  for (;;) {
    const wanted = Atomics.load(shared, wantedMark)
    if (index < wanted + window) return index
    beforeWaiting()
    Atomics.wait(shared, wantedMark, wanted)
  }
}

/** Starts workers on the drafts. A worker that dies costs nothing but time: what it had taken is done here. */
export function startPool(drafts: readonly FoundDraft[], share: Share): WorkerPool {
  const { settings, known } = share
  const marks = new SharedArrayBuffer(8)
  const shared = new Int32Array(marks)
  const takers = new SharedArrayBuffer(drafts.length)
  const takerOf = new Uint8Array(takers)
  const outcomes = new Map<number, Outcome | Problem | 'left'>()
  const dead = new Set<number>()
  let silent = 0
  let awake: () => void = () => {}

  const start = (number: number): Worker => {
    const task: WorkerTask = { drafts, settings, known, marks, takers, number }
    const worker = new Worker(share.worker, { workerData: task, resourceLimits: heap })
    silent++
    worker.once('message', () => {
      silent--
      if (silent === 0) collectAlone()
    })
    worker.on('message', (answer: WorkerAnswer) => {
      for (const outcome of answer.outcomes) outcomes.set(outcome.index, received(outcome, answer.bytes))
      awake()
    })
    const bury = (): void => {
      dead.add(number)
      awake()
    }
    worker.on('error', bury)
    worker.on('exit', bury)
    return worker
  }
  const count = Math.min(availableParallelism(), mostThreads) - 1
  const workers = Array.from({ length: count }, (_, nth) => start(nth + 1))

  const isTaken = (index: number): boolean => Atomics.load(shared, nextMark) > index
  const wishFor = (index: number): DigestWish | null =>
    known && { known: known.subarray(index * digestLength, (index + 1) * digestLength) }

  /** Checks a draft ahead of its turn: nothing but its findings is kept. */
  const checkAhead = async (index: number): Promise<Outcome | Problem | 'left'> => {
    const found = drafts[index] as FoundDraft
    const prepared = await prepareDraft(found, settings, share.memory)
    if (prepared === 'ignored' || !('options' in prepared)) return 'left'
    const outcome = checkOne(prepared, wishFor(index))
    return isProblem(outcome) ? outcome : compact(outcome)
  }

  return {
    async outcomeOf(index, prepared) {
      Atomics.store(shared, wantedMark, index)
      Atomics.notify(shared, wantedMark)
      for (;;) {
        const ready = outcomes.get(index)
        outcomes.delete(index)
        if (ready !== undefined && ready !== 'left') return ready
        const isLost = dead.has(takerOf[index] as number) || dead.size === workers.length
        if (ready === 'left' || (isLost && isTaken(index))) return checkOne(prepared, wishFor(index))
        const taken =
          Atomics.load(shared, nextMark) < index + window ? Atomics.add(shared, nextMark, 1) : drafts.length
        if (taken === index) return checkOne(prepared, wishFor(index))
        if (taken < drafts.length) {
          outcomes.set(taken, await checkAhead(taken))
          // Let the messages of the workers in.
          if (taken % 8 === 0) await new Promise((resolve) => setImmediate(resolve))
        } else {
          await new Promise<void>((resolve) => {
            awake = resolve
          })
        }
      }
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function received(outcome: WorkerOutcome, bytes: Uint8Array): Outcome | Problem | 'left' {
  switch (outcome.kind) {
    case 'problem':
      return outcome.problem
    case 'left':
      return 'left'
    case 'known':
      return { reported: null, digest: null, file: null, analysis: null }
    case 'checked': {
      const json = bytes.subarray(outcome.from, outcome.to)
      const digest = outcome.digest && Buffer.from(outcome.digest)
      const reported = reportedFrom(outcome.counts, () => json)
      return { reported, digest, file: null, analysis: null }
    }
  }
}

/** The outcome without text and analysis, and without any string of theirs. */
function compact({ reported, digest }: Outcome): Outcome {
  const slim = { digest, file: null, analysis: null }
  return { ...slim, reported: reported && compactReport(reported) }
}

function compactReport({ counts, json }: Reported): Reported {
  return reportedFrom(counts, () => json)
}
