import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, isFolded } from './fold.ts'

describe('fold', () => {
  it.each([
    ['（一）加强领导：９７％，', '(一)加强领导:97%,'],
    ['〔2023〕5号　附', '[2023]5号 附'],
    ['比例1∶3～5〜6−7', '比例1:3~5~6-7'],
    ['青石镇。、“”《》——…', '青石镇。、“”《》——…'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('keeps every offset, and what is folded stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text)
        expect(folded).toHaveLength(text.length)
        expect(fold(folded)).toBe(folded)
        expect(isFolded(text)).toBe(folded === text)
      }),
    )
  })
})
