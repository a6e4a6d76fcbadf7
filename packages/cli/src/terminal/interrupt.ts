/**
 * Makes Ctrl-C end the process through `exit`, where temporary files are taken away. The signal is noticed between two
 * drafts, never in the middle of a write.
 */
export function endOnInterrupt(): void {
  if (process.listenerCount('SIGINT') > 0) return
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
}

/** Seconds of work after which a signal is let in. */
const longestDeafness = 0.05

/** Lets signals in now and then: to be asked between any two steps of a long run, and awaited if it gives a promise. */
export function breathing(): () => Promise<void> | null {
  // The clock of `performance` would load eight of Node's modules.
  let last = process.uptime()
  return () => {
    if (process.uptime() - last < longestDeafness) return null
    return breathe().then(() => {
      last = process.uptime()
    })
  }
}

/** Lets signals in. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
