import { setFlagsFromString } from 'node:v8'

/** From so many bytes of input on, V8's optimised code pays for itself. */
const worthwhile = 150_000
let total = 0

/**
 * Counts what is read. The command line starts with V8's optimiser off, since a short run would end before it pays, and
 * would still wait for it at exit; once there is enough to do it is turned on.
 */
export function countInput(bytes: number): void {
  if (total > worthwhile) return
  total += bytes
  if (total > worthwhile) setFlagsFromString('--opt')
}

/**
 * Makes the collector of all threads begin when a quarter of what the heap may still grow by is used up: a long run is as
 * fast in half the memory. Nor may V8 put new objects among the old ones where it has seen some survive: nothing of a draft
 * does, and what lies there waits for a full collection. To be called when every thread has compiled the program: code
 * caches are for the flags under which they were written.
 */
export function collectEarly(): void {
  setFlagsFromString('--incremental-marking-soft-trigger=15')
  setFlagsFromString('--incremental-marking-hard-trigger=25')
  setFlagsFromString('--no-allocation-site-pretenuring')
}
