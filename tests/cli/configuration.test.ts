import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cleanDraft, draft, folderWith } from './support/folder.ts'
import { hegao } from './support/program.ts'

/** The findings' rules with severities, by draft. */
function findings(cwd: string, ...words: string[]): Record<string, string[]> {
  const { out } = hegao(['check', ...words, '--format', 'json'], { cwd })
  return Object.fromEntries(
    JSON.parse(out).drafts.map((entry: { path: string; findings: { rule: string; severity: string }[] }) => [
      entry.path,
      entry.findings.map(({ rule, severity }) => `${rule} ${severity}`),
    ]),
  )
}

test('the nearest file wins key by key, up to one that is the root', () => {
  const cwd = folderWith({
    'hegao.yaml': 'stage: published\nrules: { figures/ratio: warning, structure/*: off }\n',
    'a/hegao.yaml': 'rules: { figures/ratio: info }\n',
    'a/x.md': draft,
    'b/hegao.yaml': 'root: true\n',
    'b/x.md': draft,
  })
  const found = findings(cwd)
  expect(found['a/x.md']).toContain('figures/ratio info')
  expect(found['a/x.md']?.join()).not.toContain('structure/')
  expect(found['b/x.md']).toContain('figures/ratio error')
  expect(found['b/x.md']).toContain('structure/missing-part error')
  const { out } = hegao(['config', 'a/x.md'], { cwd })
  expect(out).toMatch(/^stage: published +# hegao\.yaml:1$/m)
  expect(out).toMatch(/^ {2}figures\/ratio: info +# a\/hegao\.yaml:1$/m)
})

test('extends: presets, files, packages; later wins, the file itself last', () => {
  const cwd = folderWith({
    'hegao.yaml': 'extends: [hegao:submission, ./office.yaml, office-preset]\nissuer: 青石镇人民政府\n',
    'office.yaml': 'failOn: info\nissuer: 别处\n',
    'node_modules/office-preset/hegao.yaml': 'rules: { figures/ratio: off }\n',
    'x.md': draft,
  })
  const { out } = hegao(['config', 'x.md'], { cwd })
  expect(out).toMatch(/^stage: submission +# hegao:submission$/m)
  expect(out).toMatch(/^failOn: info +# office\.yaml:1$/m)
  expect(out).toMatch(/^issuer: 青石镇人民政府 +# hegao\.yaml:2$/m)
  expect(findings(cwd)['x.md']?.join()).not.toContain('figures/ratio')
})

test('profile, overrides and ignore by glob', () => {
  const cwd = folderWith({
    'hegao.yaml':
      'profile: { "work/**": generic }\noverrides: [{ files: "*-old.md", rules: { "*": off } }]\nignore: [tmp/]\n',
    'work/x.md': draft,
    'x.md': draft,
    'x-old.md': draft,
    'tmp/x.md': draft,
  })
  const found = findings(cwd)
  expect(Object.keys(found)).toEqual(['work/x.md', 'x-old.md', 'x.md'])
  expect(found['work/x.md']?.join()).not.toContain('structure/missing-part')
  expect(found['x.md']).toContain('structure/missing-part error')
  expect(found['x-old.md']).toEqual([])
})

test.each([
  ['rulse: {}', 'hegao.yaml:1:1: rulse: 没有“rulse”这个键；是否指“rules”？'],
  [
    'rules: { figures/ratoi: off }',
    'hegao.yaml:1:25: rules: 没有规则“figures/ratoi”；是否指“figures/ratio”？',
  ],
  ['rules: { figurs/*: off }', 'hegao.yaml:1:20: rules: 没有规则“figurs/*”；是否指“figures/*”？'],
  [
    'stage: submision',
    'hegao.yaml:1:8: stage: 不能是“submision”；可用：draft, submission, published；是否指“submission”？',
  ],
  [
    'profile: law-based',
    'hegao.yaml:1:10: 没有名为“law-based”的报告类型（profile）；可用：generic, law-based-government',
  ],
  [
    'extends: hegao:submision',
    'hegao.yaml:1:10: extends: 没有名为“hegao:submision”的预设；是否指“hegao:submission”？',
  ],
  ['extends: office', 'hegao.yaml:1:10: extends: 找不到 npm 包“office”；如指文件，请写成 ./office'],
  ['extends: ./hegao.yaml', /hegao\.yaml:1:10: extends: 循环引用：/],
  ['packs: [./rules]', 'hegao.yaml:1:9: packs: 找不到规则包“./rules”；如指文件夹，请写成 ././rules'],
  ['terms: words.yaml', /hegao\.yaml:1:8: terms: 无法读取词表 .*：文件不存在/],
  [
    'rules: { structure/missing-part: { with: { nosuch: 1 } } }',
    /rules\.structure\/missing-part\.with\.nosuch: 没有“nosuch”这个键/,
  ],
  ['rules: [', /hegao\.yaml:\d+:\d+: 不是有效的 YAML：/],
])('a mistake is told with file, line, key and the nearest known: %s', (text, message) => {
  const cwd = folderWith({ 'hegao.yaml': `${text}\n`, 'x.md': cleanDraft })
  const { err, code } = hegao(['check', 'x.md'], { cwd })
  expect(code).toBe(2)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  if (typeof message === 'string') expect(err.trimEnd()).toBe(message)
  else expect(err).toMatch(message)
})

test('a broken configuration leaves drafts of other folders alone', () => {
  const cwd = folderWith({
    'a/hegao.yaml': 'stage: x\n',
    'a/1.md': draft,
    'a/2.md': draft,
    'b/3.md': cleanDraft,
  })
  const { err, out, code } = hegao(['check', '--format', 'json'], { cwd })
  expect(code).toBe(2)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(out).drafts).toHaveLength(1)
})

test('own term lists', () => {
  const cwd = folderWith({
    'hegao.yaml': 'terms: [office-terms.yaml]\n',
    'office-terms.yaml':
      '- { wrong: [综执局, 城管局], right: 综合行政执法局, unless: [县城管局], why: 不用简称 }\n',
    'x.md': '# 青石镇2024年工作要点\n\n综执局会同县城管局开展检查。\n',
  })
  const { out } = hegao(['check', 'x.md', '--format', 'json'], { cwd })
  const [report] = JSON.parse(out).drafts
  expect(report.findings.map((entry: { message: string }) => entry.message)).toEqual([
    '本单位的用词表中，“综执局”应写作“综合行政执法局”（不用简称）',
  ])
})

test('suppression comments: line, next line, block, file; unused and unknown ones are told', () => {
  const wrong = '全年受理案件32件，办结30件，办结率100%。'
  const text = (before: string, behind = '') => `# 青石镇2024年工作要点\n\n${before}\n\n${wrong}${behind}\n`
  const rule = 'figures/ratio'
  const cwd = folderWith({
    'next.md': text(`<!-- hegao-disable-next-line ${rule} -- 口径不同 -->`),
    'line.md': text('', ` <!-- hegao-disable-line ${rule} -->`),
    'block.md': text(`<!-- hegao-disable ${rule} -->`, `\n\n<!-- hegao-enable ${rule} -->`),
    'file.md': text('说明。', `\n\n<!-- hegao-disable-file ${rule} -->`),
    'other.md': text('<!-- hegao-disable-next-line figures/sum, figures/ratoi -->'),
    'typo.md': text(`<!-- hegao-disable-nextline ${rule} -->`),
  })
  const { out } = hegao(['check', '--only', 'figures', '--format', 'json'], { cwd })
  const drafts = JSON.parse(out).drafts as {
    path: string
    findings: unknown[]
    notes: { message: string }[]
  }[]
  const counts = Object.fromEntries(
    drafts.map((entry) => [entry.path, [entry.findings.length, entry.notes.length]]),
  )
  expect(counts).toEqual({
    'block.md': [0, 0],
    'file.md': [0, 0],
    'line.md': [0, 0],
    'next.md': [0, 0],
    'other.md': [1, 2],
    'typo.md': [1, 1],
  })
  const messages = drafts.flatMap((entry) => entry.notes.map((note) => note.message))
  expect(messages).toEqual([
    '规则 figures/sum 在此没有意见，停用说明多余，请删去',
    '停用说明中的规则“figures/ratoi”不存在，没有生效；是否指“figures/ratio”？',
    '“hegao-disable-nextline”不是停用说明，没有生效；是否指“hegao-disable-next-line”？',
  ])
})

test('the baseline survives edits elsewhere, tells what is gone, and is pruned', () => {
  const cwd = folderWith({ 'x.md': draft })
  hegao(['baseline'], { cwd })
  const before = readFileSync(join(cwd, 'hegao.baseline.json'), 'utf8')
  const moved = draft.replace('## 一、', '新增一段，与原有意见无关。\n\n## 一、')
  const run = (text: string) => {
    const folder = folderWith({ 'x.md': text, 'hegao.baseline.json': before })
    return { folder, ...hegao(['check', '--format', 'json'], { cwd: folder }) }
  }
  expect(JSON.parse(run(moved).out).summary).toMatchObject({ errors: 0 })
  const mended = run(draft.replace('办结30件', '办结32件'))
  const [report] = JSON.parse(mended.out).drafts
  expect(report.findings).toEqual([])
  expect(report.notes.map((note: { kind: string }) => note.kind)).toEqual(['baseline'])
  expect(hegao(['baseline', '--prune'], { cwd: mended.folder }).out).toContain('删去 1 条')
  expect(
    JSON.parse(hegao(['check', '--format', 'json'], { cwd: mended.folder }).out).drafts[0].notes,
  ).toEqual([])
  expect(JSON.parse(hegao(['check', '--no-baseline', '--format', 'json'], { cwd }).out).summary.errors).toBe(
    2,
  )
})

test('fail levels and limits decide the exit code', () => {
  const cwd = folderWith({ 'x.md': '# 青石镇2024年工作要点\n\n扎实推进法政府建设。\n' })
  expect(hegao(['check', 'x.md'], { cwd }).code).toBe(0)
  expect(hegao(['check', 'x.md', '--fail-on', 'warning'], { cwd }).code).toBe(1)
  expect(hegao(['check', 'x.md', '--max-warnings', '0'], { cwd }).code).toBe(1)
  expect(hegao(['check', 'x.md', '--max-warnings', '1'], { cwd }).code).toBe(0)
  const bad = folderWith({ 'x.md': draft })
  expect(hegao(['check', 'x.md', '--fail-on', 'never'], { cwd: bad }).code).toBe(0)
  expect(hegao(['check', 'x.md', '--rule', 'figures/ratoi'], { cwd: bad })).toMatchObject({
    code: 2,
    err: 'hegao: --rule: 没有“figures/ratoi”；是否指“figures/ratio”？\n',
  })
})

test('a confirmed link answers a shortcoming until one of the texts changes', () => {
  const text = draft.replace(
    '（一）执法力量薄弱。由于编制有限，执法人员只有6名。',
    '（一）行政复议应对能力不强。由于培训少，答复材料质量不高。',
  )
  const cwd = folderWith({ 'x.md': text })
  const plans = () => findings(cwd, '--rule', 'plans/unanswered-shortcoming')['x.md']
  expect(plans()).toHaveLength(1)
  expect(hegao(['trace', 'x.md', '--confirm', '1=1'], { cwd }).code).toBe(0)
  expect(plans()).toEqual([])
  expect(hegao(['trace', 'x.md', '--confirm', '9=1'], { cwd }).code).toBe(2)
})
