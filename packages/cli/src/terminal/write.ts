import { writeSync } from 'node:fs'

/** Thrown when whoever read our output has gone away (`hegao check | head`): the run ends quietly. */
export class ClosedPipe extends Error {}

/**
 * Writes all of the text to a file descriptor. A pipe may take a part only, or ask to come again (EAGAIN), once anything
 * in the process has set it non-blocking.
 * @throws ClosedPipe if the reader has gone away
 */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
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
