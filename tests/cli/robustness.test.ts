import { spawn } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { encode } from '@hegao/workspace'
import { expect, test } from 'vitest'
import { cleanDraft, draft, folderWith } from './support/folder.ts'
import { hegao, program } from './support/program.ts'

/** A draft with something to fix and to choose, for `fix`. */
const fixable = '# 青石镇2024年工作要点\n\n坚持问题导向，扎实推进各项工作,成效明显。\n'

test.each([
  ['a binary file', { 'x.txt': Buffer.from([0, 1, 2, 0, 255, 254, 0, 0, 7, 0, 0, 9]) }, 'x.txt'],
  [
    'an encoding that is none',
    { 'x.txt': Buffer.from([0xe9, 0x9d, 0x92, 0xff, 0xff, 0x80, 0x20, 0xc3, 0x28]) },
    'x.txt',
  ],
  ['a folder without drafts', { 'x/y.pdf': 'no' }, 'x'],
  ['a glob that matches nothing', {}, 'x/**/*.md'],
  ['a file that is not there', {}, 'x.txt'],
])('%s: one line, exit 2, the other drafts still checked', (_, files, word) => {
  const cwd = folderWith({ ...files, 'good.md': cleanDraft })
  const { out, err, code } = hegao(['check', word, 'good.md', '--format', 'json'], { cwd })
  expect(code).toBe(2)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(err).toMatch(new RegExp(`^${word.replaceAll(/[*/.]/g, '\\$&')}: \\S`))
  const value = JSON.parse(out)
  expect(value.drafts.map((entry: { path: string }) => entry.path)).toEqual(['good.md'])
  expect(value.problems).toHaveLength(1)
})

test('unpaired surrogates and NULs are told, exit 2', () => {
  const cwd = folderWith({
    'nul.md': `${cleanDraft.repeat(20)}\u0000`,
    'half.txt': encode(`${cleanDraft}\ud800`, 'utf-16le', true),
  })
  for (const name of ['nul.md', 'half.txt']) {
    const { out, code } = hegao(['check', name], { cwd })
    expect(code).toBe(2)
    expect(out).toContain('未能检查')
  }
})

test('an empty file, a file of one line, a file with old line ends', () => {
  const cwd = folderWith({
    'empty.md': '',
    'line.txt': '青石镇',
    'cr.txt': cleanDraft.replaceAll('\n', '\r'),
  })
  expect(hegao(['check', 'empty.md'], { cwd }).code).toBe(2)
  expect(hegao(['check', 'line.txt'], { cwd }).code).toBe(0)
  expect(hegao(['check', 'cr.txt'], { cwd }).code).toBe(0)
})

test('a draft over 50 MB is refused with the limit named', () => {
  const cwd = folderWith({ 'big.txt': '' })
  truncateSync(join(cwd, 'big.txt'), 50 * 1024 * 1024 + 1)
  const { err, code } = hegao(['check', 'big.txt'], { cwd })
  expect(code).toBe(2)
  expect(err).toContain('上限 50 MB')
})

test('links that form a loop are walked once', () => {
  const cwd = folderWith({ 'a/one.md': cleanDraft })
  symlinkSync('..', join(cwd, 'a/up'))
  symlinkSync('.', join(cwd, 'a/self'))
  symlinkSync('ring.md', join(cwd, 'a/ring.md'))
  const { out } = hegao(['check', '--format', 'json'], { cwd })
  expect(JSON.parse(out).drafts.map((entry: { path: string }) => entry.path)).toEqual(['a/one.md'])
})

test('100,000 files, of which three are drafts', () => {
  const cwd = folderWith({
    'seed.log': '',
    'd0/a.md': cleanDraft,
    'd7/b.txt': cleanDraft,
    'd9/c.markdown': cleanDraft,
  })
  for (let folder = 0; folder < 10; folder++) {
    mkdirSync(join(cwd, `d${folder}`), { recursive: true })
    for (let nth = 0; nth < 10_000; nth++) writeFileSync(join(cwd, `d${folder}/${nth}.log`), '')
  }
  const { out, code } = hegao(['check', '--format', 'json'], { cwd })
  expect(JSON.parse(out).drafts).toHaveLength(3)
  expect(code).toBe(0)
})

test('ignore files are honoured, and a named file is told to be ignored', () => {
  const cwd = folderWith({
    '.git/HEAD': '',
    '.gitignore': 'build/\n',
    '.hegaoignore': 'drafts/old-*\n',
    'build/x.md': draft,
    'drafts/old-1.md': draft,
    'drafts/new.md': cleanDraft,
    'drafts/.hegaoignore': '!old-1.md\n*.txt\n',
    'drafts/y.txt': draft,
  })
  const paths = (...words: string[]) =>
    JSON.parse(hegao(['check', ...words, '--format', 'json'], { cwd }).out).drafts.map(
      (entry: { path: string }) => entry.path,
    )
  expect(paths()).toEqual(['drafts/new.md', 'drafts/old-1.md'])
  expect(paths('build/x.md')).toEqual(['build/x.md'])
  expect(hegao(['check', 'drafts/y.txt'], { cwd }).err).toContain('.hegaoignore')
})

test('whoever reads the output may leave', async () => {
  const cwd = folderWith(Object.fromEntries(Array.from({ length: 200 }, (_, nth) => [`${nth}.md`, draft])))
  const child = spawn(process.execPath, [program, 'check', '--format', 'json'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (data) => {
    err += data
  })
  child.stdout.once('data', () => child.stdout.destroy())
  await new Promise((done) => child.on('close', done))
  expect(err).toBe('')
  expect(child.exitCode).toBe(141)
})

test('a large output goes through a slow pipe whole', async () => {
  const cwd = folderWith(Object.fromEntries(Array.from({ length: 120 }, (_, nth) => [`${nth}.md`, draft])))
  const child = spawn(
    'sh',
    ['-c', `"${process.execPath}" "${program}" check --format json | (sleep 0.3; cat)`],
    { cwd },
  )
  let out = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (data) => {
    out += data
  })
  await new Promise((done) => child.on('close', done))
  expect(JSON.parse(out).drafts).toHaveLength(120)
})

test('fix keeps encoding, byte order mark, line ends and mode, and converges', () => {
  const crlf = fixable.replaceAll('\n', '\r\n')
  const cwd = folderWith({
    'gbk.txt': encode(fixable.replace('# ', ''), 'gb18030', false),
    'bom.md': encode(crlf, 'utf-8', true),
    'wide.md': encode(crlf, 'utf-16le', true),
  })
  chmodSync(join(cwd, 'bom.md'), 0o640)
  const { out, code } = hegao(['fix'], { cwd })
  expect(code).toBe(0)
  expect(out).toContain('3 份稿件共改了 3 处')
  const mended = (text: string) => text.replace('工作,', '工作，')
  expect(readFileSync(join(cwd, 'gbk.txt'))).toEqual(
    Buffer.from(encode(mended(fixable).replace('# ', ''), 'gb18030', false)),
  )
  expect(readFileSync(join(cwd, 'bom.md'))).toEqual(Buffer.from(encode(mended(crlf), 'utf-8', true)))
  expect(readFileSync(join(cwd, 'wide.md'))).toEqual(Buffer.from(encode(mended(crlf), 'utf-16le', true)))
  expect(hegao(['fix'], { cwd }).out).toContain('没有可以自动修改的地方')
  expect(readdirSync(cwd).sort()).toEqual(['bom.md', 'gbk.txt', 'wide.md'])
})

test('an interrupted fix leaves whole files only', async () => {
  const names = Array.from({ length: 300 }, (_, nth) => `${nth}.md`)
  const cwd = folderWith(Object.fromEntries(names.map((name) => [name, fixable])))
  const child = spawn(process.execPath, [program, 'fix'], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.once('data', () => child.kill('SIGINT'))
  await new Promise((done) => child.on('close', done))
  expect(child.exitCode).toBe(130)
  expect(readdirSync(cwd).sort()).toEqual([...names].sort())
  const mended = fixable.replace('工作,', '工作，')
  const texts = names.map((name) => readFileSync(join(cwd, name), 'utf8'))
  for (const text of texts) expect([fixable, mended]).toContain(text)
  expect(texts).toContain(mended)
  expect(texts).toContain(fixable)
})

test('an interrupted check leaves no half file behind', async () => {
  const names = Array.from({ length: 400 }, (_, nth) => `${nth}.md`)
  const cwd = folderWith(Object.fromEntries(names.map((name) => [name, draft])))
  const child = spawn(
    process.execPath,
    [program, 'check', '--cache', '--format', 'compact', '--format', 'json=findings.json'],
    { cwd, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  child.stdout.once('data', () => child.kill('SIGINT'))
  await new Promise((done) => child.on('close', done))
  expect(child.exitCode).toBe(130)
  expect(readdirSync(cwd).sort()).toEqual([...names].sort())
})

test('a place that cannot be written is told in one line', () => {
  const cwd = folderWith({ 'report.md': draft })
  const { err, code } = hegao(['check', 'report.md', '--format', 'json=/proc/hegao.json'], { cwd })
  expect(code).toBe(2)
  expect(err).toMatch(/^hegao: 无法写入 \/proc\/hegao\.json：.+\n$/)
})

test('two processes share one cache', async () => {
  const cwd = folderWith(
    Object.fromEntries(
      Array.from({ length: 40 }, (_, nth) => [`${nth}.md`, draft.replace('32件', `${32 + nth}件`)]),
    ),
  )
  const plain = hegao(['check', '--format', 'json'], { cwd }).out
  const run = () =>
    new Promise<string>((done) => {
      const child = spawn(process.execPath, [program, 'check', '--format', 'json', '--cache'], { cwd })
      let out = ''
      child.stdout.setEncoding('utf8')
      child.stdout.on('data', (data) => {
        out += data
      })
      child.on('close', () => done(out))
    })
  for (const out of await Promise.all([run(), run()])) expect(out).toBe(plain)
  const kept = readFileSync(join(cwd, '.hegaocache'), 'utf8').match(/\{"path":"\d+\.md"/g)
  expect(new Set(kept).size).toBe(40)
  expect(kept).toHaveLength(40)
  expect(await run()).toBe(plain)
  writeFileSync(join(cwd, '.hegaocache'), 'hegao-cache 1\nnonsense')
  expect(await run()).toBe(plain)
})

test('a rule that throws costs its own findings only', () => {
  const rule = (name: string, message: string) => `id: terms/${name}
title: { zh-CN: 试验, en: A trial }
severity: warning
basis: { kind: local, document: 试验, certainty: confirmed }
message: { zh-CN: '${message}', en: A trial }
advice: { zh-CN: 请改。, en: Change it. }
why: { zh-CN: 试验。, en: A trial. }
check: wording
with: { terms: [{ wrong: 工作, right: [事情] }] }
examples: { fail: [{ draft: ⟦工作⟧ }], pass: [{ draft: 无 }] }
`
  const cwd = folderWith({
    'hegao.yaml': 'packs: [./pack]\n',
    'pack/pack.yaml': 'id: trial\nversion: 0.0.1\ntitle: { zh-CN: 试验, en: A trial }\n',
    'pack/terms/broken.yaml': rule('broken', '缺少{nosuch}'),
    'pack/terms/whole.yaml': rule('whole', '试验“{wrong}”'),
    'report.md': '# 青石镇2024年总结\n\n全镇扎实推进各项工作。\n',
  })
  const { out, err, code } = hegao(['check', 'report.md', '--format', 'json'], { cwd })
  expect(err).toBe('')
  const [report] = JSON.parse(out).drafts
  expect(report.findings.map((entry: { rule: string }) => entry.rule)).toEqual(['terms/whole'])
  expect(report.notes).toHaveLength(1)
  expect(report.notes[0]).toMatchObject({ kind: 'rule-failed', rule: 'terms/broken' })
  expect(code).toBe(2)
})

test('standard input takes its name from --stdin-filename', () => {
  const cwd = folderWith({ 'hegao.yaml': 'overrides: [{ files: "*.md", profile: generic }]\n' })
  const { out, code } = hegao(['check', '--stdin-filename', 'x.md', '--format', 'json'], {
    cwd,
    input: draft,
  })
  const [report] = JSON.parse(out).drafts
  expect(report).toMatchObject({ path: 'x.md', format: 'markdown', profile: 'generic' })
  expect(code).toBe(1)
  expect(hegao(['check', '-', '--format', 'json'], { cwd, input: Buffer.from([0, 1, 0, 2]) }).code).toBe(2)
})
