import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Item } from '../report/report.ts'
import type { Block } from '../text/block.ts'
import { contentKey } from './content-key.ts'

function itemOf(text: string): Item {
  const block = { shape: { text } } as Block
  return { label: null, places: [{ block, from: 0, to: text.length }] } as unknown as Item
}

/** FNV-1a with 64 bits by its definition: keys stand in files that people keep. */
function fnv(text: string): string {
  let value = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++) {
    value ^= BigInt(text.charCodeAt(at))
    value = (value * 0x100000001b3n) & 0xffffffffffffffffn
  }
  return value.toString(16).padStart(16, '0')
}

it('is the hash of the letters and digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\u4e00-\u9fff0-9a-z]*$/), (letters) => {
      expect(contentKey(itemOf(letters))).toBe(fnv(letters))
      expect(contentKey(itemOf(`，${letters} 。`))).toBe(fnv(letters))
    }),
  )
})
