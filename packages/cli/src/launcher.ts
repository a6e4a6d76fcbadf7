// The first thing that runs: dist/hegao.js. It compiles the real program from V8's code cache, which it keeps beside the
// program, and starts it. Plain requires only: whatever is loaded here is paid for by every run.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

declare const programDigest: string
/** Which of the program's two entries this launcher starts: the command line, or a worker thread of it. */
declare const entry: 'main' | 'work'

interface Program {
  readonly main: (argv: readonly string[], build: string) => Promise<number>
  readonly work: () => Promise<void>
}

// A short run ends before optimised code would pay, but not before V8 has queued it, and the process then waits for it.
// Large inputs turn optimisation on again (workspace/optimise.ts).
if (entry === 'main') setFlagsFromString('--no-opt')

const path = join(__dirname, 'program.js')
const cachePath = join(__dirname, `program-${programDigest}-${process.version}-${process.arch}.cache`)
// The program is ASCII and already the function that Node makes of a module: it is compiled as it lies there.
const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData: readCache() })
const loaded: { exports: Partial<Program> } = { exports: {} }
script.runInThisContext()(loaded.exports, createRequire(path), loaded, path, __dirname)
const { main, work } = loaded.exports as Program
if (entry === 'work') void work()
else {
  main(process.argv.slice(2), programDigest).then(
    (code) => {
      process.exitCode = code
      if (script.cachedDataRejected !== false) writeCache()
    },
    () => {
      process.exitCode = 2
    },
  )
}

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cachePath)
  } catch {
    return undefined
  }
}

/** Keeps what this run compiled for the next one; where the folder cannot be written, every run compiles anew. */
function writeCache(): void {
  const temporary = `${cachePath}.${process.pid}`
  try {
    writeFileSync(temporary, script.createCachedData())
    renameSync(temporary, cachePath)
  } catch {
    rmSync(temporary, { force: true })
  }
}
