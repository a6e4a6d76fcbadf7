import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/**
 * Dependencies that the core imports at the top of a file, but that most runs never call: in the bundle they are loaded at
 * the first call. Each with the names that may be imported; any other name fails the build.
 */
const lazyModules = {
  yaml: {
    functions: ['parseDocument', 'parse', 'stringify', 'isMap', 'isPair', 'isScalar', 'isSeq'],
    classes: ['LineCounter'],
  },
}

/** An esbuild plugin that puts a stand-in between the importer and each of these modules. */
export const lazily = {
  name: 'lazily',
  setup(build) {
    const filter = new RegExp(`^(?:${Object.keys(lazyModules).join('|')})$`)
    build.onResolve({ filter }, ({ path, importer, namespace, kind }) => {
      if (namespace === 'lazy' || kind !== 'import-statement' || importer.includes('node_modules')) return undefined
      return { path, namespace: 'lazy', pluginData: { from: dirname(importer) }, sideEffects: false }
    })
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path, pluginData }) => {
      const { functions, classes = [] } = lazyModules[path]
      const real = JSON.stringify(createRequire(`${pluginData.from}/`).resolve(path))
      const contents = [
        `const real = () => require(${real})`,
        ...functions.map((name) => `export const ${name} = (...args) => real().${name}(...args)`),
        ...classes.map((name) => `export const ${name} = function (...args) { return new (real().${name})(...args) }`),
      ].join('\n')
      return { contents, loader: 'js', resolveDir: pluginData.from }
    })
  },
}
