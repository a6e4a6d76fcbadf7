#!/usr/bin/env node
// Writes docs/rules/ from the rules: a page each and an index by family. `--check` only tells whether they are current.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'
import { listFiles, root } from './lib/files.mjs'
import { importTypescript } from './lib/import-typescript.mjs'

/** Every page of docs/rules by its path, as it should be. */
export async function rulePages() {
  await generate()
  const core = await importTypescript(join(root, 'packages/core/src/index.ts'))
  const { basisLine, builtinDocs, builtinPack, rulePage, severityNames } = core
  const pages = new Map()
  const families = new Map()
  for (const rule of [...builtinPack.rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const docs = builtinDocs.find((entry) => entry.id === rule.id)
    pages.set(
      `${rule.id}.md`,
      `${rulePage(rule, docs, 'zh-CN')}\n\n---\n\n${rulePage(rule, docs, 'en')
        .replace(/^# .*\n\n/, '')
        .replaceAll(/^## /gm, '### ')}\n`,
    )
    const family = rule.id.split('/')[0]
    families.set(family, [...(families.get(family) ?? []), rule])
  }
  const cell = (text) => text.replaceAll('|', '\\|')
  const row = (rule) =>
    `| [${rule.id}](${rule.id}.md) | ${severityNames[rule.severity]['zh-CN']} | ${cell(rule.title['zh-CN'])} / ${cell(rule.title.en)} | ${cell(basisLine(rule.basis, 'zh-CN'))} | ${rule.fix === 'none' ? '' : rule.fix === 'safe' ? '自动' : '建议'} |`
  const sections = [...families].map(
    ([family, rules]) =>
      `## ${family}/\n\n| 规则 | 级别 | 检查什么 | 依据 | 修正 |\n| --- | --- | --- | --- | --- |\n${rules.map(row).join('\n')}`,
  )
  pages.set(
    'README.md',
    `# 规则一览 / Rules\n\n${builtinPack.rules.length} 条规则。本目录由规则文件生成，请勿手工修改。\nThese pages are generated from \`rules/\`; run \`npm run docs\` after changing a rule.\n\n${sections.join('\n\n')}\n`,
  )
  return pages
}

/** Brings docs/rules up to date, or (with `check`) lists what is not. */
export async function writeRulePages({ check = false } = {}) {
  const folder = join(root, 'docs/rules')
  const pages = await rulePages()
  const stale = []
  for (const [name, text] of pages) {
    const path = join(folder, name)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    stale.push(name)
    if (check) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const path of listFiles(folder, '.md')) {
    const name = relative(folder, path).replaceAll('\\', '/')
    if (pages.has(name)) continue
    stale.push(name)
    if (!check) rmSync(path)
  }
  return stale
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check')
  const stale = await writeRulePages({ check })
  if (check && stale.length > 0) {
    console.error(
      `docs/rules is out of date (${stale.slice(0, 5).join(', ')}${stale.length > 5 ? ', …' : ''}): run npm run docs`,
    )
    process.exit(1)
  }
  console.log(stale.length === 0 ? 'docs/rules is current' : `docs/rules: ${stale.length} pages written`)
}
