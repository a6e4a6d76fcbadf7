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
  'iconv-lite': { methods: ['decode', 'encode', 'encodingExists'] },
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
    ...classes.map((name) => `export const ${name} = function (...words) { return new (real().${name})(...words) }`),
    ...(plugin ? ['export default function (...words) { return real().default.apply(this, words) }'] : []),
    ...(methods.length > 0
      ? [`export default { ${methods.map((name) => `${name}: (...words) => real().${name}(...words)`).join(', ')} }`]
      : []),
  ].join('\n')
}
