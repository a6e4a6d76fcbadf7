import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compileAhead } from './compile-ahead.mjs'
import { root } from './files.mjs'
import { importTypescript } from './import-typescript.mjs'
import { dataApart, lazily, libraries, librarySource, validators } from './lazy-modules.mjs'

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
  minifyIdentifiers: true,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
  define: { hegaoVersion: JSON.stringify(version), 'import.meta.url': 'moduleUrl' },
}

/** For libraries that ask where they lie. */
const moduleUrl = { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' }

/**
 * Bundles the command line into packages/cli/dist: `hegao.js` starts `program.js`, which loads the language server and the
 * libraries beside it when they are needed.
 */
export async function bundleCli() {
  const source = join(root, 'packages/cli/src')
  const dist = join(root, 'packages/cli/dist')
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n')
  const folders = new Map()
  const apart = {
    plugins: [lazily(folders), dataApart],
    external: Object.keys(libraries).map((file) => `./${file}.js`),
  }
  const files = {
    'program.js': await code({ entryPoints: [join(source, 'hegao.ts')], ...apart }),
    'language-server.js': await code({
      entryPoints: [join(root, 'packages/language-server/src/index.ts')],
      ...apart,
    }),
    'validators.js': await code({ entryPoints: [join(root, validators)] }),
    ...(await bundleLibraries(folders)),
  }
  const ruleset = join(root, 'packages/core/src/ruleset')
  const { builtinDocs } = await importTypescript(join(ruleset, 'builtin-docs.generated.ts'))
  const { builtinPack } = await importTypescript(join(ruleset, 'builtin-pack.generated.ts'))
  const pack = JSON.stringify(builtinPack)
  writeFileSync(join(dist, 'docs.json'), JSON.stringify(builtinDocs))
  writeFileSync(join(dist, 'pack.utf16.json'), pack, 'utf16le')
  const sum = createHash('sha256').update(pack)
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(dist, name), text)
    sum.update(text)
  }
  const digest = sum.digest('hex').slice(0, 12)
  for (const name of readdirSync(dist)) if (name.endsWith('.cache')) rmSync(join(dist, name))
  for (const [name, entry] of [
    ['hegao.js', 'main'],
    ['worker.js', 'work'],
  ]) {
    await build({
      ...common,
      entryPoints: [join(source, 'launcher.ts')],
      outfile: join(dist, name),
      banner: entry === 'main' ? { js: '#!/usr/bin/env node' } : {},
      define: { ...common.define, programDigest: JSON.stringify(digest), entry: JSON.stringify(entry) },
    })
  }
  chmodSync(join(dist, 'hegao.js'), 0o755)
  await compileAhead(join(dist, 'hegao.js'))
}

/** The libraries that the program loads by itself, each with all that it needs in one file. */
async function bundleLibraries(folders) {
  const files = {}
  for (const [file, packages] of Object.entries(libraries)) {
    const resolveDir = folders.get(Object.keys(packages)[0])
    files[`${file}.js`] = await code({
      stdin: { contents: librarySource(file), resolveDir, loader: 'js' },
      ...(file === 'help' ? { banner: moduleUrl } : {}),
    })
  }
  return files
}

/**
 * A bundle as the launcher loads it: the function that Node makes of a module, with every character beyond ASCII escaped.
 * esbuild leaves those in regular expressions alone; read as one byte a character, a file loads much faster.
 */
async function code(options) {
  const { outputFiles } = await build({ ...common, ...options, write: false })
  const text = outputFiles[0].text.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `(function (exports, require, module, __filename, __dirname) {${text}\n})`
}
