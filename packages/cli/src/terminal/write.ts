import { writeSync } from 'node:fs'
import { milliseconds } from '@hegao/workspace'

/** Thrown when whoever read our output has gone away (`hegao check | head`): the run ends quietly. */
export class ClosedPipe extends Error {}

/**
 * Writes all of the content to a file descriptor. A pipe may take a part only, or ask to come again (EAGAIN), once anything
 * in the process has set it non-blocking.
 * @throws ClosedPipe if the reader has gone away
 */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written, bytes.length - written)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EPIPE') throw new ClosedPipe()
      if (code !== 'EAGAIN') throw error
      Atomics.wait(pause, 0, 0, 2)
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/** Gathers small pieces, so that the system is called for large ones. */
export interface Gathering {
  write(content: string | Uint8Array): void
  /** Hands on what is there. */
  flush(): void
}

/** What a pipe takes at once. */
const pieceSize = 65_536
/** Whoever reads along waits no longer than so many milliseconds for what is there. */
const longestWait = 100

/** Gathers what is written and hands it on in pieces of 64 KiB, or what there is if the last piece was some time ago. */
export function gather(out: (content: Uint8Array) => void): Gathering {
  const piece = new Uint8Array(pieceSize)
  let filled = 0
  let last = milliseconds()
  const flush = (): void => {
    if (filled > 0) out(piece.subarray(0, filled))
    filled = 0
    last = milliseconds()
  }
  return {
    write(content) {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      if (filled + bytes.length > pieceSize) flush()
      if (bytes.length > pieceSize) out(bytes)
      else {
        piece.set(bytes, filled)
        filled += bytes.length
      }
      if (milliseconds() - last > longestWait) flush()
    },
    flush,
  }
}
