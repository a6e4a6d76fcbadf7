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

/** The documentation of the built-in rules: data that only `explain` and its like read, kept in a file of its own. */
const docsModule = /builtin-docs\.generated\.ts$/

/**
 * An esbuild plugin that takes the documentation out of the program, into `docs.json` beside it. The stand-in is an array
 * that is read when somebody looks into it.
 */
export const docsApart = {
  name: 'docs-apart',
  setup(build) {
    build.onLoad({ filter: docsModule }, () => ({
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
