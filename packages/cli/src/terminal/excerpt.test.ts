import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { clip, widthOf, wrap } from './width.ts'

/** Text as drafts hold it: Chinese, digits, full-width and half-width marks, combining and astral characters, line ends. */
const text = fc
  .array(
    fc.constantFrom(
      '青',
      '石',
      '100',
      '％',
      '，',
      '。',
      '“',
      '(',
      ' ',
      '\t',
      '\n',
      '\r\n',
      'é',
      '𠮷',
      '👍',
      '\u3000',
      '\ud800',
    ),
    { minLength: 1, maxLength: 80 },
  )
  .map((parts) => parts.join(''))

test('the mark stands below the place, under wide characters too', () => {
  const source = '第一行\n全年办理行政诉讼案件4件，案件胜诉率100%。\n'
  const start = source.indexOf('案件胜诉率')
  const { text: line, mark } = excerptOf(source, start, start + '案件胜诉率100%'.length, 80)
  expect(line).toBe('全年办理行政诉讼案件4件，案件胜诉率100%。')
  expect(mark).toBe(`${' '.repeat(25)}${'^'.repeat(14)}`)
})

test('an excerpt fits the width, marks the words of the range, and never moves the cursor', () => {
  fc.assert(
    fc.property(
      text,
      fc.nat(),
      fc.nat(20),
      fc.integer({ min: 24, max: 100 }),
      (source, at, length, width) => {
        const start = at % source.length
        const end = Math.min(source.length, start + length)
        const excerpt = excerptOf(source, start, end, width)
        expect(widthOf(excerpt.text)).toBeLessThanOrEqual(width)
        expect(widthOf(excerpt.mark)).toBeLessThanOrEqual(width)
        expect(excerpt.text).not.toMatch(/[\u0000-\u001f]/)
        expect(excerpt.mark).toMatch(/^ *\^+$/)
      },
    ),
  )
})

test('wrapping loses nothing but spaces and never begins a line with a closing mark', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 60 }), (source, width) => {
      const line = source.replace(/\s/g, ' ')
      const lines = wrap(line, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(
        line.replaceAll(/[\s\u3000]/g, '') === '' ? '' : lines.join('').replaceAll(' ', ''),
      )
      expect(lines.join('').replaceAll(/[\s\u3000]/g, '')).toBe(line.replaceAll(/[\s\u3000]/g, ''))
      for (const [nth, own] of lines.entries()) if (nth > 0) expect(own).not.toMatch(/^[，。％]/)
    }),
  )
})

test('a number stays with its unit', () => {
  expect(wrap('安全生产20次＋食品药品15次＝35次', 24)).toEqual(['安全生产20次＋食品药品', '15次＝35次'])
})

test('clipping keeps to the width', () => {
  expect(clip('青石镇人民政府', 14)).toBe('青石镇人民政府')
  expect(clip('青石镇人民政府', 9)).toBe('青石镇人…')
})
