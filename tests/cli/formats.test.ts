import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtinPack, loadValidators } from '@hegao/core'
import { expect, test } from 'vitest'
import { cleanDraft, draft, folderWith } from './support/folder.ts'
import { hegao } from './support/program.ts'
import {
  checkstyleType,
  gitlabProblems,
  junitType,
  sarifProblems,
  xmlProblems,
} from './support/public-schemas.ts'

/** Drafts that try the escaping of every format: names and texts with markup, quotes, line ends, characters beyond the BMP. */
const files = {
  'a & <b>, "c".md': draft.replace('调解案件', '<b>调解</b>&案件'),
  'clean.md': cleanDraft,
  'sub/𠮷 50%.txt': draft.replaceAll('\n', '\r\n').replace('青石镇2024', '𠮷田镇2024'),
  'note.md': `<!-- hegao-disable-next-line figures/no-such -- 𠮷 -->\n\n${cleanDraft}`,
}

const validators = await loadValidators()

function check(format: string, ...more: string[]) {
  const cwd = folderWith(files)
  const { out, err, code } = hegao(['check', '--format', format, ...more], { cwd })
  expect(err).toBe('')
  expect(code).toBe(1)
  return out
}

test('json keeps its contract', () => {
  const value = JSON.parse(check('json'))
  expect(validators.findings?.(value)).toBeNull()
  expect(value.drafts.map((entry: { path: string }) => entry.path)).toEqual([
    'a & <b>, "c".md',
    'clean.md',
    'note.md',
    'sub/𠮷 50%.txt',
  ])
  const [first] = value.drafts[0].findings.filter((entry: { rule: string }) => entry.rule === 'figures/ratio')
  const text = files['a & <b>, "c".md']
  expect(text.slice(first.range.start, first.range.end)).toBe('办结率100%')
  expect(text.split('\n')[first.range.startLine - 1]?.slice(first.range.startColumn - 1)).toMatch(
    /^办结率100%/,
  )
})

test('a run without drafts keeps the contract too', () => {
  const { out, code } = hegao(['check', 'nothing.md', '--format', 'json'], { cwd: folderWith({}) })
  const value = JSON.parse(out)
  expect(validators.findings?.(value)).toBeNull()
  expect(value.problems).toHaveLength(1)
  expect(code).toBe(2)
})

test('sarif is valid against the public schema', () => {
  const log = JSON.parse(check('sarif'))
  expect(sarifProblems(log)).toEqual([])
  const [run] = log.runs
  expect(run.results.length).toBeGreaterThan(0)
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
  for (const rule of run.tool.driver.rules)
    expect(builtinPack.rules.find(({ id }) => id === rule.id)?.title['zh-CN']).toBe(
      rule.shortDescription.text,
    )
})

test('junit and checkstyle are of their document types', () => {
  expect(xmlProblems(check('junit'), junitType)).toEqual([])
  expect(xmlProblems(check('checkstyle'), checkstyleType)).toEqual([])
})

test('gitlab is what GitLab asks for, and fingerprints are unique', () => {
  const report = JSON.parse(check('gitlab'))
  expect(gitlabProblems(report)).toEqual([])
  const prints = report.map((issue: { fingerprint: string }) => issue.fingerprint)
  expect(new Set(prints).size).toBe(prints.length)
})

test('github writes one workflow command a line', () => {
  const lines = check('github').trimEnd().split('\n')
  for (const line of lines)
    expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]+,line=\d+(?:,[a-zA-Z]+=[^:,]+)*::\S/)
  expect(lines.some((line) => line.includes('file=a & <b>%2C "c".md'))).toBe(true)
})

test('markdown and the page escape what drafts hold, and the page loads and runs nothing', () => {
  const markdown = check('markdown')
  expect(markdown).toContain('## a \\& \\<b\\>, "c".md')
  expect(markdown).not.toMatch(/[^\\]<b>/)
  const page = check('html')
  expect(page).not.toContain('<b>调解</b>')
  expect(page).toContain('&#60;b&#62;调解&#60;/b&#62;')
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|url\(|@import/i)
  expect(page.match(/(?:src|href)="(?!#)/g)).toBeNull()
  for (const anchor of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor[1]}"`)
})

test('several formats at once, each to its file', () => {
  const cwd = folderWith({ 'report.md': draft })
  const { out, code } = hegao(
    ['check', 'report.md', '--format', 'compact', '--format', 'json=out.json', '--format', 'sarif=out.sarif'],
    { cwd },
  )
  expect(code).toBe(1)
  expect(out).toContain('report.md:5:21: error')
  expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).version).toBe(1)
  expect(existsSync(join(cwd, 'out.sarif'))).toBe(true)
  const two = hegao(['check', 'report.md', '--format', 'json', '--format', 'compact'], { cwd })
  expect(two.code).toBe(2)
  expect(two.out).toBe('')
})

test('shards merge into what one run finds', () => {
  const cwd = folderWith(files)
  const whole = hegao(['check', '--format', 'json'], { cwd })
  for (const shard of ['1/3', '2/3', '3/3'])
    hegao(['check', '.', '--shard', shard, '--format', `json=${shard[0]}.json`], { cwd })
  const merged = hegao(['merge', '3.json', '1.json', '2.json', '--format', 'json'], { cwd })
  expect(JSON.parse(merged.out)).toEqual(JSON.parse(whole.out))
  expect(merged.code).toBe(whole.code)
  expect(hegao(['merge', 'clean.md'], { cwd }).err).toContain('不是 JSON 文件')
  const pretty = hegao(['merge', '1.json', '2.json', '3.json'], { cwd })
  expect(pretty.out).toContain('│ 全年受理人民')
})
