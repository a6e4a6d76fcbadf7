import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { analysisOf } from './draft-of.ts'

const plans: [shortcoming: string, measure: string][][] = parse(
  readFileSync(new URL('terse-plans.yaml', import.meta.url), 'utf8'),
)

test('no plan in few words is said to leave its shortcomings unanswered', () => {
  const alarms = plans.flatMap((pairs) => {
    const [shortcomings, measures] = [0, 1].map((side) => pairs.map((pair) => pair[side] as string))
    const { coverage } = analysisOf(shortcomings ?? [], measures ?? [])
    expect(coverage.shortcomings).toHaveLength(pairs.length)
    return coverage.shortcomings.flatMap(({ verdict }, at) => (verdict === 'unanswered' ? [pairs[at]] : []))
  })
  expect(plans.flat().length).toBeGreaterThanOrEqual(60)
  expect(alarms).toEqual([])
})

test('the same plans with one measure exchanged for one on a plain other subject are told of', () => {
  const missed = [
    ['政务公开质量不高', '充实执法力量，招录执法人员'],
    ['合同管理不够规范', '深化普法宣传，办好宪法宣传周'],
    ['行政复议应诉能力不强', '推进政务公开，更新公开目录'],
  ].filter(([shortcoming, other]) => {
    const { coverage } = analysisOf(
      ['矛盾纠纷多发', shortcoming as string],
      ['加强矛盾纠纷排查化解', other as string],
    )
    return coverage.shortcomings[1]?.verdict !== 'unanswered'
  })
  expect(missed).toEqual([])
})
