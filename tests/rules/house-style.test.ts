import { readFileSync } from 'node:fs'
import { builtinDocs, builtinPack, checkKinds, type LocalText } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'

/** Every sentence of a rule with the kind of sentence it is. */
function sentences(
  rule: (typeof builtinPack.rules)[number],
): { kind: 'message' | 'advice'; text: LocalText }[] {
  const all = [rule, ...Object.values(rule.variants)]
  return all.flatMap((words) => [
    { kind: 'message' as const, text: words.message },
    { kind: 'advice' as const, text: words.advice },
  ])
}

describe.each(builtinPack.rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('messages follow one grammar', () => {
    for (const { kind, text } of sentences(rule)) {
      const zh = text['zh-CN']
      const { en } = text
      expect(zh, 'Chinese uses full-width punctuation').not.toMatch(
        /[\u4e00-\u9fff][,:;?!()]|[,:;?!()][\u4e00-\u9fff]/,
      )
      expect(en, 'English uses no Chinese punctuation').not.toMatch(/[，。；：？！（）]/)
      if (kind === 'message') {
        expect(zh).not.toMatch(/[。！]$/)
        expect(en).not.toMatch(/[.!]$/)
      } else {
        expect(zh).toMatch(/。$/)
        expect(en).toMatch(/\.$/)
      }
      expect(en).toMatch(/^[A-Z{“0-9]/)
    }
  })

  test('only a confirmed clause or arithmetic is an error', () => {
    const loud = [rule.severity, ...Object.values(rule.variants).map((variant) => variant.severity)].includes(
      'error',
    )
    if (loud) expect(rule.basis.certainty).toBe('confirmed')
    if (loud) expect(['clause', 'arithmetic']).toContain(rule.basis.kind)
  })

  test('every variant is used by an example', () => {
    const docs = builtinDocs.find((entry) => entry.id === id)
    const used = new Set(docs?.fail.map((example) => example.variant))
    for (const name of Object.keys(rule.variants)) expect(used, `variant ${name}`).toContain(name)
  })
})

test('every check kind is used by a rule and has a schema', () => {
  const used = new Set(builtinPack.rules.map((rule) => rule.check))
  const schemas = listFiles(`${root}/schemas/checks`, '.schema.json').map(
    (path) => JSON.parse(readFileSync(path, 'utf8')).$id,
  )
  for (const kind of checkKinds) {
    expect(used).toContain(kind)
    expect(schemas).toContain(`https://hegao.dev/schemas/checks/${kind}.schema.json`)
  }
  expect(schemas).toHaveLength(checkKinds.length)
})
