import { setFlagsFromString } from 'node:v8'

/** What the launcher gives to the program. */
declare const require: {
  /** Loads a file beside it, from V8's code cache. */
  (file: string): unknown
  /** Whether that cache held the file's code. */
  readonly isKept: (file: string) => boolean
}

interface Server {
  readonly serveProcess: (opened?: (length: number) => void) => void
}

/** A bundle of its own: the program does not hold it. */
const server = './language-server.js'
/** Drafts of so many characters and more are long. */
const long = 50_000

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
  const { serveProcess } = require(server) as Server
  // The code cache is for the flags under which it is written, and V8 does not tell what this one was.
  if (require.isKept(server)) serveProcess(optimiseFor)
  else serveProcess()
  // This one is for long runs too: a version of a draft lasts no longer than a draft.
  setFlagsFromString('--no-allocation-site-pretenuring')
  return new Promise(() => {})
}

/** How much runs before V8 looks whether to optimise it, in its own measure: in drafts of usual length, and in long ones as V8 of Node 20 has it. */
const budgets = { usual: 260_000, long: 67_584 }
let isLong = false

/**
 * Has V8 optimise later than it would by itself, as long as drafts are of usual length. It does so beside the server, on a core that
 * the editor needs as well: the slowest twentieth of characters typed takes an eighth to a quarter less time when fewer functions are
 * optimised meanwhile, and all others take some tenth of a millisecond more. In a long draft that would be more than one.
 */
function optimiseFor(length: number): void {
  isLong ||= length >= long
  setFlagsFromString(`--interrupt-budget=${isLong ? budgets.long : budgets.usual}`)
}
