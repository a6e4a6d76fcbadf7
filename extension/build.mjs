#!/usr/bin/env node
// Bundles the extension and the language server into extension/dist: everything that the editor needs, and nothing else.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)

const common = {
  absWorkingDir: root,
  bundle: true,
  conditions: ['source'],
  legalComments: 'none',
  logLevel: 'warning',
  minify: true,
  target: 'es2022',
}

/** In a worker there is no document: dependencies that use one in the browser have another build for that. */
const inWorker = ['source', 'worker']

/** Bundles the language server for Node into one CommonJS file. */
export async function bundleServer(outfile) {
  await build({
    ...common,
    entryPoints: ['packages/language-server/src/main.ts'],
    outfile,
    platform: 'node',
    format: 'cjs',
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    define: { 'import.meta.url': 'moduleUrl' },
  })
}

/** Bundles the language server for a browser's worker. */
export async function bundleWorker(outfile) {
  await build({
    ...common,
    entryPoints: ['packages/language-server/src/worker.ts'],
    outfile,
    platform: 'browser',
    conditions: inWorker,
    format: 'iife',
  })
}

/** Bundles everything that the extension ships: clients and servers for the desktop and for the browser, and the schemas. */
export async function buildExtension(dist = join(here, 'dist')) {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  const client = { ...common, format: 'cjs', external: ['vscode'] }
  await Promise.all([
    bundleServer(join(dist, 'server.js')),
    bundleWorker(join(dist, 'server.browser.js')),
    build({
      ...client,
      entryPoints: ['extension/src/extension.ts'],
      outfile: join(dist, 'extension.js'),
      platform: 'node',
    }),
    build({
      ...client,
      entryPoints: ['extension/src/extension.browser.ts'],
      outfile: join(dist, 'extension.browser.js'),
      platform: 'browser',
      conditions: inWorker,
    }),
  ])
  for (const name of ['config', 'rule', 'profile', 'pack', 'baseline', 'terms', 'links'])
    copySchema(join(root, `schemas/${name}.schema.json`), join(dist, `${name}.schema.json`))
}

/** Without its address, a schema's references lead to the files beside it and never to a network. */
function copySchema(from, to) {
  const { $id: _, ...schema } = JSON.parse(readFileSync(from, 'utf8'))
  writeFileSync(to, JSON.stringify(schema))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildExtension()
