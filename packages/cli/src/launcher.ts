// The first thing that runs: dist/hegao.js. It compiles the real program, and the libraries that the program asks for, from
// V8's code cache, which it keeps beside them. Plain requires only: whatever is loaded here is paid for by every run.
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

declare const programDigest: string
/** Which of the program's two entries this launcher starts: the command line, or a worker thread of it. */
declare const entry: 'main' | 'work'

interface Program {
  readonly main: (argv: readonly string[], build: string) => Promise<number>
  readonly work: () => Promise<void>
}

/** A file beside this one: a function that Node would make of a module. */
interface LoadedFile {
  readonly script: Script
  readonly exports: unknown
}

const files = new Map<string, LoadedFile>()
const data = new Map<string, unknown>()

/** Where files are read into, one after the other: memory that is touched for the first time costs more than reading. */
let room = Buffer.allocUnsafeSlow(1 << 21)

/** Whether the code of a file came from its cache. */
load.isKept = (name: string): boolean => files.get(name)?.script.cachedDataRejected === false

if (entry === 'main') {
  // A short run ends before optimised code would pay, but not before V8 has queued it. Large inputs turn optimisation on
  // again (workspace/optimise.ts).
  setFlagsFromString('--no-opt')
  // Most patterns run a few times only: interpreting them first means to compile them twice.
  setFlagsFromString('--no-regexp-tier-up')
  // What has become warm is compiled at once: to wait until there is enough for a batch means to interpret it meanwhile.
  setFlagsFromString('--no-baseline-batch-compilation')
  // Something of a draft is alive whenever V8 collects, so that it would put all of the next one among what it takes for lasting,
  // where it waits for a full collection. Nothing of a draft lasts.
  setFlagsFromString('--no-allocation-site-pretenuring')
  process.once('exit', keepServer)
  const { main } = load('./program.js') as Program
  main(process.argv.slice(2), programDigest).then(leave, () => leave(2))
} else {
  // The code cache is for the flags under which it was written; the work of a worker is long.
  setFlagsFromString('--no-opt')
  const { work } = load('./program.js') as Program
  setFlagsFromString('--opt')
  void work()
}

/** Ends the process at once. Everything is written; to wait would mean to collect garbage that nobody will miss. */
function leave(code: number): void {
  // Another command, or a check of nothing, would keep what it compiled, and not what checking needs.
  if (process.argv[2] === 'check' && code < 2) {
    // The cache is for the flags with which the next run begins, whatever this one has changed.
    setFlagsFromString('--no-opt')
    for (const [name, { script }] of files) keepCompiled(name, script)
  }
  process.exit(code)
}

/** Keeps what a language server compiled, under V8's own flags; it is ended by its client, from inside. */
function keepServer(): void {
  const server = files.get('./language-server.js')
  if (!server) return
  // As it was when the server was loaded (serve.ts).
  setFlagsFromString('--allocation-site-pretenuring')
  keepCompiled('./language-server.js', server.script)
}

/** What `require` is to the program: files beside it come from the code cache, data in UTF-16, which needs no decoding. */
function load(name: string): unknown {
  if (!name.startsWith('./')) return require(name)
  const known = files.get(name)
  if (known) return known.exports
  const filename = `${__dirname}/${name.slice(2)}`
  if (name.endsWith('.utf16.json')) {
    if (!data.has(name)) data.set(name, JSON.parse(read(filename).toString('utf16le')))
    return data.get(name)
  }
  // ASCII, and compiled as it lies there.
  const source = read(filename).toString('latin1')
  const script = new Script(source, { filename, cachedData: readCache(name) })
  const module = { exports: {} }
  files.set(name, { script, exports: module.exports })
  script.runInThisContext()(module.exports, load, module, filename, __dirname)
  files.set(name, { script, exports: module.exports })
  return module.exports
}

function cachePath(name: string): string {
  return `${__dirname}/${name.slice(2, -3)}-${programDigest}-${process.version}-${process.arch}.cache`
}

function readCache(name: string): Buffer | undefined {
  try {
    return read(cachePath(name))
  } catch {
    return undefined
  }
}

/** The bytes of a file, until the next one is read. */
function read(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > room.length) room = Buffer.allocUnsafeSlow(size)
    let filled = 0
    for (let got = -1; got !== 0 && filled < size; filled += got)
      got = readSync(file, room, filled, size - filled, null)
    return room.subarray(0, filled)
  } finally {
    closeSync(file)
  }
}

/** Keeps what this run compiled for the next one; where the folder cannot be written, every run compiles anew. */
function keepCompiled(name: string, script: Script): void {
  if (script.cachedDataRejected === false) return
  const path = cachePath(name)
  const temporary = `${path}.${process.pid}`
  try {
    writeFileSync(temporary, script.createCachedData())
    renameSync(temporary, path)
  } catch {
    rmSync(temporary, { force: true })
  }
}
