import { setFlagsFromString } from 'node:v8'

/** What the launcher gives to the program: loads a file beside it, from V8's code cache. */
declare const require: (file: string) => unknown
/** A bundle of its own: the program does not hold it. */
const server = './language-server.js'

/** Runs the language server until the client leaves. */
export function serve(ipc: boolean): Promise<number> {
  // The server's library finds its channel in the process's arguments.
  if (!ipc && !process.argv.includes('--stdio')) process.argv.push('--stdio')
  require(server)
  // The launcher turned the optimiser off, for short runs; a server runs all day.
  setFlagsFromString('--opt')
  return new Promise(() => {})
}
