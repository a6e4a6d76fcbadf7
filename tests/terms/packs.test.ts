import { builtinPack, check, loadPack, loadValidators, mergePacks } from '@hegao/core'
import { describe, expect, test } from 'vitest'

const validators = await loadValidators()

const manifest = {
  path: 'pack.yaml',
  text: 'id: office\nversion: 1.0.0\ntitle: { zh-CN: 本办用语, en: Office }\n',
}

/** A rule file of an office that objects to its own terms. */
const rule = (terms: string): { path: string; text: string } => ({
  path: 'office/house-words.yaml',
  text: `id: office/house-words
title: { zh-CN: 本办不用的词, en: Words we avoid }
severity: info
basis: { kind: local, document: 本办用语规范, certainty: confirmed }
message: { zh-CN: "{wrong}改用{right}{note}", en: "{wrong}: use {right}{note}" }
advice: { zh-CN: 请改。, en: Change it. }
why: { zh-CN: 统一用语。, en: One wording. }
report: once
check: wording
with:
  terms:
${terms}
examples:
  fail: [{ draft: "⟦亮点工作⟧" }]
  pass: [{ draft: 工作 }]
`,
})

describe('a pack of an office', () => {
  test('adds its own words and patterns, in the one scan', () => {
    const { pack, problems } = loadPack(
      [
        manifest,
        rule(
          "    - { wrong: 亮点工作, right: [特色工作] }\n    - { wrong: 约, right: [约], patterns: ['大约\\d{1,3}左右'] }".replace(
            'wrong: 约,',
            'wrong: 大约,',
          ),
        ),
      ],
      validators,
    )
    expect(problems).toEqual([])
    if (!pack) throw new Error('no pack')
    const ruleset = mergePacks([builtinPack, pack])
    const { findings } = check(
      { path: 'draft.txt', format: 'text', text: '打造亮点工作，大约30左右。' },
      ruleset,
      { profile: 'generic' },
    )
    expect(
      findings.filter((finding) => finding.rule === 'office/house-words').map(({ message }) => message),
    ).toEqual(['“亮点工作”改用“特色工作”', '“大约30左右”中的“大约”改用“约”'])
  })

  test.each([
    ["'(政府+)+办'", 'upper bound'],
    ["'工作(?=报告)'", 'look-ahead'],
    ["'.{0,60}工作'", 'first two characters'],
  ])('a pattern that is not accepted is refused with its place: %s', (pattern, reason) => {
    const { pack, problems } = loadPack(
      [manifest, rule(`    - { wrong: 工作, right: [任务], patterns: [${pattern}] }`)],
      validators,
    )
    expect(pack).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      path: 'office/house-words.yaml',
      line: 12,
      key: 'with.terms.0.patterns.0',
    })
    expect(problems[0]?.message).toContain(reason)
  })

  test('so is one in its data', () => {
    const { pack, problems } = loadPack(
      [
        manifest,
        {
          path: 'data/confusions.yaml',
          text: "- { wrong: 工作, right: [任务], patterns: ['工作.*'], source: 本办用语规范, certainty: confirmed }\n",
        },
      ],
      validators,
    )
    expect(pack).toBeNull()
    expect(problems[0]).toMatchObject({ path: 'data/confusions.yaml', line: 1, key: '0.patterns.0' })
  })

  test('two thousand more terms change no other finding', () => {
    const terms = Array.from({ length: 2000 }, (_, nth) => ({
      wrong: `行政${String.fromCharCode(0x4e00 + nth)}${String.fromCharCode(0x5e00 + nth)}`,
      right: ['行政'],
      source: '示例',
      certainty: 'confirmed',
    }))
    const pack = { ...builtinPack, id: 'many', rules: [], profiles: [], data: { confusions: terms } }
    const text = '加强法政府建设，截止2023年底，推行行政执法公公示制度。'
    const draft = { path: 'draft.txt', format: 'text', text } as const
    const few = check(draft, mergePacks([builtinPack]), { profile: 'generic' })
    const many = check(draft, mergePacks([builtinPack, pack]), { profile: 'generic' })
    expect(few.findings.length).toBeGreaterThan(2)
    expect(many.findings).toEqual(few.findings)
  })
})
