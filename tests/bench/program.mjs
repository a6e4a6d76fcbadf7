import { join } from 'node:path'
import { build } from 'esbuild'
import { generate } from '../../scripts/generate.mjs'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { importTypescript } from '../../scripts/lib/import-typescript.mjs'

/** The command line as it is shipped: `node scripts/build.mjs` makes it. */
export const hegao = join(root, 'packages/cli/dist/hegao.js')

let core

/** The core with its inner stages, bundled from source. */
export async function loadCore() {
  if (core) return core
  await generate()
  const entry = join(root, 'tests/bench/core-entry.ts')
  core = await importTypescript(entry)
  return core
}

/** What the command line makes of a checked draft, with core and workspace, bundled from source. */
export async function loadOutput() {
  await generate()
  return importTypescript(join(root, 'tests/bench/output-entry.ts'))
}

/** remark-parse alone and the project's full stack, as functions of a text. */
export async function loadRemark() {
  const outfile = join(root, '.cache/scripts', `bench-remark-${process.pid}.mjs`)
  await build({
    stdin: {
      contents:
        "import { unified } from 'unified'\nimport remarkParse from 'remark-parse'\nconst processor = unified().use(remarkParse).freeze()\nexport const parse = (text) => processor.parse(text)\n",
      resolveDir: join(root, 'packages/core'),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
  return (await import(outfile)).parse
}

export { listFiles, root }
