import { dirname } from 'node:path'

/**
 * What of a package is used (any other name fails the build): functions, classes, a default export that is called, one
 * that is called as a method of its caller (a unified plugin), or methods of the default export; and where it is taken from,
 * if not from the package's main entry.
 *
 * @typedef {{ functions?: string[], classes?: string[], callable?: boolean, plugin?: boolean, methods?: string[], from?: string }} Uses
 */

/**
 * Dependencies that most runs never call. Each file of these lies beside the program and is loaded at the first call of
 * anything in it; the program holds stand-ins.
 *
 * @type {Record<string, Record<string, Uses>>}
 */
export const libraries = {
  markdown: {
    unified: { functions: ['unified'] },
    'remark-parse': { plugin: true },
    'remark-gfm': { plugin: true },
    'remark-frontmatter': { plugin: true },
    'remark-cjk-friendly': { plugin: true },
  },
  yaml: {
    yaml: {
      functions: ['parseDocument', 'parse', 'stringify', 'isMap', 'isPair', 'isScalar', 'isSeq'],
      classes: ['LineCounter'],
    },
  },
  encodings: { 'iconv-lite': { methods: ['decode', 'encode', 'encodingExists'] } },
  // The same parser without reading of configuration files, for which its main entry loads two of Node's modules.
  arguments: { 'yargs-parser': { methods: ['detailed'], from: 'yargs-parser/browser' } },
  help: { yargs: { callable: true } },
  colours: { chalk: { classes: ['Chalk'] } },
  differences: { diff: { functions: ['formatPatch', 'structuredPatch'] } },
  globs: { picomatch: { callable: true, methods: ['scan'] } },
  ignoring: { ignore: { callable: true } },
}

/** Node's own modules that take milliseconds to load. @type {Record<string, Uses>} */
const slowBuiltins = {
  'node:crypto': { functions: ['createHash', 'randomBytes'] },
  'node:os': { functions: ['availableParallelism', 'tmpdir'] },
  'node:tty': { functions: ['isatty'] },
  'node:worker_threads': { classes: ['Worker'] },
  'node:zlib': { functions: ['crc32'] },
}

/** The module of the project that is a file of its own beside the program, where most runs never look. */
export const validators = 'packages/core/src/ruleset/validators.generated.js'

/**
 * An esbuild plugin that takes the built-in pack and its documentation out of the program, into files beside it: as part of
 * the program they would be loaded twice, as source and from the code cache. The pack is read at once, in UTF-16, which
 * needs no decoding; the documentation when somebody looks into it.
 */
export const dataApart = {
  name: 'data-apart',
  setup(build) {
    build.onLoad({ filter: /builtin-pack\.generated\.ts$/ }, () => ({
      contents: "export const builtinPack = require('./pack.utf16.json')",
      loader: 'js',
    }))
    build.onResolve({ filter: /\/pack\.utf16\.json$/ }, ({ path }) => ({ path, external: true }))
    build.onLoad({ filter: /builtin-docs\.generated\.ts$/ }, () => ({
      contents: [
        "import { readFileSync } from 'node:fs'",
        "import { join } from 'node:path'",
        'let docs',
        "const real = () => (docs ??= JSON.parse(readFileSync(join(__dirname, 'docs.json'), 'utf8')))",
        'export const builtinDocs = /* @__PURE__ */ new Proxy([], { get: (_, key) => Reflect.get(real(), key) })',
      ].join('\n'),
      loader: 'js',
    }))
  },
}

/**
 * An esbuild plugin that puts a stand-in between the program and each of these modules.
 *
 * @param {Map<string, string>} folders receives, for every package met, a folder from which it can be resolved
 */
export function lazily(folders) {
  const files = Object.entries(libraries).flatMap(([file, packages]) =>
    Object.keys(packages).map((name) => [name, file]),
  )
  const fileOf = new Map(files)
  return {
    name: 'lazily',
    setup(build) {
      const names = [...fileOf.keys(), ...Object.keys(slowBuiltins)]
      build.onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path, importer, kind }) => {
        if (kind === 'require-call' || importer.includes('node_modules')) return undefined
        if (kind === 'dynamic-import' && path in slowBuiltins) return undefined
        // Names asked for at run time would not be checked, and it is loaded at the first call anyway.
        if (kind === 'dynamic-import' && hasNames(libraries[fileOf.get(path)][path]))
          return { errors: [{ text: `${path}: to be imported statically` }] }
        if (fileOf.has(path)) folders.set(path, dirname(importer))
        return { path, namespace: 'lazy', sideEffects: false }
      })
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => {
        const file = fileOf.get(path)
        const contents = file
          ? standIn(`require('./${file}.js')`, (name) => exportedName(path, name), libraries[file][path])
          : standIn(`require(${JSON.stringify(path)})`, (name) => name, slowBuiltins[path])
        return { contents, loader: 'js' }
      })
      build.onResolve({ filter: /\/validators\.generated\.js$/ }, () => ({
        path: './validators.js',
        external: true,
      }))
    },
  }
}

function hasNames({ functions = [], classes = [] }) {
  return functions.length + classes.length > 0
}

/** The source of a library's file: all that is used of its packages. */
export function librarySource(file) {
  return Object.entries(libraries[file])
    .flatMap(([path, { functions = [], classes = [], callable, plugin, methods, from = path }]) =>
      [...functions, ...classes, ...(callable || plugin || methods ? ['default'] : [])].map(
        (name) => `export { ${name} as ${exportedName(path, name)} } from ${JSON.stringify(from)}`,
      ),
    )
    .join('\n')
}

function exportedName(path, name) {
  return `${path.replaceAll('-', '_')}_${name}`
}

function standIn(real, nameIn, { functions = [], classes = [], callable, plugin, methods = [] }) {
  const whole = `real().${nameIn('default')}`
  const own = methods.map((name) => `${name}: (...words) => ${whole}.${name}(...words)`).join(', ')
  return [
    `let loaded; const real = () => (loaded ??= ${real})`,
    ...functions.map((name) => `export const ${name} = (...words) => real().${nameIn(name)}(...words)`),
    ...classes.map(
      (name) =>
        `export const ${name} = function (...words) { return new (real().${nameIn(name)})(...words) }`,
    ),
    ...(plugin ? [`export default function (...words) { return ${whole}.apply(this, words) }`] : []),
    ...(callable ? [`export default Object.assign((...words) => ${whole}(...words), { ${own} })`] : []),
    ...(!callable && methods.length > 0 ? [`export default { ${own} }`] : []),
  ].join('\n')
}
