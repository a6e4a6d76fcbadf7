import { expect, test } from 'vitest'
import { hasAny, sentenceAround } from './term-context.ts'

const text = '上一句。深入学习,认真贯彻;下一句。'

test('sentences end at 。 and ；', () => {
  const { from, to } = sentenceAround(text, text.indexOf('认真'))
  expect(text.slice(from, to)).toBe('深入学习,认真贯彻')
})

test('words are looked for inside the stretch only', () => {
  const sentence = sentenceAround(text, text.indexOf('认真'))
  expect(hasAny(text, sentence, ['学习'])).toBe(true)
  expect(hasAny(text, sentence, ['上一句', '下一句'])).toBe(false)
})

test('a text without punctuation stays bounded', () => {
  const long = '字'.repeat(10_000)
  const { from, to } = sentenceAround(long, 5000)
  expect(to - from).toBeLessThan(600)
})
