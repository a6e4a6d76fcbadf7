import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanDraft, draft, folderWith } from './support/folder.ts'
import { hegao, program } from './support/program.ts'
import { hasTerminal, onTerminal, withoutControl } from './support/terminal.ts'

const files = {
  'report.md': draft,
  'last.md': draft
    .replaceAll('2025', '2024')
    .replaceAll('2024年度', '2023年度')
    .replace('2024年法治', '2023年法治'),
  'clean.md': cleanDraft,
  'glyph.md': cleanDraft.replace('全镇', '國家级示范镇全镇'),
}

describe.runIf(hasTerminal)('on a terminal', () => {
  test.each([
    ['check', ['check', 'report.md'], 1],
    ['check, two drafts in the compact form', ['check', 'report.md', 'clean.md', '--format', 'compact'], 1],
    ['check in English', ['check', 'report.md', '--locale', 'en'], 1],
    ['check, errors only', ['check', 'report.md', '--quiet', '--only', 'figures'], 1],
    ['check, nothing found', ['check', 'clean.md'], 0],
    ['check, no such file', ['check', 'reprot.md', 'clean.md'], 2],
    ['fix, dry run', ['fix', 'report.md', '--dry-run'], 0],
    ['fix, dry run of a change', ['fix', 'glyph.md', '--dry-run'], 1],
    ['compare', ['compare', 'last.md', 'report.md'], 0],
    ['outline', ['outline', 'report.md'], 0],
    ['figures', ['figures', 'report.md'], 0],
    ['trace', ['trace', 'report.md'], 0],
    ['explain', ['explain', 'structure/missing-part'], 0],
    ['explain, unknown rule', ['explain', 'structure/mising-part'], 2],
    ['config', ['config', 'report.md'], 0],
    ['completion', ['completion', 'fish'], 0],
    ['help', ['--help'], 0],
    ['help in English', ['--help', '--locale', 'en'], 0],
    ['help for a command', ['check', '--help'], 0],
    ['an unknown command', ['chekc', 'report.md'], 2],
    ['an unknown option', ['check', 'report.md', '--formt', 'json'], 2],
    ['a value that is none', ['check', 'report.md', '--format', 'jsn'], 2],
  ] as const)('%s', async (_, words, code) => {
    const outcome = await onTerminal(words, { cwd: folderWith(files) })
    expect(withoutControl(outcome.seen)).toMatchSnapshot()
    expect(outcome.code).toBe(code)
  })

  test('colours on a terminal, none with NO_COLOR or --no-color', async () => {
    const control = String.fromCharCode(27)
    const cwd = folderWith(files)
    expect((await onTerminal(['check', 'report.md'], { cwd })).seen).toContain(`${control}[31m`)
    expect((await onTerminal(['check', 'report.md'], { cwd, env: { NO_COLOR: '1' } })).seen).not.toContain(
      escape,
    )
    expect((await onTerminal(['check', 'report.md', '--no-color'], { cwd })).seen).not.toContain(control)
  })

  test('rules lists every family', async () => {
    const { seen } = await onTerminal(['rules'], { cwd: folderWith({}) })
    for (const rule of ['structure/missing-part', 'figures/ratio', 'plans/unanswered-shortcoming'])
      expect(seen).toContain(rule)
  })

  test('baseline, and check after it', async () => {
    const cwd = folderWith({ 'report.md': draft })
    const kept = await onTerminal(['baseline'], { cwd })
    expect(withoutControl(kept.seen)).toMatchSnapshot()
    const after = await onTerminal(['check'], { cwd })
    expect(withoutControl(after.seen)).toMatchSnapshot()
    expect(after.code).toBe(0)
  })

  test('new writes a draft that passes the structural rules', async () => {
    const cwd = folderWith({})
    const words = ['new', 'n.md', '--issuer', '青石镇人民政府', '--year', '2020', '--to', '云岭县人民政府']
    const outcome = await onTerminal(words, { cwd })
    expect(withoutControl(outcome.seen)).toMatchSnapshot()
    expect(readFileSync(join(cwd, 'n.md'), 'utf8')).toMatchSnapshot()
    const checked = await onTerminal(['check', 'n.md', '--only', 'structure'], { cwd })
    expect(checked.code).toBe(0)
    expect(checked.seen).toContain('稿件骨架里还有16处没有填写')
    expect(checked.seen).toContain('1 个提示')
    expect(checked.seen).not.toMatch(/错误|警告/)
    const again = await onTerminal(words, { cwd })
    expect(again.code).toBe(2)
    expect(again.seen).toContain('已存在')
  })

  test('init asks, and writes what was answered', async () => {
    const cwd = folderWith({})
    const outcome = await onTerminal(['init'], {
      cwd,
      answers: [
        { after: '报告类型', type: '\n' },
        { after: '报告单位', type: '青石镇人民政府\n' },
        { after: '哪一步', type: 'submision\n' },
        { after: '请从中选一个', type: 'submission\n' },
        { after: '不通过', type: '\n' },
      ],
    })
    expect(outcome.code).toBe(0)
    expect(readFileSync(join(cwd, 'hegao.yaml'), 'utf8')).toMatchSnapshot()
    expect((await onTerminal(['config'], { cwd })).seen).toContain('stage: submission')
  })

  test('fix --suggestions asks one by one', async () => {
    const cwd = folderWith({ 'report.md': '# 青石镇2024年工作要点\n\n扎实推进法政府建设。\n' })
    const outcome = await onTerminal(['fix', 'report.md', '--suggestions'], {
      cwd,
      answers: [{ after: 'q 结束', type: '1\n' }],
    })
    expect(withoutControl(outcome.seen)).toMatchSnapshot()
    expect(readFileSync(join(cwd, 'report.md'), 'utf8')).toContain('法治政府建设')
  })

  test('pack new, validate and test', async () => {
    const cwd = folderWith({})
    for (const action of ['new', 'validate', 'test']) {
      const outcome = await onTerminal(['pack', action, 'office'], { cwd })
      expect(withoutControl(outcome.seen)).toMatchSnapshot(action)
      expect(outcome.code).toBe(0)
    }
  })

  test('completion knows commands, options and their values', () => {
    const next = (...words: string[]) =>
      hegao(['--complete', ...words])
        .out.split('\n')
        .flatMap((line) => line.split('\t')[0] || [])
    expect(next('ch')).toEqual(['check'])
    expect(next('check', '--fo')).toEqual(['--format'])
    expect(next('check', '--stage', '')).toEqual(['draft', 'submission', 'published'])
    expect(next('pack', 'v')).toEqual(['validate'])
    const { out } = hegao(['completion', 'bash'])
    const script = `${out}\nhegao() { '${process.execPath}' '${program}' "$@"; }\nCOMP_WORDS=(hegao exp)\nCOMP_CWORD=1\n_hegao\necho "$COMPREPLY"`
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe('explain\n')
  })

  test('the language follows the environment, --locale goes first', () => {
    const cwd = folderWith(files)
    const last = (env: Record<string, string>, ...words: string[]) =>
      hegao(['check', 'clean.md', ...words], { cwd, env }).out.trimEnd()
    expect(last({ LANG: 'en_GB.UTF-8' })).toBe('1 draft checked: nothing found')
    expect(last({ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('已核 1 份稿件：没有发现问题')
    expect(last({ LANG: 'C' })).toBe('已核 1 份稿件：没有发现问题')
    expect(last({ LANG: 'en' }, '--locale', 'zh-CN')).toBe('已核 1 份稿件：没有发现问题')
  })

  test('merge puts shards together', async () => {
    const cwd = folderWith(files)
    for (const part of ['1/2', '2/2'])
      await onTerminal(
        ['check', 'report.md', 'clean.md', '--shard', part, '--format', `json=${part[0]}.json`],
        { cwd },
      )
    const outcome = await onTerminal(['merge', '2.json', '1.json', '--quiet'], { cwd })
    expect(withoutControl(outcome.seen)).toMatchSnapshot()
    expect(outcome.code).toBe(1)
  })

  test('watch checks again after a change, until Ctrl-C', async () => {
    const cwd = folderWith({ 'clean.md': cleanDraft })
    const outcome = await onTerminal(['check', 'clean.md', '--watch'], {
      cwd,
      answers: [
        {
          after: '等待改动',
          act: () => writeFileSync(join(cwd, 'clean.md'), `${cleanDraft}\n扎实推进法政府建设。\n`),
        },
        { after: '疑为', type: '\u0003' },
      ],
    })
    const seen = withoutControl(outcome.seen)
    expect(seen.indexOf('没有发现问题')).toBeGreaterThan(-1)
    expect(seen.indexOf('“法政府建设”疑为')).toBeGreaterThan(seen.indexOf('没有发现问题'))
  })

  test('a long run shows how far it is, and takes that away again', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, nth) => [`${nth}.md`, cleanDraft]))
    const { seen } = await onTerminal(['check'], { cwd: folderWith(many) })
    expect(seen).toMatch(/█.*\d+\/400/)
    expect(seen.trimEnd().split('\n').at(-1)).toMatch(/已核 400 份稿件：.*没有发现问题/)
  })

  test('lsp answers a client and leaves with it', async () => {
    const message = (body: object): string => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...body })
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
    }
    const input = [
      message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
      message({ method: 'initialized', params: {} }),
      message({ id: 2, method: 'shutdown' }),
      message({ method: 'exit' }),
    ].join('')
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folderWith({}) })
    let out = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stdin.write(input)
    await new Promise((done) => child.on('close', done))
    expect(child.exitCode).toBe(0)
    expect(out).toContain('"capabilities"')
  })

  test('Ctrl-C while it asks leaves nothing behind', async () => {
    const cwd = folderWith({})
    const outcome = await onTerminal(['init'], { cwd, answers: [{ after: '报告类型', type: '\u0003' }] })
    expect(outcome.code).not.toBe(0)
    expect(existsSync(join(cwd, 'hegao.yaml'))).toBe(false)
  })
})
