/**
 * Makes Ctrl-C end the process through `exit`, where temporary files are taken away. The signal is noticed between two
 * drafts, never in the middle of a write.
 */
export function endOnInterrupt(): void {
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
}

/** Lets signals in. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
