import { digestLength } from './cache-file.ts'
import type { Outcome } from './check-one.ts'
import { type FileStamp, isSettled, stampOf } from './file-stamp.ts'
import type { FoundDraft } from './find-drafts.ts'
import {
  type PreparedDraft,
  prepareDraft,
  preparedAlready,
  type RunMemory,
  type RunSettings,
} from './prepare-draft.ts'
import type { Reported } from './reported.ts'
import { contextOf, openCache } from './result-cache.ts'

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
  findingsOf(nth: number): Reported | null
  /** Keeps what looking at a draft has given. Incomplete findings are not kept. */
  keep(nth: number, prepared: PreparedDraft, outcome: Outcome): void
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
  const positions = new Int32Array(drafts.length).fill(-1)
  const numbers = new Int32Array(drafts.length).fill(-1)
  const open: FoundDraft[] = []
  const stamps: (FileStamp | null)[] = []
  for (const [nth, found] of drafts.entries()) {
    const prepared = preparedAlready(found, settings, memory) ?? (await prepareDraft(found, settings, memory))
    if (prepared === 'ignored' || !('options' in prepared)) continue
    const position = cache.find(contextOf(prepared.ruleset, prepared.options), found.name)
    positions[nth] = position
    const stamp = stampOf(found.path)
    if (position !== -1 && stamp && strategy !== 'content' && cache.hasStamp(position, stamp)) continue
    numbers[nth] = open.length
    open.push(found)
    stamps.push(stamp && isSettled(stamp, Date.now()) ? stamp : null)
  }
  const known = new Uint8Array(open.length * digestLength)
  for (const [nth, number] of numbers.entries()) {
    const position = positions[nth] as number
    if (number !== -1 && position !== -1) known.set(cache.digestAt(position), number * digestLength)
  }

  return {
    open,
    known,
    numberOf: (nth) => numbers[nth] as number,
    findingsOf(nth) {
      const position = positions[nth] as number
      if (position === -1) return null
      cache.keep(position)
      return cache.reportedAt(position)
    },
    keep(nth, { ruleset, options, found }, { reported, digest }) {
      const stamp = stamps[numbers[nth] as number] ?? null
      const position = positions[nth] as number
      if (reported === null) cache.keep(position, stamp)
      else if (digest !== null && !reported.counts.incomplete) {
        const context = contextOf(ruleset, options)
        cache.add({ context, name: found.name, stamp, digest, counts: reported.counts }, reported.json)
      }
    },
    save: () => cache.save(),
  }
}
