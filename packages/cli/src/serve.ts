import { setFlagsFromString } from 'node:v8'

/** What the launcher gives to the program: loads a file beside it, from V8's code cache. */
declare const require: (file: string) => unknown
/** A bundle of its own: the program does not hold it. */
const server = './language-server.js'

/** Runs the language server until the client leaves. */
export function serve(ipc: boolean): Promise<number> {
  // The server's library finds its channel in the process's arguments.
  if (!ipc && !process.argv.includes('--stdio')) process.argv.push('--stdio')
  // The launcher's flags are for short runs; a server runs all day. Node's own modules, too, load several times as fast under
  // the flags for which they were compiled.
  setFlagsFromString('--opt')
  setFlagsFromString('--regexp-tier-up')
  setFlagsFromString('--baseline-batch-compilation')
  setFlagsFromString('--allocation-site-pretenuring')
  require(server)
  // This one is for long runs too: a version of a draft lasts no longer than a draft.
  setFlagsFromString('--no-allocation-site-pretenuring')
  return new Promise(() => {})
}
