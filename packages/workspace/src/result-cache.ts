import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CheckOptions, Ruleset } from '@hegao/core'
import type { DraftReport } from './findings-file.ts'
import { writeFileAtomic } from './write-file.ts'

/** Outcomes of earlier runs, by what they depend on. */
export interface ResultCache {
  get(key: string): DraftReport | null
  set(key: string, report: DraftReport): void
  /** Writes what is new. Another process may have written meanwhile: its entries are kept. Never throws. */
  save(): void
}

/** First line of the file; a cache of another form is ignored and overwritten. */
const header = 'hegao-cache 1'
/** Keys are so many characters: the first part of a SHA-256 in hexadecimal. */
const keyLength = 40
/** Entries beyond this many are dropped, the least lately used first. */
const mostEntries = 100_000

/** Opens the cache file at `path`; one that is missing or damaged is an empty cache. */
export function openCache(path: string): ResultCache {
  const stored = readEntries(path)
  const used = new Map<string, string>()
  let changed = false
  return {
    get(key) {
      const entry = stored.get(key)
      if (entry === undefined) return null
      used.set(key, entry)
      try {
        return JSON.parse(entry) as DraftReport
      } catch {
        return null
      }
    },
    set(key, report) {
      changed = true
      used.set(key, JSON.stringify(report))
    },
    save() {
      if (!changed) return
      const entries = readEntries(path)
      for (const [key, entry] of used) {
        entries.delete(key)
        entries.set(key, entry)
      }
      const kept = [...entries].slice(-mostEntries)
      try {
        writeFileAtomic(path, `${[header, ...kept.map(([key, entry]) => `${key} ${entry}`)].join('\n')}\n`)
      } catch {
        // A folder that cannot be written has no cache; the findings are the same.
      }
    },
  }
}

/** What an outcome depends on, as a digest: program, rules, options, the draft's name and bytes. */
export function cacheKey(
  program: string,
  ruleset: Ruleset,
  options: CheckOptions,
  name: string,
  bytes: Uint8Array,
): string {
  return createHash('sha256')
    .update(`${program}\0${rulesetDigest(ruleset)}\0${JSON.stringify(options)}\0${name}\0`)
    .update(bytes)
    .digest('hex')
    .slice(0, keyLength)
}

const digests = new WeakMap<Ruleset, string>()

function rulesetDigest(ruleset: Ruleset): string {
  let digest = digests.get(ruleset)
  if (digest === undefined) {
    const { rules, profiles, data } = ruleset
    digest = createHash('sha256')
      .update(JSON.stringify([rules, profiles, data]))
      .digest('hex')
    digests.set(ruleset, digest)
  }
  return digest
}

/** The entries of a cache file, unparsed. */
function readEntries(path: string): Map<string, string> {
  const entries = new Map<string, string>()
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return entries
  }
  if (!text.startsWith(`${header}\n`)) return entries
  let at = header.length + 1
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    if (end === -1) break
    entries.set(text.slice(at, at + keyLength), text.slice(at + keyLength + 1, end))
    at = end + 1
  }
  return entries
}
