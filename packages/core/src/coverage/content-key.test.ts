import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import { contentKey } from './content-key.ts'

function itemOf(text: string): Parameters<typeof contentKey>[0] {
  const { length } = text
  const shape = blockShape({
    kind: 'paragraph',
    text,
    map: identity,
    sourceLength: length,
    depth: 0,
    marker: '',
  })
  return { label: null, places: [{ block: { index: 0, start: 0, shape }, from: 0, to: length }] }
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
