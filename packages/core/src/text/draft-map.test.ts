import { expect, test } from 'vitest'
import { draftMap, forgetDrafts } from './draft-map.ts'

test('keeps what is known of an object until all drafts are forgotten', () => {
  const [words, numbers] = [draftMap<object, string>(), draftMap<object, number>()]
  const key = {}
  expect(words.get(key)).toBeUndefined()
  words.set(key, 'one')
  numbers.set(key, 1)
  expect([words.get(key), numbers.get(key)]).toEqual(['one', 1])
  forgetDrafts()
  expect([words.get(key), numbers.get(key)]).toEqual([undefined, undefined])
})

test('goes on after that, with the same objects and with others', () => {
  const map = draftMap<object, string>()
  const [one, other] = [{}, {}]
  map.set(one, 'before')
  forgetDrafts()
  forgetDrafts()
  map.set(one, 'after')
  map.set(other, 'new')
  expect([map.get(one), map.get(other)]).toEqual(['after', 'new'])
})
