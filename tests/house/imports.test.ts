import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'

/** The rooms of the core from the bottom up (DESIGN §2); a room may use its own and those before it. */
const rooms = ['text', 'read', 'prose', 'report', 'figures', 'coverage', 'checks', 'output']
/** Types of the contracts that every room may name: findings, and rules as data. */
const shared = ['finding.ts', 'ruleset']
/** The packages from the bottom up. */
const packages = ['@hegao/core', '@hegao/workspace', '@hegao/language-server', 'hegao']

interface Import {
  readonly file: string
  readonly from: string
  readonly typeOnly: boolean
}

function importsOf(path: string): Import[] {
  const source = readFileSync(path, 'utf8')
  const pattern = /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm
  return [...source.matchAll(pattern)].map((match) => ({
    file: relative(root, path),
    from: (match[2] ?? match[3]) as string,
    typeOnly: match[1] !== undefined,
  }))
}

const core = join(root, 'packages/core/src')
const sources = (folder: string): string[] =>
  listFiles(folder, '.ts').filter((path) => !path.endsWith('.test.ts'))

test('inside the core, imports point down only', () => {
  const wrong: string[] = []
  for (const path of sources(core)) {
    const room = relative(core, path).split('/')[0] as string
    for (const entry of importsOf(path)) {
      if (!entry.from.startsWith('.') || entry.typeOnly) continue
      const target = relative(core, join(dirname(path), entry.from)).split('/')[0] as string
      if (shared.includes(target) || !rooms.includes(room)) continue
      const down = rooms.includes(target) && rooms.indexOf(target) <= rooms.indexOf(room)
      if (!down) wrong.push(`${entry.file} imports ${entry.from}`)
    }
  }
  expect(wrong).toEqual([])
})

test('the core knows no host: no node modules, no process, no clock', () => {
  const wrong: string[] = []
  for (const path of sources(core)) {
    for (const entry of importsOf(path))
      if (entry.from.startsWith('node:')) wrong.push(`${entry.file} imports ${entry.from}`)
    const code = readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    if (/\bprocess\.|\bDate\.now\(|new Date\(\)|\brequire\(/.test(code))
      wrong.push(`${relative(root, path)} reaches for its host`)
  }
  expect(wrong).toEqual([])
})

test('packages import each other downwards and through index.ts only', () => {
  const wrong: string[] = []
  const folders = {
    '@hegao/core': 'packages/core',
    '@hegao/workspace': 'packages/workspace',
    '@hegao/language-server': 'packages/language-server',
    hegao: 'packages/cli',
  }
  for (const [name, folder] of Object.entries(folders)) {
    for (const path of sources(join(root, folder, 'src'))) {
      for (const entry of importsOf(path)) {
        if (
          entry.from.startsWith('.') &&
          !relative(join(root, folder), join(dirname(path), entry.from)).startsWith('src')
        ) {
          wrong.push(`${entry.file} reaches into another package: ${entry.from}`)
        }
        const target = packages.find(
          (candidate) => entry.from === candidate || entry.from.startsWith(`${candidate}/`),
        )
        if (!target) continue
        if (packages.indexOf(target) >= packages.indexOf(name))
          wrong.push(`${entry.file} imports upwards: ${entry.from}`)
        const entryPoint =
          entry.from === target || (target === '@hegao/language-server' && entry.from === `${target}/browser`)
        if (!entryPoint) wrong.push(`${entry.file} imports past the index of ${target}: ${entry.from}`)
      }
    }
  }
  expect(wrong).toEqual([])
})
