import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { terms } from './corpora.mjs'

/** The peers, at the versions that the targets were set with. */
export const versions = {
  rumdl: '0.2.75',
  'autocorrect-node': '2.14.0',
  'markdownlint-cli2': '0.22.1',
  textlint: '15.8.0',
  'textlint-rule-prh': '6.1.0',
  zhlint: '0.8.2',
  'remark-cli': '12.0.1',
  'remark-preset-lint-recommended': '7.0.1',
}

/** Installs the peers into the bench's cache folder, unless they are there. */
export function installPeers(cache) {
  const folder = join(cache, 'peers')
  const manifest = `${JSON.stringify({ private: true, dependencies: versions })}\n`
  const path = join(folder, 'package.json')
  if (existsSync(join(folder, 'node_modules')) && existsSync(path) && readFileSync(path, 'utf8') === manifest)
    return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, manifest)
  const { status, error } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (error || status !== 0) throw new Error('the peers could not be installed')
  const words = terms(200)
  writeFileSync(
    join(folder, 'prh.yml'),
    `version: 1\nrules:\n${words.map((word) => `  - expected: ${word}〇\n    pattern: ${word}\n`).join('')}`,
  )
  writeFileSync(
    join(folder, 'textlintrc.json'),
    JSON.stringify({ rules: { prh: { rulePaths: [join(folder, 'prh.yml')] } } }),
  )
  return folder
}

/** The command lines with which each peer checks the Markdown files of a folder, to be run in that folder. */
export function peerCommands(peers, folder) {
  const bin = (name) => join(peers, 'node_modules/.bin', name)
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const [one] = files
  const only = files.length === 1 ? join(folder, one) : null
  return {
    rumdl: [rumdlBinary(peers), 'check', '--no-cache', '--no-config', only ?? folder],
    // It finds nothing in a folder that is named from its root.
    'autocorrect-node': ['node', bin('autocorrect'), '--lint', '.'],
    'markdownlint-cli2': ['node', bin('markdownlint-cli2'), '--no-globs', `${folder}/*.md`],
    'textlint (prh, 200 terms)': [
      'node',
      bin('textlint'),
      '--config',
      join(peers, 'textlintrc.json'),
      '--rules-base-directory',
      join(peers, 'node_modules'),
      only ?? folder,
    ],
    zhlint: ['node', bin('zhlint'), '*.md'],
    'remark-cli': [
      'node',
      bin('remark'),
      '--no-config',
      '--use',
      join(peers, 'node_modules/remark-preset-lint-recommended/index.js'),
      '--quiet',
      only ?? folder,
    ],
  }
}

/** The native program itself, without the npm wrapper that starts Node first. */
function rumdlBinary(peers) {
  const scope = join(peers, 'node_modules/@rumdl')
  const name = readdirSync(scope).find((entry) => entry.startsWith('cli-'))
  return join(scope, name, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl')
}
