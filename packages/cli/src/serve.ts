import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

/** Runs the language server, a bundle of its own beside the program, until the client leaves. */
export function serve(ipc: boolean): Promise<number> {
  // The launcher turned the optimiser off, for short runs; a server runs all day.
  setFlagsFromString('--opt')
  // The server's library finds its channel in the process's arguments.
  if (!ipc && !process.argv.includes('--stdio')) process.argv.push('--stdio')
  createRequire(__filename)(join(__dirname, 'language-server.js'))
  return new Promise(() => {})
}
