import { digestLength } from './cache-file.ts'
import type { Outcome } from './check-one.ts'
import { type FileStamp, isSameStamp, isSettled, stampOf } from './file-stamp.ts'
import type { FoundDraft } from './find-drafts.ts'
import { type PreparedDraft, prepareDraft, type RunMemory, type RunSettings } from './prepare-draft.ts'
import type { Reported } from './reported.ts'
import { contextOf, type KnownOutcome, openCache } from './result-cache.ts'

/** How a run tells that a draft is what it was: by the file's size and times, and its bytes if those differ; or by its bytes. */
export type CacheStrategy = 'metadata' | 'content'

/** Where outcomes are kept between runs. `program` names version and build. */
export interface CacheMeans {
  readonly path: string
  readonly program: string
  /** `metadata` if left out. */
  readonly strategy?: CacheStrategy
}

/** What earlier runs have found, and which drafts have to be looked at all the same. */
export interface Remembered {
  /** The drafts that have to be read, in their order. */
  readonly open: readonly FoundDraft[]
  /** For each of them the digest of the bytes whose findings are known; zeros where none are. */
  readonly known: Uint8Array
  /** The number of a draft among the open ones; -1 if it is what it was and need not be read. */
  numberOf(nth: number): number
  /** The findings of a draft that is what it was; null if they cannot be had: then it must be checked. */
  findingsOf(prepared: PreparedDraft): Reported | null
  /** Keeps what looking at a draft has given; `number` is that among the open ones. Incomplete findings are not kept. */
  keep(prepared: PreparedDraft, number: number, outcome: Outcome): void
  save(): void
}

/** Looks all drafts up, without reading any. */
export async function remember(
  drafts: readonly FoundDraft[],
  settings: RunSettings,
  memory: RunMemory,
  { path, program, strategy }: CacheMeans,
): Promise<Remembered> {
  const cache = openCache(path, program)
  const numbers = new Int32Array(drafts.length).fill(-1)
  const open: FoundDraft[] = []
  const stamps: (FileStamp | null)[] = []
  const digests: (Uint8Array | null)[] = []
  for (const [nth, found] of drafts.entries()) {
    const prepared = await prepareDraft(found, settings, memory)
    if (prepared === 'ignored' || !('options' in prepared)) continue
    const stamp = stampOf(found.path)
    const entry = knownOf(prepared)?.entry
    if (strategy !== 'content' && stamp && entry?.stamp && isSameStamp(stamp, entry.stamp)) continue
    numbers[nth] = open.length
    open.push(found)
    stamps.push(stamp && isSettled(stamp, Date.now()) ? stamp : null)
    digests.push(entry?.digest ?? null)
  }
  const known = new Uint8Array(open.length * digestLength)
  for (const [nth, digest] of digests.entries()) if (digest) known.set(digest, nth * digestLength)

  function knownOf({ ruleset, options, found }: PreparedDraft): KnownOutcome | null {
    return cache.find(contextOf(ruleset, options), found.name)
  }

  return {
    open,
    known,
    numberOf: (nth) => numbers[nth] as number,
    findingsOf(prepared) {
      const outcome = knownOf(prepared)
      if (outcome) cache.keep(outcome, outcome.entry.stamp)
      return outcome && cache.reportedBy(outcome)
    },
    keep(prepared, number, { reported, digest }) {
      const stamp = stamps[number] ?? null
      if (reported === null) {
        const outcome = knownOf(prepared)
        if (outcome) cache.keep(outcome, stamp)
      } else if (digest !== null && !reported.counts.incomplete) {
        const { ruleset, options, found } = prepared
        const context = contextOf(ruleset, options)
        cache.add({ context, name: found.name, stamp, digest, counts: reported.counts }, reported.json)
      }
    },
    save: () => cache.save(),
  }
}
