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
 * Has every thread collect its young garbage by itself: helpers would take the cores on which the others check, and of a
 * draft that is done there is next to nothing left to look at. To be called when every thread has compiled the program: code
 * caches are for the flags under which they were written.
 */
export function collectAlone(): void {
  setFlagsFromString('--no-parallel-scavenge')
}
