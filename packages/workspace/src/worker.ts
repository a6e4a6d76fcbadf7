import { statSync } from 'node:fs'
import { digestLength } from './cache-file.ts'
import { checkOne } from './check-one.ts'
import { prepareDraft, runMemory } from './prepare-draft.ts'
import { isProblem } from './read-draft.ts'
import { claim, type WorkerAnswer, type WorkerOutcome, type WorkerTask } from './worker-pool.ts'

/** So many outcomes go in one message at most: its bytes stay in memory until the last of them is told. */
const batchSize = 4
/** Bytes of findings that go in one message; more are made room for where one draft needs them. */
const batchBytes = 49_152
/** Drafts above this many bytes are left to the main thread: this one has a small heap. */
const largeDraft = 1_000_000

/** What a worker thread does: takes drafts from the shared counter until there are none left. */
export async function work(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads')
  const task = workerData as WorkerTask
  const { drafts, known, settings } = task
  const memory = runMemory()
  let outcomes: WorkerOutcome[] = []
  let bytes = new Uint8Array(batchBytes)
  let filled = 0
  const send = (): void => {
    if (outcomes.length === 0) return
    const answer: WorkerAnswer = { outcomes, bytes }
    parentPort?.postMessage(answer, [bytes.buffer])
    outcomes = []
    bytes = new Uint8Array(batchBytes)
    filled = 0
  }
  for (;;) {
    const index = claim(task, send)
    const found = drafts[index]
    if (!found) break
    // Not in one expression: it would add to the list that stood there before the await, which may have been sent since.
    const outcome = await outcomeFor(index)
    outcomes.push(outcome)
    if (outcomes.length >= batchSize) send()
  }
  send()

  /** Also puts the findings among the bytes to send. */
  async function outcomeFor(index: number): Promise<WorkerOutcome> {
    const found = drafts[index] as WorkerTask['drafts'][number]
    const left: WorkerOutcome = { index, kind: 'left' }
    const size = statSync(found.path, { throwIfNoEntry: false })?.size ?? 0
    if (size > largeDraft) return left
    const prepared = await prepareDraft(found, settings, memory)
    if (prepared === 'ignored' || !('options' in prepared)) return left
    const digest = known?.subarray(index * digestLength, (index + 1) * digestLength) ?? null
    const outcome = checkOne(prepared, digest && { known: digest })
    if (isProblem(outcome)) return { index, kind: 'problem', problem: outcome }
    const { reported } = outcome
    if (reported === null) return { index, kind: 'known' }
    const { json } = reported
    if (filled + json.length > bytes.length) {
      send()
      if (json.length > bytes.length) bytes = new Uint8Array(json.length)
    }
    const from = filled
    bytes.set(json, from)
    filled += json.length
    return {
      index,
      kind: 'checked',
      counts: reported.counts,
      digest: outcome.digest && Uint8Array.from(outcome.digest),
      from,
      to: filled,
    }
  }
}
