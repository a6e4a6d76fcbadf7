import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type Draft, type DraftFormat, formatOfPath } from '@hegao/core'
import { decode, type Encoding } from './decode.ts'
import { type Problem, problem, systemReason } from './problem.ts'

/** The largest draft that is read, in bytes. A report of 200,000 characters is half a megabyte. */
export const sizeLimit = 50 * 1024 * 1024

/** A draft as it lies on disk, and what is needed to write it back the same way. */
export interface DraftFile {
  readonly draft: Draft
  /** The file as read, for cache keys and for noticing that it changed meanwhile. */
  readonly bytes: Buffer
  readonly encoding: Encoding
  readonly bom: boolean
}

/** Reads and decodes the draft at `path`; `name` is the path that messages show. Never throws. */
export function readDraft(path: string, name: string = path): DraftFile | Problem {
  const bytes = readBytes(path, name)
  return Buffer.isBuffer(bytes) ? decodeDraft(bytes, name) : bytes
}

/** As {@link readDraft}, for bytes that came another way, e.g. from standard input. */
export function decodeDraft(
  bytes: Buffer,
  name: string,
  format: DraftFormat = formatOfPath(name),
): DraftFile | Problem {
  if (bytes.length > sizeLimit) return tooLarge(name, bytes.length)
  const decoded = decode(bytes)
  if ('error' in decoded) {
    return problem(
      name,
      `无法读取稿件：${decoded.error['zh-CN']}`,
      `Cannot read the draft: ${decoded.error.en}`,
    )
  }
  return {
    draft: { path: name, format, text: decoded.text },
    bytes,
    encoding: decoded.encoding,
    bom: decoded.bom,
  }
}

/** Whether the outcome is a problem rather than what was asked for. */
export function isProblem(value: object): value is Problem {
  return 'message' in value
}

/** The file's bytes, unless it is no file, cannot be read, or is over the limit. */
function readBytes(path: string, name: string): Buffer | Problem {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    const stat = fstatSync(descriptor)
    if (stat.isDirectory())
      return problem(name, '无法读取稿件：这是文件夹', 'Cannot read the draft: it is a folder')
    if (stat.size > sizeLimit) return tooLarge(name, stat.size)
    return stat.isFile() ? readKnownSize(descriptor, stat.size) : readToEnd(descriptor)
  } catch (error) {
    const reason = systemReason(error)
    return problem(name, `无法读取稿件：${reason['zh-CN']}`, `Cannot read the draft: ${reason.en}`)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function readKnownSize(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  let filled = 0
  while (filled < size) {
    const count = readSync(descriptor, bytes, filled, size - filled, null)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

/** For pipes and devices, whose size is not known beforehand. Stops one byte over the limit. */
function readToEnd(descriptor: number): Buffer {
  const chunks: Buffer[] = []
  let total = 0
  while (total <= sizeLimit) {
    const chunk = Buffer.allocUnsafe(65_536)
    const count = readSync(descriptor, chunk, 0, chunk.length, null)
    if (count === 0) break
    chunks.push(chunk.subarray(0, count))
    total += count
  }
  return Buffer.concat(chunks)
}

function tooLarge(name: string, size: number): Problem {
  const megabytes = (size / 1024 / 1024).toFixed(1)
  const limit = sizeLimit / 1024 / 1024
  return problem(
    name,
    `稿件 ${megabytes} MB，超过上限 ${limit} MB，未检查；请拆分后再核`,
    `The draft has ${megabytes} MB, over the limit of ${limit} MB, and was not checked; split it`,
  )
}
