import { createHash } from 'node:crypto'
import type { CheckOptions, Ruleset } from '@hegao/core'
import {
  type BodyPlace,
  type CacheEntry,
  type CacheFile,
  type CacheWriter,
  digestLength,
  openCacheFile,
  writeCacheFile,
} from './cache-file.ts'
import type { FileStamp } from './file-stamp.ts'
import { isBuiltinRuleset } from './load-ruleset.ts'
import { type Reported, reportedFrom } from './reported.ts'

/** Outcomes of earlier runs: one for each draft under the same rules and options. */
export interface ResultCache {
  /** Where the outcome for a draft is kept; -1 if there is none. */
  find(context: string, name: string): number
  /** Digest of the draft's bytes. */
  digestAt(position: number): Uint8Array
  /** Whether this version of the file is the one that was checked. */
  hasStamp(position: number, stamp: FileStamp): boolean
  /** The findings; null if they cannot be read any more. To be used before {@link ResultCache.save}. */
  reportedAt(position: number): Reported | null
  /** Keeps a known outcome: the draft is what it was, and this is the stamp that it bears now, if that is another. */
  keep(position: number, stamp?: FileStamp | null): void
  /** Takes in a new outcome. */
  add(entry: CacheEntry, body: Uint8Array): void
  /** Writes what is new. Another process may have written meanwhile: its entries are kept. Never throws. */
  save(): void
}

/** Entries beyond this many are dropped, the least lately used first. */
const mostEntries = 100_000

/** Opens the cache file at `path`; one that is missing, damaged or written by another `program` is an empty cache. */
export function openCache(path: string, program: string): ResultCache {
  const file = openCacheFile(path, program)
  const kept = new Map<number, FileStamp | null | undefined>()
  const fresh: [CacheEntry, BodyPlace][] = []
  let changed = false
  let writer: CacheWriter | null | undefined

  /** The new file; null where none can be written: a folder like that has no cache, the findings are the same. */
  const writing = (): CacheWriter | null => {
    if (writer === undefined) writer = orNull(() => writeCacheFile(path))
    return writer
  }
  const attempt = (step: (to: CacheWriter) => void): void => {
    const to = writing()
    if (to === null) return
    try {
      step(to)
    } catch {
      writer = null
    }
  }

  return {
    find: (context, name) => file?.find(context, name) ?? -1,
    digestAt: (position) => (file as CacheFile).entryAt(position).digest,
    hasStamp: (position, stamp) => file?.hasStamp(position, stamp) === true,
    reportedAt(position) {
      const body = file?.bodyAt(position)
      return file && body ? reportedFrom(file.countsAt(position), () => body) : null
    },
    keep(position, stamp) {
      const isOther = stamp !== undefined && file !== null && !bears(file, position, stamp)
      kept.set(position, isOther ? stamp : undefined)
      changed ||= isOther
    },
    add(entry, body) {
      changed = true
      attempt((to) => fresh.push([entry, to.add(body)]))
    },
    save() {
      if (changed) {
        const current = file?.isStill(path) ? file : openCacheFile(path, program)
        attempt((to) => {
          to.commit(program, entriesToWrite(to, current, file, kept, fresh))
        })
        if (current !== file) current?.close()
      }
      file?.close()
    },
  }
}

/**
 * What the new file holds, the least lately used first: what this run did not meet, what it met again, what it found. The
 * bodies of `fresh` are written already; the others are copied from the present file or, if somebody has replaced that, from
 * the one that this run began with.
 */
function entriesToWrite(
  to: CacheWriter,
  current: CacheFile | null,
  file: CacheFile | null,
  kept: ReadonlyMap<number, FileStamp | null | undefined>,
  fresh: readonly (readonly [CacheEntry, BodyPlace])[],
): (readonly [CacheEntry, BodyPlace])[] {
  const taken = new Set(fresh.map(([entry]) => keyOf(entry)))
  const used: Source[] = []
  for (const [position, stamp] of kept) {
    if (file === null) break
    const known = file.entryAt(position)
    const entry = stamp === undefined ? known : { ...known, stamp }
    if (taken.has(keyOf(entry))) continue
    taken.add(keyOf(entry))
    used.push({ entry, file, position })
  }
  const others: Source[] = []
  for (let position = 0; position < (current?.size ?? 0); position++) {
    const entry = current?.entryAt(position)
    if (current && entry && !taken.has(keyOf(entry))) others.push({ entry, file: current, position })
  }
  const older = [...others, ...used]
  const surplus = Math.max(0, older.length + fresh.length - mostEntries)
  return [...older.slice(surplus).flatMap((source) => copy(source, to)), ...fresh]
}

/** An entry whose body lies in an older file. */
interface Source {
  readonly entry: CacheEntry
  readonly file: CacheFile
  readonly position: number
}

function copy({ entry, file, position }: Source, to: CacheWriter): (readonly [CacheEntry, BodyPlace])[] {
  const body = file.bodyAt(position)
  return body ? [[entry, to.add(body)]] : []
}

function keyOf({ context, name }: CacheEntry): string {
  return `${context}${name}`
}

function bears(file: CacheFile, position: number, stamp: FileStamp | null): boolean {
  return stamp === null ? file.entryAt(position).stamp === null : file.hasStamp(position, stamp)
}

function orNull<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}

/** Digest of a draft's bytes. */
export function contentDigest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, digestLength)
}

const contexts = new WeakMap<Ruleset, WeakMap<CheckOptions, string>>()

/** What an outcome depends on besides the draft, as a digest: rules and options. */
export function contextOf(ruleset: Ruleset, options: CheckOptions): string {
  const known = contexts.get(ruleset) ?? new WeakMap<CheckOptions, string>()
  contexts.set(ruleset, known)
  let context = known.get(options)
  if (context === undefined) {
    context = sha256(`${rulesetDigest(ruleset)}\0${JSON.stringify(options)}`)
    known.set(options, context)
  }
  return context
}

const digests = new WeakMap<Ruleset, string>()

/** The rules that come with the program are named by the program, which every cache file belongs to. */
function rulesetDigest(ruleset: Ruleset): string {
  if (isBuiltinRuleset(ruleset)) return 'built-in'
  let digest = digests.get(ruleset)
  if (digest === undefined) {
    const { rules, profiles, data, knownRules } = ruleset
    digest = sha256(JSON.stringify([rules, profiles, data, knownRules]))
    digests.set(ruleset, digest)
  }
  return digest
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}
