#!/usr/bin/env node
// Fills the generated parts of the READMEs: the table of commands and the output of `npm start`. `--check` only tells
// whether they are current.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './lib/files.mjs'
import { importTypescript } from './lib/import-typescript.mjs'

const files = { 'README.md': 'en', 'README.zh-CN.md': 'zh-CN' }

/** The READMEs by name, as they should be. */
export async function readmes() {
  const pages = new Map()
  for (const [name, locale] of Object.entries(files)) {
    let text = readFileSync(join(root, name), 'utf8')
    text = fill(text, 'commands', await commandTable(locale))
    text = fill(text, 'sample', `\`\`\`text\n${sample()}\`\`\``)
    pages.set(name, format(name, text))
  }
  return pages
}

/** The text as the formatter leaves it. */
function format(name, text) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${name}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  })
}

async function commandTable(locale) {
  const { loadAllCommands, usageOf } = await importTypescript(join(root, 'packages/cli/src/help.ts'))
  const rows = (await loadAllCommands()).map(
    (command) => `| \`hegao ${usageOf(command)}\` | ${command.describe[locale]} |`,
  )
  const head = locale === 'en' ? '| command | what it does |' : '| 命令 | 做什么 |'
  return [head, '| --- | --- |', ...rows].join('\n')
}

/** What `npm start` prints, without colours. */
function sample() {
  const program = join(root, 'packages/cli/dist/hegao.js')
  return execFileSync(
    process.execPath,
    [program, 'check', 'examples', '--fail-on', 'never', '--no-color', '--locale', 'zh-CN'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
}

function fill(text, name, content) {
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`]
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from === -1 || to < from) throw new Error(`the README has no place for "${name}"`)
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check')
  const stale = []
  for (const [name, text] of await readmes()) {
    const path = join(root, name)
    if (readFileSync(path, 'utf8') === text) continue
    stale.push(name)
    if (!check) writeFileSync(path, text)
  }
  if (check && stale.length > 0) {
    console.error(`${stale.join(' and ')} out of date: run npm run docs`)
    process.exit(1)
  }
}
