import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineIndex } from './line-index.ts'

describe('a line index', () => {
  it('counts lines that end with LF, CRLF or CR', () => {
    const lines = lineIndex('甲\n乙\r\n丙\r丁')
    expect(lines.lineCount).toBe(4)
    expect([1, 2, 3, 4].map((line) => lines.startOf(line))).toEqual([0, 2, 5, 7])
    expect(lines.at(6)).toEqual({ line: 3, column: 2 })
  })

  it('takes offsets and lines outside the text for the nearest inside', () => {
    const lines = lineIndex('甲\n乙')
    expect(lines.at(-1)).toEqual({ line: 1, column: 1 })
    expect(lines.at(99)).toEqual({ line: 2, column: 2 })
    expect([lines.startOf(0), lines.startOf(9)]).toEqual([0, 2])
    expect(lineIndex('').lineCount).toBe(1)
  })

  it('agrees with splitting the text', () => {
    const text = fc
      .array(fc.constantFrom('甲', '\n', '\r', '\r\n', '\u2028'), { maxLength: 30 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (any) => {
        const split = any.split(/\r\n|\n|\r/)
        const lines = lineIndex(any)
        expect(lines.lineCount).toBe(split.length)
        split.forEach((line, index) => {
          const start = lines.startOf(index + 1)
          expect(any.slice(start, start + line.length)).toBe(line)
          expect(lines.at(start)).toEqual({ line: index + 1, column: 1 })
        })
      }),
    )
  })
})
