#!/usr/bin/env node
/** The bench: `npm run bench`; `--help` says what it can. It judges nothing by time: a run on a busy machine is a busy run. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/lib/files.mjs'
import { page, tables } from './page.mjs'
import { editor } from './parts/editor.mjs'
import { growth } from './parts/growth.mjs'
import { many, slowPeers, warmCache } from './parts/many.mjs'
import { additions, stages } from './parts/stages.mjs'
import { startUp } from './parts/start-up.mjs'
import { hegao } from './program.mjs'

/** Benches that print their own lines. */
const script = (name, title, smokes) => (context) => {
  if (context.smoke && !smokes) return null
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, name), ...(context.smoke ? ['--smoke'] : [])],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.slice(0, 400)}`)
  return { title, against: null, rows: [], text: stdout.trim() }
}

const parts = {
  'start-up': startUp,
  many,
  peers: slowPeers,
  cache: warmCache,
  editor,
  stages,
  additions,
  growth,
  reader: script('reader.mjs', 'Reading', true),
  lsp: script('lsp.mjs', 'Language server: waits, bursts, memory', false),
}
/** Parts that run the built command line. */
const built = new Set(['start-up', 'many', 'peers', 'cache', 'editor', 'lsp'])

const usage = `Usage: node tests/bench/run.mjs [options]

Prints medians, spreads and ratios, and writes docs/performance.md.

  --only NAME,…   some of the parts; the page is then left alone, unless --write is given
  --write         write the page all the same
  --smoke         everything once and small, in seconds: no peers, no network, no page
  --no-peers      hegao alone
  --rounds N      so many rounds instead of its own number for a part that goes in rounds
  --files N       so many reports instead of 10,000
  --size N        so many characters to start from where lengths are doubled
  --patience MS   how long to wait before each round for the machine to be idle (10,000 if left out)
  --json          the results as JSON
  --help          this text

Parts: ${Object.keys(parts).join(', ')}`

const options = {
  only: { type: 'string' },
  smoke: { type: 'boolean', default: false },
  peers: { type: 'boolean', default: true },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  files: { type: 'string' },
  size: { type: 'string' },
  patience: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
}
const values = readOptions()
if (values.help) {
  console.log(usage)
  process.exit(0)
}

/** The command line; a mistake in it ends the run with one line. */
function readOptions() {
  try {
    return parseArgs({ options, allowNegative: true }).values
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    process.exit(2)
  }
}

const cache = join(root, '.cache/bench')
mkdirSync(cache, { recursive: true })
const number = (value) => (value === undefined ? undefined : Number(value))
const context = {
  cache,
  smoke: values.smoke,
  peers: values.peers && !values.smoke,
  rounds: number(values.rounds),
  files: number(values.files),
  size: number(values.size),
  patience: values.smoke ? 0 : (number(values.patience) ?? 10_000),
}

const wanted = values.only?.split(',') ?? Object.keys(parts)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
if (!existsSync(hegao) && wanted.some((name) => built.has(name))) {
  console.error('build first: node scripts/build.mjs')
  process.exit(2)
}

const store = join(cache, 'results.json')
const known = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {}
const results = {}
for (const name of wanted) {
  const result = await parts[name](context)
  if (result === null) continue
  results[name] = { ...result, at: new Date().toISOString().slice(0, 16) }
  if (!values.json) console.log(tables({ [name]: results[name] }))
}
if (values.json) console.log(JSON.stringify(results))
if (!values.smoke) {
  const all = { ...known, ...results }
  writeFileSync(store, JSON.stringify(all))
  if (values.write || values.only === undefined) {
    const ordered = Object.fromEntries(
      Object.keys(parts).flatMap((name) => (all[name] ? [[name, all[name]]] : [])),
    )
    writeFileSync(join(root, 'docs/performance.md'), page(ordered, join(root, 'docs/performance.md')))
  }
}
