import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { termPattern, termPatternProblem } from './term-pattern.ts'
import { TermPatternError } from './term-pattern-syntax.ts'

/** What the pattern matches in the text, from the first place where it does. */
function matched(pattern: string, text: string): string | null {
  const { match } = termPattern(pattern)
  for (let at = 0; at < text.length; at++) {
    const end = match(text, at)
    if (end !== -1) return text.slice(at, end)
  }
  return null
}

describe('what is accepted', () => {
  test.each([
    ['截止目前', '报告截止目前的情况', '截止目前'],
    ['截止(到)?今年', '截止到今年底', '截止到今年'],
    ['截止(\\d{4}年|目前)', '截止2023年底', '截止2023年'],
    ['即要[^,。]{1,6},又要', '即要管好,又要服务', '即要管好,又要'],
    ['帐[本目户]', '建立帐目', '帐目'],
    ['[甲乙]等.{0,3}奖', '获得甲等二级奖项', '甲等二级奖'],
    ['一个\\.', '写作一个.', '一个.'],
    ['(?:重大|重要)决策', '重要决策', '重要决策'],
    ['ＡＢ类', 'AB类', 'AB类'],
  ])('%s in %s', (pattern, text, expected) => {
    expect(matched(pattern, text)).toBe(expected)
  })

  test('the longest match counts', () => {
    expect(matched('工作(报告)?(制度)?', '工作报告制度')).toBe('工作报告制度')
  })
})

describe('what is refused, and why', () => {
  test.each([
    ['(政府+)+办', 'upper bound'],
    ['工作.*报告', 'upper bound'],
    ['工作{2,}', 'upper bound'],
    ['工作{1,999}', '60 repetitions'],
    ['工作{3,1}', 'smaller than the first'],
    ['(?<=原)合同法', 'look-ahead'],
    ['合同法(?!律)', 'look-ahead'],
    ['(合)同\\1', 'back-references'],
    ['\\k<a>合同', 'back-references'],
    ['^合同法', 'anchors'],
    ['合同法$', 'anchors'],
    ['\\b合同', 'is not known'],
    ['(合同', 'not closed'],
    ['合同)', 'without "("'],
    ['[合同', 'not closed'],
    ['[]合', 'holds no character'],
    ['合同[]', 'holds no character'],
    ['[z-a]合同', 'backwards'],
    ['合??同', 'may not follow another'],
    ['?合同', 'nothing to repeat'],
    ['', 'empty text'],
    ['(合同)?', 'empty text'],
    ['合', 'single character'],
    ['合同|法', 'single character'],
    ['.合同法', 'first two characters'],
    ['[^合]同法', 'first two characters'],
    ['[一-龥][一-龥]法', 'first two characters'],
    ['[0-9][0-9]件', 'more than 64 ways'],
    ['(((合同){0,60}){0,60}){0,60}法律', 'unfold'],
    ['合同\\', 'lone'],
  ])('%s', (pattern, reason) => {
    expect(termPatternProblem(pattern)).toContain(reason)
    expect(() => termPattern(pattern)).toThrow(TermPatternError)
  })

  test('groups nested without end', () => {
    expect(termPatternProblem(`${'('.repeat(500)}合同${')'.repeat(500)}`)).toContain('nested too deeply')
  })

  test('empty groups repeated without end', () => {
    const nested = `合同${'('.repeat(18)}${'){60}'.repeat(18)}`
    expect(termPatternProblem(nested)).toBeNull()
  })

  test('no text at all makes it throw anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'合同法(){}[]|?*+\\^$.,-:=!<19d') }), (source) => {
        const problem = termPatternProblem(source)
        expect(problem === null || problem.length > 0).toBe(true)
      }),
    )
  })
})

test('a pattern that would hang a backtracking engine reads each character once', () => {
  const { match } = termPattern('合同(甲?){40}(甲?){40}(甲?){40}乙')
  const text = `合同${'甲'.repeat(200_000)}`
  expect(match(text, 0)).toBe(-1)
})

test('agrees with the native engine on what both accept', () => {
  const piece = fc.constantFrom('甲', '乙', '[甲乙]', '(甲|乙丙)', '(?:乙)?', '丙{1,2}', '甲?', '.')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 6 }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '合', '同'), maxLength: 20 }),
      (pieces, tail) => {
        const source = `合同${pieces.join('')}`
        const text = `合同${tail}`
        const ends = new RegExp(`^(?:${source})`, 's')
        let longest = -1
        for (let end = 2; end <= text.length; end++)
          if (ends.exec(text.slice(0, end))?.[0].length === end) longest = end
          else if (new RegExp(`^(?:${source})$`, 's').test(text.slice(0, end))) longest = end
        expect(termPattern(source).match(text, 0)).toBe(longest)
      },
    ),
  )
})
