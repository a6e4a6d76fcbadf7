import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A file that is written bit by bit and appears when all of it is there. */
export interface AtomicFile {
  /** @throws the system's error if it cannot be written; nothing is left behind then */
  write(content: string | Uint8Array): void
  /** Puts the file in its place. @throws as {@link AtomicFile.write} */
  commit(): void
  /** Gives it up; the old file stays. */
  discard(): void
}

/** So many bytes are written at once. */
const chunkSize = 262_144

/**
 * Writes a file so that it is either the old one or the new one, never half of it: into a temporary file beside it, then
 * renamed. A symbolic link stays one; the file keeps its mode.
 * @throws the system's error if the folder or the file cannot be written; nothing is left behind then
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  const file = openAtomic(path)
  file.write(content)
  file.commit()
}

/** As {@link writeFileAtomic}, for what is not at hand all at once. @throws as that does */
export function openAtomic(path: string): AtomicFile {
  const target = targetOf(path)
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  const descriptor = openSync(temporary, 'wx')
  let chunks: Uint8Array[] = []
  let waiting = 0
  let open = true
  const forget = (): void => rmSync(temporary, { force: true })
  process.once('exit', forget)
  const close = (): void => {
    if (open) closeSync(descriptor)
    open = false
  }
  const end = (): void => {
    process.removeListener('exit', forget)
  }
  const orForget = (step: () => void): void => {
    try {
      step()
    } catch (error) {
      close()
      forget()
      end()
      throw error
    }
  }
  const flush = (): void => {
    for (const chunk of chunks)
      for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at, chunk.length - at)
    chunks = []
    waiting = 0
  }
  return {
    write: (content) =>
      orForget(() => {
        const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
        chunks.push(bytes)
        waiting += bytes.length
        if (waiting >= chunkSize) flush()
      }),
    commit: () =>
      orForget(() => {
        flush()
        close()
        const mode = modeOf(target)
        if (mode !== null) chmodSync(temporary, mode)
        renameSync(temporary, target)
        end()
      }),
    discard: () => {
      close()
      forget()
      end()
    },
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function modeOf(path: string): number | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? stat.mode & 0o7777 : null
}
