import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockShape } from '../../text/block.ts'
import { identity } from '../../text/source-map.ts'
import { proseOf } from '../prose.ts'
import { type Count, countsAround, countsNear } from './counts.ts'
import { isExplained } from './explained.ts'
import { side } from './operands.ts'

/** Whether the last percentage of a passage is explained, if `part` and `base`, positions among its counts, do not make it. */
function explained(text: string, part: number, base: number, directed = false): boolean {
  const map = identity
  const shape = blockShape({ kind: 'paragraph', text, map, sourceLength: text.length, depth: 0, marker: '' })
  const prose = proseOf(shape, false)
  const rate = prose.figures.findLast(({ unit }) => unit.kind === 'percent')
  if (!rate) throw new Error(`no rate in ${text}`)
  const counts = countsNear(countsAround({ prose, above: null, beside: false, data: {} }), rate)
  const reading = { part: side(counts[part] as Count), base: side(counts[base] as Count) }
  return isExplained(counts, reading, rate, directed)
}

describe('other numbers near a rate that make it', () => {
  test.each([
    ['two others', '收到86件，受理80件，审结72件，审结率90%', 2, 0],
    ['what is left of the base', '检查企业80家，发现问题8家，无问题率90%', 1, 0],
    ['the neighbours of a list together', '收到80件，调解40件、和解32件，结案率90%', 1, 0],
    ['the base less another', '收到86件，转出6件，审结72件，审结率90%', 2, 0],
    ['the base and what was carried over', '结转10件，收到70件，审结72件，审结率90%', 2, 1],
    ['a bound that they keep', '收到86件，受理80件，审结72件，审结率达九成以上', 2, 0],
  ])('%s', (_, text, part, base) => {
    expect(explained(text, part, base)).toBe(true)
  })

  test.each([
    ['there are no others', '收到86件，审结72件，审结率90%', 1, 0],
    ['the others are of another kind', '收到86件，涉及80家，审结72件，审结率90%', 2, 0],
    ['none of them makes it', '收到86件，受理81件，审结72件，审结率95%', 2, 0],
    ['what is open and what is done are all there is', '督办52项，落地40项、未落地12项，落地率100%', 1, 0],
    ['it is far beyond a bound', '收到86件，审结43件，移送80件，审结率达六成以上', 1, 0],
  ])('nothing explains it where %s', (_, text, part, base) => {
    expect(explained(text, part, base)).toBe(false)
  })

  test('the two changed about explain a rate, unless the words say which of them is below the line', () => {
    const text = '任务120户，完成114户，为任务的105.3%'
    expect(explained(text, 1, 0)).toBe(true)
    expect(explained(text, 1, 0, true)).toBe(false)
  })

  test('whatever two of three numbers make is an explanation', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 20, max: 9000 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(numbers, fc.nat(1), (unordered, nth) => {
        const [least, middle, most] = [...unordered].sort((a, b) => a - b) as [number, number, number]
        const [part, base] = nth === 0 ? [least, middle] : [middle, most]
        const percent = ((part / base) * 100).toFixed(2)
        const text = `收到${most}件，受理${middle}件，审结${least}件，某率${percent}%`
        expect(explained(text, 2, 0), text).toBe(true)
      }),
    )
  })
})
