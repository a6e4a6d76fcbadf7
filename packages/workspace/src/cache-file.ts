import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { FileStamp } from './file-stamp.ts'
import type { DraftCounts } from './findings-file.ts'
import { openAtomic } from './write-file.ts'

/** One kept outcome: of which draft, under which rules and options, how much was found. Its report is a body apart. */
export interface CacheEntry {
  /** Digest of rules and options. */
  readonly context: string
  /** The draft's name. */
  readonly name: string
  /** The version of the file that was checked; null if the stamp cannot be trusted. */
  readonly stamp: FileStamp | null
  /** Digest of the file's bytes: {@link digestLength} bytes. */
  readonly digest: Buffer
  readonly counts: DraftCounts
}

/** Bytes of a digest of content. */
export const digestLength = 20

/**
 * A cache file that was opened for reading:
 *
 *     hegao-cache 2 LE␊                     what it is, and the byte order of its numbers
 *     {"path":…}{"path":…}…                 bodies: a report as JSON, one for each entry
 *     numbers · digests · names as JSON     the index: {@link width} doubles, 20 bytes, a string for each entry
 *     sha256 · offset · entries · length    the foot
 *
 * Only the index is in memory; bodies are read when they are asked for, in the order of the drafts as a rule.
 */
export interface CacheFile {
  readonly size: number
  entryAt(nth: number): CacheEntry
  countsAt(nth: number): DraftCounts
  /** Whether this version of the file is the one that was checked. */
  hasStamp(nth: number, stamp: FileStamp): boolean
  /** The entry of a draft under a context; -1 if there is none. */
  find(context: string, name: string): number
  /** The report as JSON; null if it is damaged. */
  bodyAt(nth: number): Uint8Array | null
  /** Whether the file at `path` is still this one, and nobody has written another. */
  isStill(path: string): boolean
  close(): void
}

/** What writes a new cache file. */
export interface CacheWriter {
  /** Takes the report in; returns what `commit` wants to know about it. @throws the system's error */
  add(body: Uint8Array): BodyPlace
  /** Writes the index and puts the file in its place. @throws the system's error */
  commit(program: string, entries: readonly (readonly [CacheEntry, BodyPlace])[]): void
  discard(): void
}

/** Where a body lies. */
export interface BodyPlace {
  readonly offset: number
  readonly length: number
  readonly sum: number
}

const byteOrder = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'LE' : 'BE'
const header = `hegao-cache 2 ${byteOrder}\n`
/** Numbers of an entry: context, size, modified, changed, inode, offset, length, sum, four severities, notes. */
const width = 13
const footLength = 32 + 3 * 8
/** So much is read at once where bodies are asked for one after the other. */
const windowSize = 65_536

interface Names {
  readonly program: string
  readonly contexts: readonly string[]
  readonly names: readonly string[]
}

/** Opens the cache file that `program` has written; null if there is none, or it is damaged or another program's. */
export function openCacheFile(path: string, program: string): CacheFile | null {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    const file = readIndex(descriptor, program)
    if (file !== null) return file
  } catch {
    // As good as none.
  }
  if (descriptor !== undefined) closeSync(descriptor)
  return null
}

function readIndex(descriptor: number, program: string): CacheFile | null {
  const own = fstatSync(descriptor)
  if (own.size < header.length + footLength) return null
  if (readAt(descriptor, 0, header.length).toString('latin1') !== header) return null
  const foot = readAt(descriptor, own.size - footLength, footLength)
  const [start = 0, size = 0, numbersLength = 0] = doubles(foot.subarray(32))
  if (start + numbersLength > own.size || own.size - footLength < start) return null
  const index = readAt(descriptor, start, own.size - footLength - start)
  if (!createHash('sha256').update(index).digest().equals(foot.subarray(0, 32))) return null
  const numbers = doubles(index.subarray(0, numbersLength))
  const digests = index.subarray(numbersLength, numbersLength + size * digestLength)
  const known = JSON.parse(index.toString('utf8', numbersLength + size * digestLength)) as Names
  if (known.program !== program) return null
  const positions = positionsOf(known, numbers)
  const read = bodyReader(descriptor)
  const countsAt = (nth: number): DraftCounts => {
    const at = nth * width
    return {
      errors: numbers[at + 8] as number,
      warnings: numbers[at + 9] as number,
      infos: numbers[at + 10] as number,
      hints: numbers[at + 11] as number,
      notes: numbers[at + 12] as number,
      baselined: 0,
      incomplete: false,
    }
  }
  return {
    size,
    countsAt,
    hasStamp(nth, { size: length, modified, changed, inode }) {
      const at = nth * width
      return (
        numbers[at + 1] === length &&
        numbers[at + 2] === modified &&
        numbers[at + 3] === changed &&
        numbers[at + 4] === inode
      )
    },
    entryAt(nth) {
      const at = nth * width
      const number = (field: number): number => numbers[at + field] as number
      const stamp = { size: number(1), modified: number(2), changed: number(3), inode: number(4) }
      return {
        context: known.contexts[number(0)] as string,
        name: known.names[nth] as string,
        stamp: stamp.size < 0 ? null : stamp,
        digest: digests.subarray(nth * digestLength, (nth + 1) * digestLength),
        counts: countsAt(nth),
      }
    },
    find: (context, name) => positions.get(context)?.get(name) ?? -1,
    bodyAt(nth) {
      const at = nth * width
      const body = read(numbers[at + 5] as number, numbers[at + 6] as number)
      return body && crc32(body) === numbers[at + 7] ? body : null
    },
    isStill(path) {
      let other: number | undefined
      try {
        other = openSync(path, 'r')
        const { ino, mtimeMs, size: length } = fstatSync(other)
        return ino === own.ino && mtimeMs === own.mtimeMs && length === own.size
      } catch {
        return false
      } finally {
        if (other !== undefined) closeSync(other)
      }
    },
    close: () => closeSync(descriptor),
  }
}

function positionsOf({ contexts, names }: Names, numbers: Float64Array): Map<string, Map<string, number>> {
  const byContext = contexts.map(() => new Map<string, number>())
  for (const [nth, name] of names.entries()) byContext[numbers[nth * width] as number]?.set(name, nth)
  return new Map(contexts.map((context, nth) => [context, byContext[nth] as Map<string, number>]))
}

/** Reads stretches of the file; where one follows the other, many at once. */
function bodyReader(descriptor: number): (offset: number, length: number) => Uint8Array | null {
  let window: Buffer = Buffer.alloc(0)
  let start = 0
  let next = -1
  return (offset, length) => {
    const inside = offset >= start && offset + length <= start + window.length
    if (!inside) {
      try {
        window = readAt(descriptor, offset, offset === next ? Math.max(windowSize, length) : length)
      } catch {
        return null
      }
      start = offset
      if (window.length < length) return null
    }
    next = offset + length
    return window.subarray(offset - start, offset - start + length)
  }
}

/** Up to so many bytes from the offset on: fewer at the end of the file. */
function readAt(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, offset + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

/** The bytes as doubles; they are copied to where doubles may lie. */
function doubles(bytes: Uint8Array): Float64Array {
  return new Float64Array(new Uint8Array(bytes).buffer)
}

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Begins a new cache file for `path`. @throws the system's error if the folder cannot be written */
export function writeCacheFile(path: string): CacheWriter {
  const file = openAtomic(path)
  file.write(header)
  let offset = header.length
  return {
    add(body) {
      file.write(body)
      const place = { offset, length: body.length, sum: crc32(body) }
      offset += body.length
      return place
    },
    commit(program, entries) {
      const contexts = [...new Set(entries.map(([entry]) => entry.context))]
      const numbers = new Float64Array(entries.length * width)
      const digests = Buffer.alloc(entries.length * digestLength)
      for (const [nth, [{ context, stamp, digest, counts }, place]] of entries.entries()) {
        const stamped = stamp ?? { size: -1, modified: 0, changed: 0, inode: 0 }
        const fields = [
          contexts.indexOf(context),
          ...[stamped.size, stamped.modified, stamped.changed, stamped.inode],
          ...[place.offset, place.length, place.sum],
          ...[counts.errors, counts.warnings, counts.infos, counts.hints, counts.notes],
        ]
        numbers.set(fields, nth * width)
        digests.set(digest, nth * digestLength)
      }
      const names = JSON.stringify({ program, contexts, names: entries.map(([{ name }]) => name) })
      const parts = [bytesOf(numbers), digests, Buffer.from(names, 'utf8')]
      const hash = createHash('sha256')
      for (const part of parts) {
        hash.update(part)
        file.write(part)
      }
      file.write(hash.digest())
      file.write(bytesOf(new Float64Array([offset, entries.length, numbers.byteLength])))
      file.commit()
    },
    discard: () => file.discard(),
  }
}
