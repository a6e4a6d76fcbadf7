import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlain } from './read-plain.ts'
import { readInFull } from './read-quantity.ts'

test('reads what is read in full, or nothing', () => {
  const piece = fc.constantFrom(
    ...'0123456789',
    ...['12', '2023', '1,874', '12,345,678', '98.2', '3.', '2023.12.31', '8:30', '1/3', '123456789012345'],
    ...[
      '件',
      '个',
      '人次',
      '户',
      '元',
      '%',
      '‰',
      '个百分点',
      '倍',
      '天',
      '届',
      '次',
      '日',
      '年',
      '月',
      '吨级',
      '米',
    ],
    ...[
      '万',
      '亿',
      '千',
      '百',
      '余',
      '多',
      '半',
      '几',
      '成',
      '折',
      '分',
      '号',
      '以上',
      '左右',
      '以内',
      '全会',
      '民',
    ],
    ...['约', '近', '超过', '不低于', '占', '达', '为', '第', 'A', '+', '#', '届'],
    ...['-', '—', '~', '至', '到', '、', '，', ',', '.', ':', '(', ')', ' ', '。'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(6), (pieces, floor) => {
      const text = pieces.join('')
      for (let at = 0; at < text.length; at++) {
        if (!/\d/.test(text[at] as string)) continue
        const plain = readPlain(text, at, Math.min(floor, at))
        if (plain) expect(plain).toEqual(readInFull(text, at, Math.min(floor, at)))
      }
    }),
    { numRuns: 20_000 },
  )
})

test.each(['32件', '1,874件', '98.2%', '3.2万份', '2.14亿元', '0.5个百分点', '366天'])(
  '%s is plain',
  (printed) => {
    const text = `全年共${printed}，占`
    const plain = readPlain(text, 3, 0)
    expect(plain).toMatchObject({ from: 3, to: 3 + printed.length })
    expect(plain).toEqual(readInFull(text, 3, 0))
  },
)

test.each(['2023年', '3月', '8000余册', '3—5个', '80%以上', '3.件', '1/3', '30分钟', '1.2.3件', '5号'])(
  '%s is not',
  (printed) => {
    expect(readPlain(`全年共${printed}，占`, 3, 0)).toBeNull()
  },
)

test.each(['约32件', '第32件', 'A32件', '不低于32件'])('nor is the number of %s', (printed) => {
  expect(readPlain(`${printed}，`, printed.indexOf('3'), 0)).toBeNull()
})
