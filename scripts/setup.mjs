#!/usr/bin/env node
// From a fresh clone to a built program with nothing but Node and npm. What is up to date is left alone.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listFiles, root } from './lib/files.mjs'
import { run } from './lib/run.mjs'

/** The package manager of this project; it needs no installation of its own. */
export const pnpm = 'pnpm@10.34.9'

/** Installs and builds whatever is out of date; ends the process if that fails. */
export async function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`hegao needs Node 20.19 or newer; this is ${process.versions.node}`)
    process.exit(1)
  }
  if (!isInstalled()) alone(install)
  if (!isBuilt()) alone(build)
}

/** Does something unless another process is doing it, which is then waited for. */
function alone(work) {
  const lock = join(root, 'node_modules', '.hegao-setup')
  const wait = new Int32Array(new SharedArrayBuffer(4))
  mkdirSync(dirname(lock), { recursive: true })
  for (let waited = 0; ; waited += 100) {
    try {
      mkdirSync(lock)
      break
    } catch {
      // A lock older than five minutes was left behind by a process that is no more.
      if (waited > 300_000) rmSync(lock, { recursive: true, force: true })
      Atomics.wait(wait, 0, 0, 100)
    }
  }
  const unlock = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', unlock)
  work()
  unlock()
}

const stampFile = join(root, 'packages/cli/dist/.stamp')

/** Whether the program was built from the sources as they are. */
function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesStamp()
}

function build() {
  if (isBuilt()) return
  const stamp = sourcesStamp()
  const code = run(process.execPath, ['scripts/build.mjs'])
  if (code !== 0) process.exit(code)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** Whether the dependencies in place are those of the lock file: pnpm keeps the lock file that it installed from. */
function isInstalled() {
  const installed = join(root, 'node_modules/.pnpm/lock.yaml')
  return (
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  )
}

function install() {
  if (isInstalled()) return
  const code = run('npx', [
    '-y',
    pnpm,
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    '--loglevel=warn',
  ])
  if (code === 0) return
  console.error(
    'The dependencies could not be installed. Is the npm registry within reach? Then run the command again.',
  )
  process.exit(code)
}

/** Changes when any file changes that the build reads: its size or the time of its last change. */
function sourcesStamp() {
  const sum = createHash('sha256').update(process.version)
  const folders = ['packages', 'rules', 'schemas', 'scripts', 'extension/src']
  for (const path of folders.flatMap((folder) => listFiles(join(root, folder), ''))) {
    if (path.includes('.generated.') || path.endsWith('.test.ts')) continue
    const { size, mtimeMs } = statSync(path)
    sum.update(`${relative(root, path)} ${size} ${mtimeMs}\n`)
  }
  return sum.update(readFileSync(join(root, 'pnpm-lock.yaml'))).digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp()
