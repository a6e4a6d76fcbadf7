import { builtinPack, check } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { builtinRuleset } from '../support/builtin.ts'

interface Wording {
  readonly wrong: string
  readonly right: readonly string[]
  readonly phrases?: readonly string[]
  readonly not?: readonly string[]
}
interface Dated {
  readonly source: string
  readonly certainty: string
}

const list = <Entry>(kind: string): readonly Entry[] => (builtinPack.data[kind] ?? []) as readonly Entry[]

const ruleset = {
  ...builtinRuleset,
  rules: builtinRuleset.rules.filter(({ id }) => /^(?:terms|citations)\//.test(id)),
}

/** For each line, the rules that object to it, in a report on 2023 signed in January 2024. */
function rulesForLines(lines: readonly string[]): string[][] {
  const head = '青石镇2023年度法治政府建设情况报告\n'
  const text = `${head}${lines.join('\n')}\n青石镇人民政府\n2024年1月9日\n`
  const { findings, analysis } = check({ path: 'draft.txt', format: 'text', text }, ruleset, {
    profile: 'generic',
  })
  const found: string[][] = lines.map(() => [])
  for (const finding of findings)
    for (const range of [finding.range, ...finding.evidence.map((entry) => entry.range)])
      found[analysis.document.lines.at(range.start).line - 2]?.push(finding.rule)
  return found
}

/** The rules that object to one sentence, of those asked for. */
function rulesFor(text: string, rules: RegExp): string[] {
  return (rulesForLines([text])[0] as string[]).filter((rule) => rules.test(rule))
}

describe('the lists are what they promise', () => {
  test('so many formulas, titles and glyphs', () => {
    const formulas = list<{ formulas: string[] }>('formulas').flatMap((group) => group.formulas)
    const titles = list<{ titles: string[] }>('law-titles').flatMap((group) => group.titles)
    const glyphs = list<{ pairs: string[] }>('glyphs').flatMap((group) =>
      group.pairs.flatMap((row) => row.split(' ').map((pair) => [...pair][0])),
    )
    expect(new Set(formulas).size).toBeGreaterThanOrEqual(150)
    expect(new Set(titles).size).toBeGreaterThanOrEqual(120)
    expect(new Set(glyphs).size).toBeGreaterThanOrEqual(300)
    expect(new Set(formulas).size, 'a formula is listed once').toBe(formulas.length)
    expect(new Set(titles).size, 'a title is listed once').toBe(titles.length)
    expect(new Set(glyphs).size, 'a glyph is listed once').toBe(glyphs.length)
  })

  test('every entry has a source', () => {
    for (const kind of [
      'timeline',
      'campaigns',
      'programmes',
      'bodies',
      'laws',
      'formulas',
      'confusions',
      'glyphs',
    ])
      for (const { source, certainty } of list<Dated>(kind)) {
        expect(source.length).toBeGreaterThan(2)
        expect(['confirmed', 'unverified']).toContain(certainty)
      }
  })

  test('no glyph of the table is what another one should become', () => {
    const pairs = list<{ pairs: string[] }>('glyphs').flatMap((group) =>
      group.pairs.flatMap((row) => row.split(' ').map((pair) => [...pair])),
    )
    const wrong = new Set(pairs.map(([glyph]) => glyph))
    for (const [, ...meant] of pairs) for (const glyph of meant) expect(wrong, glyph).not.toContain(glyph)
  })
})

describe('confused words', () => {
  const entries = list<Wording>('confusions')

  test.each(entries.map((entry) => [`${entry.wrong} → ${entry.right.join('、')}`, entry] as const))(
    '%s: every phrase is found, every exception is not',
    (_name, entry) => {
      for (const phrase of entry.phrases ?? []) {
        expect(phrase).toContain(entry.wrong)
        expect(rulesFor(`，${phrase}，`, /^terms\/(?:confused-word|misspelt-formula)$/), phrase).not.toEqual(
          [],
        )
      }
      for (const phrase of entry.not ?? [])
        expect(rulesFor(`，${phrase}，`, /confused-word/), phrase).toEqual([])
    },
  )
})

describe('fixed formulas', () => {
  const formulas = list<{ formulas: string[] }>('formulas').flatMap((group) => group.formulas)

  test('none of them is a finding where it stands exact, alone or next to another', () => {
    const lines = formulas.map(
      (formula, nth) =>
        `坚持${formula}。推进${formula}${formulas[(nth * 7 + 3) % formulas.length] as string}。`,
    )
    const found = rulesForLines(lines)
    expect(lines.filter((_, nth) => found[nth]?.includes('terms/misspelt-formula'))).toEqual([])
  })

  test('nearly every character that is lost or doubled in a longer one is found', () => {
    const slips: string[] = []
    for (const formula of formulas.filter((entry) => entry.length >= 7 && /^[\u4e00-\u9fff]+$/.test(entry))) {
      for (let at = 2; at < formula.length - 2; at++) {
        slips.push(`坚持${formula.slice(0, at)}${formula.slice(at + 1)}。`)
        slips.push(`坚持${formula.slice(0, at + 1)}${formula.slice(at)}。`)
      }
    }
    const found = rulesForLines(slips).filter((rules) => rules.length > 0)
    expect(slips.length).toBeGreaterThan(500)
    expect(found.length / slips.length).toBeGreaterThan(0.95)
  })
})

describe('titles of laws', () => {
  const groups = list<{ titles: string[]; wrong?: { wrong: string; right: string }[] }>('law-titles')

  test('no title is a finding', () => {
    const lines = groups.flatMap(({ titles }) =>
      titles.map((title) => `学习《${title}》《中华人民共和国${title}》。`),
    )
    const found = rulesForLines(lines)
    expect(lines.filter((_, nth) => found[nth]?.some((rule) => /law-name|misspelt/.test(rule)))).toEqual([])
  })

  test('every invented title is one', () => {
    const known = new Set(groups.flatMap(({ titles }) => titles))
    const invented = groups.flatMap(({ wrong }) => wrong ?? [])
    for (const { right } of invented) expect(known).toContain(right)
    const found = rulesForLines(invented.map(({ wrong }) => `学习《${wrong}》。`))
    for (const rules of found) expect(rules).toEqual(['citations/law-name'])
  })
})
