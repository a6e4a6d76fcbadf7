import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from './files.mjs'

/** Bundles a TypeScript module of the project and imports it: for scripts that run before anything is built. */
export async function importTypescript(path) {
  const outfile = join(root, '.cache/scripts', `${basename(path, '.ts')}-${process.pid}.mjs`)
  mkdirSync(join(root, '.cache/scripts'), { recursive: true })
  await build({
    entryPoints: [path],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
  return import(`${pathToFileURL(outfile).href}?at=${Date.now()}`)
}
