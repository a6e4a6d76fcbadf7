import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { unpacked } from './support/vsix.ts'

const extension = join(root, 'extension')
const read = (name: string): string => readFileSync(join(extension, name), 'utf8')
/** A file with its tables' padding taken out. */
const plain = (name: string): string => read(name).replaceAll(/ +/g, ' ')
const manifest = JSON.parse(read('package.json'))

let files: ReadonlyMap<string, Buffer>
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-vsix-'))
  const { packExtension } = await import('../../extension/package.mjs')
  files = unpacked(readFileSync(await packExtension(join(folder, 'hegao.vsix'))))
  rmSync(folder, { recursive: true })
}, 120_000)

test('the package holds what the manifest names, and nothing of how it was made', () => {
  const names = [...files.keys()]
    .filter((name) => name.startsWith('extension/'))
    .map((name) => name.slice('extension/'.length))
  const wanted = JSON.stringify(manifest.contributes).match(/\.\/[a-z][\w./-]*|media\/[\w.-]+/g) ?? []
  for (const path of [...wanted, manifest.main, manifest.browser, manifest.icon])
    expect(names).toContain(path.replace(/^\.\//, ''))
  expect(names).toEqual(
    expect.arrayContaining([
      'readme.md',
      'changelog.md',
      'LICENSE.txt',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'l10n/bundle.l10n.zh-cn.json',
      'dist/server.js',
      'dist/server.browser.js',
    ]),
  )
  expect(
    names.filter((name) => /^(?:src|node_modules)\/|\.(?:ts|map|mjs|tsbuildinfo)$|tsconfig/.test(name)),
  ).toEqual([])
})

test('the package is small', () => {
  const size = [...files.values()].reduce((sum, file) => sum + file.length, 0)
  expect(size).toBeLessThan(8_000_000)
})

test('the bundles need nothing but what the editor has, and speak to no network', () => {
  const text = (name: string) => files.get(`extension/${name}`)?.toString('utf8') ?? ''
  const required = (code: string) => [
    ...new Set([...code.matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1] as string)),
  ]
  const foreign = (code: string, allowed: readonly string[]) =>
    // ajv keeps the source of an import in a string, for code that it would generate.
    required(code).filter((name) => !/^(?:node:|ajv\/dist\/runtime\/)/.test(name) && !allowed.includes(name))
  expect(foreign(text('dist/extension.js'), [...builtinModules, 'vscode'])).toEqual([])
  expect(foreign(text('dist/server.js'), builtinModules)).toEqual([])
  expect(required(text('dist/extension.browser.js'))).toEqual(['vscode'])
  expect(required(text('dist/server.browser.js'))).toEqual([])
  for (const name of [
    'dist/extension.js',
    'dist/extension.browser.js',
    'dist/server.js',
    'dist/server.browser.js',
  ]) {
    expect(
      required(text(name)).filter((module) => /^(?:node:)?(?:https?|http2|dgram|tls)$/.test(module)),
      name,
    ).toEqual([])
    expect(text(name), name).not.toMatch(/\bfetch\(|XMLHttpRequest|sendTelemetry/)
  }
})

test('every word of the manifest is there in both languages', () => {
  const used = [...new Set(read('package.json').match(/%[\w.]+%/g))].map((key) => key.slice(1, -1)).sort()
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json'])
    expect(Object.keys(JSON.parse(read(name))).sort(), name).toEqual(used)
})

test('every word that the extension says is translated, and no translation is left over', () => {
  const said = listFiles(join(extension, 'src'), '.ts').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*(['"])((?:\\.|(?!\1).)*)\1/g)].map((match) =>
      (match[2] as string).replaceAll(/\\(.)/g, '$1'),
    ),
  )
  expect(Object.keys(JSON.parse(read('l10n/bundle.l10n.zh-cn.json'))).sort()).toEqual(
    [...new Set(said)].sort(),
  )
})

test('settings in the manifest, the readmes and the server agree', async () => {
  const { settingsFrom } = await import('../../packages/language-server/src/settings.ts')
  const properties = manifest.contributes.configuration.properties as Record<
    string,
    { default: unknown; enum?: unknown[] }
  >
  for (const [key, { default: standard }] of Object.entries(properties)) {
    expect(plain('README.md')).toContain(`| \`${key}\` | \`${standard}\``)
    expect(plain('README.en.md')).toContain(`| \`${key}\` | \`${standard}\``)
    const name = key.replace('hegao.', '')
    if (name.startsWith('trace')) continue
    const taken = new Map<string, unknown>(Object.entries(settingsFrom({ [name]: standard })))
    expect(taken.get(name), key).toEqual(standard === 'auto' ? null : standard)
  }
})

test('snippets are well formed', () => {
  for (const name of readdirSync(join(extension, 'snippets')))
    for (const [title, { prefix, body }] of Object.entries(
      JSON.parse(read(`snippets/${name}`)) as Record<string, { prefix: string[]; body: string[] }>,
    )) {
      expect(prefix.length, title).toBeGreaterThan(0)
      expect(body.join(''), title).toMatch(/\$\{1:/)
    }
})

test('the shipped schemas stand on their own and accept what they should', () => {
  const schema = (name: string) =>
    JSON.parse(files.get(`extension/dist/${name}.schema.json`)?.toString('utf8') ?? '')
  const names = [...files.keys()].flatMap((name) => /dist\/(.*)\.schema\.json$/.exec(name)?.[1] ?? [])
  const ajv = new Ajv2020({ strict: false })
  for (const name of names) ajv.addSchema(schema(name), `${name}.schema.json`)
  const compile = (name: string) => {
    const validate = ajv.getSchema(`${name}.schema.json`)
    if (!validate) throw new Error(`no schema ${name}`)
    return validate
  }
  for (const name of names) expect(schema(name).$id, name).toBeUndefined()
  expect(compile('config')({ profile: 'law-based-government', rules: { 'figures/ratio': 'warning' } })).toBe(
    true,
  )
  expect(compile('config')({ profil: 'x' })).toBe(false)
  for (const { url } of [...manifest.contributes.jsonValidation, ...manifest.contributes.yamlValidation] as {
    url: string
  }[])
    expect(() => compile(url.replace(/^.*\/|\.schema\.json$/g, ''))).not.toThrow()
})

test('the problem matcher reads what the command line prints', async () => {
  const { regexp, ...groups } = manifest.contributes.problemPatterns[0]
  const match = new RegExp(regexp).exec(
    'drafts/报告.md:9:31: 错误 比率与所列数字不符：办结30件÷受理32件＝93.75%，文中为“100%” [figures/ratio]',
  )
  expect(match?.[groups.file]).toBe('drafts/报告.md')
  expect([match?.[groups.line], match?.[groups.column]]).toEqual(['9', '31'])
  expect(match?.[groups.severity]).toBe('错误')
  expect(match?.[groups.code]).toBe('figures/ratio')
  expect(match?.[groups.message]).toBe('比率与所列数字不符：办结30件÷受理32件＝93.75%，文中为“100%”')
})
