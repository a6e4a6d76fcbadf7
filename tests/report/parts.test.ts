import { textOf } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { heads, outlineOf, partTitles, reportOf } from './report-of.ts'

const title = '青石镇2023年度法治政府建设情况报告'

describe('roles', () => {
  test.each([
    ['一、上一年度推进法治政府建设的主要举措和成效', 'achievements'],
    ['一、法治政府建设工作开展情况', 'achievements'],
    ['一、2023年工作回顾', 'achievements'],
    ['二、存在的不足和原因', 'shortcomings'],
    ['二、面临的困难和问题', 'shortcomings'],
    ['二、短板弱项', 'shortcomings'],
    ['二、差距与薄弱环节', 'shortcomings'],
    ['三、党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况', 'responsibility'],
    ['三、主要负责同志履职述法情况', 'responsibility'],
    ['四、2024年度主要安排', 'plan'],
    ['四、下一步工作打算', 'plan'],
    ['四、今后工作思路', 'plan'],
    ['四、明年计划', 'plan'],
    ['五、其他需要报告的情况', 'other'],
  ])('%s: %s', (heading, role) => {
    const report = reportOf(`${title}\n${heading}\n全年开展普法活动36场，群众比较满意。`)
    expect(report.sections[0]?.role).toBe(role)
  })

  test('thematic sections before the shortcomings are achievements; what follows the plan goes on with it', () => {
    const report = reportOf(`${title}
一、健全机制，推进综合执法改革
全年办理案件46件。
二、加强普法，着力解决突出问题
全年开展普法活动36场。
三、存在问题
执法力量不足。
四、下一步工作安排
充实执法力量。
五、加强组织保障
落实经费。`)
    expect(report.sections.map((section) => section.role)).toEqual([
      'achievements',
      'achievements',
      'shortcomings',
      'plan',
      'plan',
    ])
  })

  test('tasks told one by one behind the account of the first person responsible are achievements', () => {
    const report = reportOf(`${title}
一、加强党的领导，党政主要负责人切实履行第一责任人职责
县委、县政府专题研究法治建设6次。
二、依法全面履行政府职能
（一）优化服务。梳理政务服务事项1280项。
三、严格规范公正文明执法
全年办理案件46件。
四、存在的不足和原因
由于编制少，执法力量不足。
五、2024年工作安排
充实执法力量。`)
    expect(report.sections.filter(({ parent }) => parent === -1).map(({ role }) => role)).toEqual([
      'responsibility',
      'achievements',
      'achievements',
      'shortcomings',
      'plan',
    ])
    expect(partTitles(report, 'achievements')).toEqual(['依法全面履行政府职能', '严格规范公正文明执法'])
    expect(report.sections.find(({ title }) => title === '优化服务')?.role).toBe('achievements')
  })

  test('a single section without cue, an annex, and what stands behind the shortcomings tell no tasks', () => {
    const report = reportOf(`${title}
一、第一责任人履职情况
县委、县政府专题研究法治建设6次。
二、队伍状况
全县有执法人员126名。
三、存在的不足和原因
由于编制少，执法力量不足。
四、制度保障
制定制度8项。
五、2024年工作安排
充实执法力量。`)
    expect(report.sections.map(({ role }) => role)).toEqual([
      'responsibility',
      null,
      'shortcomings',
      null,
      'plan',
    ])
    expect(partTitles(report, 'achievements')).toEqual([])
  })

  test('a heading with two parts, told apart by its sub-headings or its sentences', () => {
    const byHeadings = reportOf(`${title}
一、主要工作
全年开展普法活动36场。
二、存在问题和下一步打算
（一）存在问题
1.执法力量不足。编制少。
2.普法形式单一。创新不够。
（二）下一步打算
1.充实执法力量。招录2人。
2.创新普法形式。拍摄短视频。`)
    expect(partTitles(byHeadings, 'plan')).toEqual(['存在问题和下一步打算'])
    expect(heads(byHeadings.shortcomings)).toEqual(['执法力量不足', '普法形式单一'])
    expect(heads(byHeadings.measures)).toEqual(['充实执法力量', '创新普法形式'])
    const bySentences = reportOf(`${title}
一、主要工作
全年开展普法活动36场。
二、存在问题和下一步打算
一是执法力量不足；二是普法形式单一。下一步，一要充实执法力量；二要创新普法形式。`)
    expect(heads(bySentences.shortcomings)).toEqual(['执法力量不足', '普法形式单一'])
    expect(heads(bySentences.measures)).toEqual(['充实执法力量', '创新普法形式'])
  })

  test('a part without a heading', () => {
    const report = reportOf(`${title}
一、主要工作
全年开展普法活动36场。
存在的不足主要有：一是由于编制少，执法力量不足；二是普法形式单一，群众参与度不高。
下一步，我镇将充实执法力量，创新普法形式，提高群众参与度，扎实推进法治政府建设。`)
    expect(outlineOf(report).slice(1)).toEqual(['- 存在的不足主要有 [shortcomings] …', '- 下一步 [plan] …'])
    expect(heads(report.shortcomings)).toEqual(['由于编制少，执法力量不足', '普法形式单一，群众参与度不高'])
  })

  test('mentions name the phrase', () => {
    const report = reportOf(`${title}
一、主要工作
坚持依法决策，镇党委书记、镇长认真履行推进法治建设第一责任人职责，全年研究4次。`)
    const part = report.parts.find(({ role }) => role === 'responsibility')
    expect(part?.sections).toEqual([])
    expect(part?.mentions.map(textOf)).toEqual(['镇党委书记、镇长认真履行推进法治建设第一责任人职责'])
  })

  test('a report to a session: the year of the title is the one planned', () => {
    const report = reportOf(
      `2025年临川省政府工作报告
各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
全年生产总值增长6%。
二、2025年工作安排
生产总值增长6%左右。
三、全面加强政府自身建设
坚持勤俭办事。`,
      'text',
      'generic',
    )
    expect(report.metadata.period?.year).toBe(2024)
    expect(report.sections.map((section) => section.role)).toEqual(['achievements', 'plan', 'plan'])
  })
})

describe('items', () => {
  const withShortcomings = (text: string) =>
    reportOf(`${title}\n一、主要工作\n全年开展普法活动36场。\n二、存在的不足和原因\n${text}`)

  test('clauses between semicolons, without introduction and promise', () => {
    const report = withShortcomings(
      '我镇的法治政府建设取得了一定的成效，但距群众的要求还有一定的差距，主要表现在：干部法律素质有待进一步提高；宣传力度有待进一步加大；建设步伐有待进一步加快。为此，我镇将继续深入推进依法行政工作。',
    )
    expect(heads(report.shortcomings)).toEqual([
      '干部法律素质有待进一步提高',
      '宣传力度有待进一步加大',
      '建设步伐有待进一步加快',
    ])
  })

  test('sub-headings with all their text and cues', () => {
    const report = withShortcomings(`今年的工作虽然取得了一定成绩，但仍存在薄弱环节。
（一）执法力量薄弱。由于编制少，持证人员只有3名。
培训机会也不够。
（二）普法形式单一
多以发放资料为主，导致群众参与度不高。
针对以上问题，我镇将认真加以解决。`)
    expect(heads(report.shortcomings)).toEqual(['执法力量薄弱', '普法形式单一'])
    const [first, second] = report.shortcomings
    expect(first?.places.map(textOf)).toEqual([
      '执法力量薄弱',
      '由于编制少，持证人员只有3名。',
      '培训机会也不够。',
    ])
    expect(first?.cues.map((cue) => `${cue.kind} ${textOf(cue.place)}`)).toContain('cause 由于')
    expect(second?.cues.map((cue) => cue.kind)).toEqual(expect.arrayContaining(['deficit', 'cause']))
    expect(second?.places.map(textOf).join('')).not.toContain('针对以上问题')
  })

  test('paragraphs, and causes that are given for all together', () => {
    const report = withShortcomings(`一是执法力量不足，持证人员只有3名。
二是普法形式单一，群众参与度不高。
造成以上问题的原因，主要是经费紧张、人员流动快。`)
    expect(heads(report.shortcomings)).toEqual([
      '执法力量不足，持证人员只有3名',
      '普法形式单一，群众参与度不高',
    ])
    for (const item of report.shortcomings) expect(item.cues.some((cue) => cue.kind === 'cause')).toBe(true)
  })

  test('words that hold a cue without its meaning', () => {
    const report = withShortcomings('一是基层组织运用规范性文件因地制宜不够；二是困难群众的咨询不便。')
    expect(report.shortcomings[0]?.cues.map((cue) => textOf(cue.place))).toEqual(['不够'])
    expect(report.shortcomings[1]?.cues.map((cue) => textOf(cue.place))).toEqual(['不便'])
  })

  test('measures are the lowest numbered sub-sections, under their heading', () => {
    const report = reportOf(`${title}
一、主要工作
全年开展普法活动36场。
二、2024年安排
2024年，我镇将重点做好以下工作：
（一）加强队伍建设
1.充实执法力量。招录2人。
2.组织业务培训。全年4期。
（二）创新普法形式。一是拍摄短视频；二是开展以案释法。`)
    expect(heads(report.measures)).toEqual(['充实执法力量', '组织业务培训', '创新普法形式'])
    expect(report.measures[0]?.places.map(textOf)).toEqual(['加强队伍建设', '充实执法力量', '招录2人。'])
  })

  test('measures of a plan in one paragraph', () => {
    const report = reportOf(`${title}
一、主要工作
全年开展普法活动36场。
二、下一步打算
一是充实执法力量，招录2人。二是创新普法形式，拍摄短视频。`)
    expect(heads(report.measures)).toEqual(['充实执法力量，招录2人', '创新普法形式，拍摄短视频'])
  })
})

describe('items that look like something else', () => {
  const draft = `${title}
一、主要工作
全年开展普法活动36场。
二、存在的不足和原因
（一）第一责任人职责落实不够到位。原因是认识不足。
（二）政务公开不及时。原因是无人负责。
三、下一步工作安排
（一）压实第一责任人职责，落实述法制度。
（二）规范主动公开目录，指定专人每周更新网站。`

  test('a shortcoming or a measure about the first person responsible stays an item', () => {
    const report = reportOf(draft)
    expect(report.shortcomings.map((item) => textOf(item.head))).toContain('第一责任人职责落实不够到位')
    expect(report.measures.map((item) => textOf(item.head))).toContain('压实第一责任人职责，落实述法制度')
    expect(report.parts.find((part) => part.role === 'responsibility')?.sections).toEqual([])
  })

  test('a numbered last line that speaks of a website is no furniture of the page', () => {
    const report = reportOf(draft)
    expect(report.furniture).toEqual([])
    expect(report.measures).toHaveLength(2)
  })
})

test('第一节 stands below 第一章', () => {
  const report = reportOf(`${title}
第一章 工作成效
第一节 健全制度
制定制度12项。
第二节 规范执法
办理案件46件。
第二章 存在的不足
执法力量不足。`)
  expect(report.sections.map((section) => section.level)).toEqual([1, 2, 2, 1])
})
