import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './files.mjs'
import { importTypescript } from './import-typescript.mjs'
import { dataApart, lazily } from './lazy-modules.mjs'

const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'))

/** What all bundles have in common: one CommonJS file for Node, from source. ASCII, so that it loads as one-byte text. */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  conditions: ['source'],
  charset: 'ascii',
  supported: { 'dynamic-import': false },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
  define: { hegaoVersion: JSON.stringify(version), 'import.meta.url': 'moduleUrl' },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
}

/** Bundles the command line into packages/cli/dist: `hegao.js` starts `program.js`. */
export async function bundleCli() {
  const source = join(root, 'packages/cli/src')
  const dist = join(root, 'packages/cli/dist')
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n')
  const program = join(dist, 'program.js')
  await build({
    ...common,
    entryPoints: [join(source, 'hegao.ts')],
    outfile: program,
    minifyIdentifiers: true,
    plugins: [lazily, dataApart],
    external: ['./language-server.js'],
  })
  const ruleset = join(root, 'packages/core/src/ruleset')
  const { builtinDocs } = await importTypescript(join(ruleset, 'builtin-docs.generated.ts'))
  const { builtinPack } = await importTypescript(join(ruleset, 'builtin-pack.generated.ts'))
  const pack = JSON.stringify(builtinPack)
  writeFileSync(join(dist, 'docs.json'), JSON.stringify(builtinDocs))
  writeFileSync(join(dist, 'pack.utf16.json'), pack, 'utf16le')
  const code = ascii(readFileSync(program, 'utf8'))
  writeFileSync(program, `(function (exports, require, module, __filename, __dirname) {${code}\n})`)
  const digest = createHash('sha256').update(readFileSync(program)).update(pack).digest('hex').slice(0, 12)
  for (const name of readdirSync(dist))
    if (name.startsWith('program-') && !name.startsWith(`program-${digest}`)) rmSync(join(dist, name))
  for (const [name, entry] of [
    ['hegao.js', 'main'],
    ['worker.js', 'work'],
  ]) {
    await build({
      ...common,
      entryPoints: [join(source, 'launcher.ts')],
      outfile: join(dist, name),
      minifyIdentifiers: true,
      banner: entry === 'main' ? { js: '#!/usr/bin/env node' } : {},
      define: { ...common.define, programDigest: JSON.stringify(digest), entry: JSON.stringify(entry) },
    })
  }
  chmodSync(join(dist, 'hegao.js'), 0o755)
}

/** Bundles the language server beside the program: `hegao lsp` loads it. */
export async function bundleLanguageServer() {
  await build({
    ...common,
    entryPoints: [join(root, 'packages/language-server/src/main.ts')],
    outfile: join(root, 'packages/cli/dist/language-server.js'),
  })
}

/**
 * The program with every other character escaped. esbuild leaves those in regular expressions alone, and the launcher reads
 * the program as one byte a character, which is much faster.
 */
function ascii(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
