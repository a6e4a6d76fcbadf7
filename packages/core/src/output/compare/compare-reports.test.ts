import { expect, test } from 'vitest'
import { analyse } from '../../analysis.ts'
import { read } from '../../read/read.ts'
import { builtinPack } from '../../ruleset/builtin-pack.generated.ts'
import { mergePacks } from '../../ruleset/ruleset.ts'
import { compareReports } from './compare-reports.ts'

const ruleset = mergePacks([builtinPack])

function analysisOf(year: number, achievements: string, shortcoming: string, plan: string) {
  const text = `青石镇${year}年度法治政府建设情况报告

一、${year}年度推进法治政府建设的主要举措和成效

${achievements}

二、${year}年度推进法治政府建设存在的不足和原因

${shortcoming}

三、${year + 1}年度推进法治政府建设的主要安排

${plan}
`
  return analyse(read({ path: `${year}.txt`, format: 'text', text }), ruleset, {
    profile: 'law-based-government',
  })
}

const shortcoming = '（一）执法力量薄弱。由于编制有限，执法人员不足。'
const plan = '（一）充实执法力量。通过招录增加执法人员。'

function found(last: string, now: string) {
  return compareReports(
    analysisOf(2023, last, shortcoming, plan),
    analysisOf(2024, now, '（一）普法形式单一。由于经费少，活动不多。', plan),
  )
}

test('growth is held against the figure of last year', () => {
  const last = '（一）化解矛盾。全年受理人民调解案件200件。'
  const kinds = (now: string) =>
    found(last, now)
      .filter((entry) => entry.kind === 'growth')
      .map((entry) => entry.verdict)
  expect(kinds('（一）化解矛盾。全年受理人民调解案件250件，同比增长25%。')).toEqual(['right'])
  expect(kinds('（一）化解矛盾。全年受理人民调解案件250件，同比增长20%。')).toEqual(['wrong'])
  expect(kinds('（一）化解矛盾。全年受理人民调解案件150件，同比下降25%。')).toEqual(['right'])
  expect(kinds('（一）化解矛盾。全年受理行政复议案件250件，同比增长20%。')).toEqual([])
  expect(kinds('（一）化解矛盾。全年受理人民调解案件250件。全县生产总值同比增长20%。')).toEqual([])
})

test('a planned measure without a trace is asked after, one with a trace is not', () => {
  const plans = (now: string) =>
    found('（一）普法。开展普法宣传活动12场。', now).filter((entry) => entry.kind === 'plan')
  expect(plans('（一）加强普法宣传。开展普法宣传活动36场。')).toHaveLength(1)
  expect(plans('（一）充实执法力量。新招录执法人员4名，执法力量得到加强。')).toHaveLength(0)
})

test('shortcomings and paragraphs that were taken over are told', () => {
  const same = '（一）化解矛盾。全年受理人民调解案件200件，化解矛盾纠纷180起，群众满意。'
  const comparisons = compareReports(
    analysisOf(2023, same, shortcoming, plan),
    analysisOf(2024, same, shortcoming, plan),
  )
  expect(comparisons.filter((entry) => entry.kind === 'shortcoming')).toHaveLength(1)
  const [copied] = comparisons.filter((entry) => entry.kind === 'paragraph')
  expect(copied?.message).toContain('2 个数据与上年一字不差')
})
