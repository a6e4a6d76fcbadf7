import { describe, expect, test } from 'vitest'
import { blockShape } from '../text/block.ts'
import { fold } from '../text/fold.ts'
import { identity } from '../text/source-map.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { printNumber } from './decimal.ts'
import { descriptionOf } from './describe.ts'
import type { Interval } from './interval.ts'
import { scanShape } from './scan-shape.ts'

function scan(text: string) {
  const shape = blockShape({
    kind: 'paragraph',
    text,
    map: identity,
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
  return scanShape(shape)
}

function printed(text: string): string[] {
  return scan(text).figures.map((figure) => figure.text)
}

/** An interval as mathematicians write it. */
function told({ low, lowClosed, high, highClosed }: Interval): string {
  const end = (value: Interval['low']): string => (value ? printNumber(value, 4) : '∞')
  return `${lowClosed ? '[' : '('}${end(low)}, ${end(high)}${highClosed ? ']' : ')'}`
}

describe('the values that a printed number allows', () => {
  test.each([
    ['办结32件', '[32, 32]'],
    ['办结率58.13%', '[58.125, 58.135)'],
    ['办结率75%', '[74.5, 75.5)'],
    ['办件2.95万件', '[29450, 29550)'],
    ['支出86.50万元', '[864950, 865050)'],
    ['奖励3000元', '[3000, 3000]'],
    ['10余条意见', '(10, 20)'],
    ['三千五百余人次', '(3500, 3600)'],
    ['近百件', '(0, 100]'],
    ['近200场', '(100, 200]'],
    ['近0件', '[0, 0]'],
    ['约1.3亿元', '[120000000, 140000000]'],
    ['占76%左右', '[75, 77]'],
    ['不低于90%', '[90, ∞)'],
    ['90%以上', '[90, ∞)'],
    ['超过600家', '(600, ∞)'],
    ['不超过20天', '(∞, 20]'],
    ['不足5人', '(∞, 5)'],
    ['占八成以上', '[80, ∞)'],
    ['占七成', '[65, 75)'],
    ['占近六成', '(54, 60]'],
    ['占百分之九十二', '[91.5, 92.5)'],
    ['占千分之三', '[2.5, 3.5)'],
    ['占三分之二', '[64.6667, 68.6667]'],
    ['3—5个工作日', '[3, 5]'],
    ['30~50人', '[30, 50]'],
    ['三四十人', '[30, 40]'],
    ['数十起', '[20, 99]'],
    ['增长两倍多', '(2, 3)'],
    ['占三成', '[25, 35)'],
    ['占一半以上', '[50, ∞)'],
    ['占比超过半数', '(50, ∞)'],
    ['占比过半', '(50, ∞)'],
    ['近一半', '(44, 50]'],
    ['九成五', '[94.5, 95.5)'],
  ])('%s: %s', (text, interval) => {
    const { figures } = scan(text)
    expect(figures.map((figure) => told(figure.interval))).toEqual([interval])
  })
})

describe('what is a figure and what is not', () => {
  test.each([
    ['2023年，全县办结案件32件', ['32件']],
    ['2021—2025年规划', []],
    ['二〇二三年五月十二日', []],
    ['8月16日召开第5次会议', []],
    ['8:30—12:00到3个窗口', ['3个']],
    ['拨打12345热线', []],
    ['12345市民热线', []],
    ['依照第三十三条第一款', []],
    ['〔2023〕12号文件', []],
    ['青政办发[2023]12号', []],
    ['“四个意识”和行政执法三项制度', []],
    ['开展“八五”普法', []],
    ['《三年行动方案》共5项', ['5项']],
    ['落实一村一法律顾问', []],
    ['党的二十大精神', []],
    ['千方百计为百姓办事', []],
    ['调整三次产业结构', []],
    ['十五届人大三次会议', []],
    ['建立“1+8”制度体系', []],
    ['5G基站3座', ['3座']],
    ['设立一个窗口', []],
    ['其中企业一个、村级二十二个', ['一个', '二十二个']],
    ['修订两项制度', ['两项']],
    ['全面依法治县委员会办公室', []],
    ['村（社区）198个', ['198个']],
    ['比例为12.4∶41.9∶46.7', ['12.4', '41.9', '46.7']],
    ['节约3万元', ['3万元']],
    ['5.2个百分点，3个多月', ['5.2个百分点', '3个多月']],
    ['１８７件、２.５万元', ['１８７件', '２.５万元']],
    ['一季度和第三季度', []],
    ['最近3年来', ['3年']],
    ['培育成果5个', ['5个']],
    ['参加八成员单位联席会议', []],
    ['半年来，用两个半月', ['两个半月']],
    ['红十字会和六盘山', []],
  ])('%s', (text, figures) => {
    expect(printed(text)).toEqual(figures)
  })
})

describe('what a figure counts', () => {
  test.each([
    ['全年受理人民调解案件32件', '受理', '人民调解案件'],
    ['共评定优秀案卷171卷', '评定', '优秀案卷'],
    ['32件人民调解案件', '', '人民调解案件'],
    ['已审结109件', '审结', ''],
    ['行政机关负责人出庭应诉率达97.4%', '', '行政机关负责人出庭应诉率'],
    ['村（社区）198个', '', '村（社区）'],
  ])('%s: %s %s', (text, verb, subject) => {
    const [figure] = scan(text).figures as readonly [LocalFigure]
    const told = descriptionOf(fold(text), figure)
    expect([told.verb, text.slice(told.from, told.to)]).toEqual([verb, subject])
  })
})

describe('where it stands and when', () => {
  test('sentences, groups and clauses', () => {
    const { figures, sentences } = scan('受理32件，办结30件；移送2件。其中（涉农5件）1件。')
    expect(figures.map(({ sentence, group, clause, depth }) => [sentence, group, clause, depth])).toEqual([
      [0, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 1, 2, 0],
      [1, 2, 4, 1],
      [1, 2, 3, 0],
    ])
    expect(sentences).toHaveLength(2)
  })

  test.each([
    ['2022年办结案件32件', { year: 2022, relative: null }],
    ['上年结转7件', { year: null, relative: 'last' }],
    ['同比增长12%', { year: null, relative: 'year-on-year' }],
    ['上半年受理62件', { year: null, relative: 'part-year' }],
    ['三年来共办结120件', { year: null, relative: 'span' }],
    ['截至12月底，办结84件', { year: null, relative: null }],
  ])('%s', (text, time) => {
    expect(scan(text).figures.at(-1)?.time).toEqual(time)
  })

  test.each([
    ['力争办结率达到95%', 'target'],
    ['2024年工作目标：办结率不低于95%', 'target'],
    ['到2025年底，持证率达到95%以上', 'target'],
    ['完成年度目标3000户的117%', 'result'],
    ['其余2件结转下年度办理，办结率95%', 'result'],
  ])('%s: %s', (text, role) => {
    expect(scan(text).figures.at(-1)?.role).toBe(role)
  })
})

test('a bracket that is never closed does not swallow the sentences behind it', () => {
  const text = `（一）推进改革。${'依法行政水平持续提升，'.repeat(20)}（另有5件。${'继续推进，'.repeat(40)}。办结6件。`
  expect(scan(text).figures.map(({ sentence }) => sentence)).toEqual([1, 2])
})
