import { dirname } from 'node:path'

/**
 * Dependencies that are imported at the top of a file, but that most runs never call: in the bundle they are loaded at the
 * first call. Each with the names that may be imported (any other name fails the build): functions, classes, a default
 * export that is a function, or one that is an object with methods.
 */
const lazyModules = {
  yaml: {
    functions: ['parseDocument', 'parse', 'stringify', 'isMap', 'isPair', 'isScalar', 'isSeq'],
    classes: ['LineCounter'],
  },
  unified: { functions: ['unified'] },
  'remark-parse': { plugin: true },
  'remark-gfm': { plugin: true },
  'remark-frontmatter': { plugin: true },
  'remark-cjk-friendly': { plugin: true },
  // Node's own modules that take milliseconds to load.
  'node:crypto': { functions: ['createHash', 'randomBytes'] },
  'node:os': { functions: ['availableParallelism'] },
  'node:tty': { functions: ['isatty'] },
  'node:worker_threads': { classes: ['Worker'] },
  'iconv-lite': { methods: ['decode', 'encode', 'encodingExists'] },
}

/**
 * An esbuild plugin that takes the built-in pack and its documentation out of the program, into files beside it: as part of
 * the program they would be loaded twice, as source and from the code cache. The pack is read at once, in UTF-16, which
 * needs no decoding; the documentation when somebody looks into it.
 */
export const dataApart = {
  name: 'data-apart',
  setup(build) {
    const module = (lines) => ({
      contents: ["import { readFileSync } from 'node:fs'", "import { join } from 'node:path'", ...lines].join(
        '\n',
      ),
      loader: 'js',
    })
    build.onLoad({ filter: /builtin-pack\.generated\.ts$/ }, () =>
      module([
        "export const builtinPack = JSON.parse(readFileSync(join(__dirname, 'pack.utf16.json'), 'utf16le'))",
      ]),
    )
    build.onLoad({ filter: /builtin-docs\.generated\.ts$/ }, () =>
      module([
        'let docs',
        "const real = () => (docs ??= JSON.parse(readFileSync(join(__dirname, 'docs.json'), 'utf8')))",
        'export const builtinDocs = /* @__PURE__ */ new Proxy([], { get: (_, key) => Reflect.get(real(), key) })',
      ]),
    )
  },
}

/** An esbuild plugin that puts a stand-in between the importer and each of these modules. */
export const lazily = {
  name: 'lazily',
  setup(build) {
    const filter = new RegExp(`^(?:${Object.keys(lazyModules).join('|')})$`)
    build.onResolve({ filter }, ({ path, importer, kind }) => {
      if (kind !== 'import-statement' || importer.includes('node_modules')) return undefined
      return { path, namespace: 'lazy', pluginData: { importer }, sideEffects: false }
    })
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path, pluginData: { importer } }) => ({
      contents: standIn(path),
      loader: 'js',
      resolveDir: dirname(importer),
    }))
  },
}

function standIn(path) {
  const { functions = [], classes = [], methods = [], plugin = false } = lazyModules[path]
  return [
    `const real = () => require(${JSON.stringify(path)})`,
    ...functions.map((name) => `export const ${name} = (...words) => real().${name}(...words)`),
    ...classes.map(
      (name) => `export const ${name} = function (...words) { return new (real().${name})(...words) }`,
    ),
    ...(plugin ? ['export default function (...words) { return real().default.apply(this, words) }'] : []),
    ...(methods.length > 0
      ? [
          `export default { ${methods.map((name) => `${name}: (...words) => real().${name}(...words)`).join(', ')} }`,
        ]
      : []),
  ].join('\n')
}
