import { describe, expect, test } from 'vitest'
import { heads, outlineOf, reportOf } from './report-of.ts'

describe('outline', () => {
  test('official numbering in plain paragraphs, standing alone and run in', () => {
    const report = reportOf(`青石镇2024年度法治政府建设情况报告
一、主要举措和成效
（一）加强党的领导。镇党委专题学习习近平法治思想6次，压实各级责任。
1.健全议事规则。修订规则2项，明确程序。
（1）规范会议记录。会议记录全部归档，随时可查。
（二）严格规范执法
全年办理行政处罚案件46件。
二、存在的不足和原因
执法力量不足，主要是编制少。`)
    expect(outlineOf(report)).toEqual([
      '一、 主要举措和成效 [achievements]',
      '  （一） 加强党的领导 [achievements] …',
      '    1. 健全议事规则 [achievements] …',
      '      （1） 规范会议记录 [achievements] …',
      '  （二） 严格规范执法 [achievements]',
      '二、 存在的不足和原因 [shortcomings]',
    ])
    const [first, second] = report.sections
    expect(first).toMatchObject({ parent: -1, children: [1, 4], from: 1, to: 7 })
    expect(second).toMatchObject({ parent: 0, children: [2], from: 2, to: 5 })
    expect(report.sections[4]?.body).toHaveLength(1)
  })

  test('a style that is skipped in one section keeps its level', () => {
    const report = reportOf(`云岭县2024年度法治政府建设情况报告
一、主要举措和成效
1.完善制度。全年制定制度3项。
2.规范执法。全年办理案件46件。
二、存在的不足
（一）执法力量不足。编制少。
1.人员流动快。招录困难。
2.装备陈旧。经费紧张。`)
    expect(report.sections.map((section) => section.level)).toEqual([1, 3, 3, 1, 2, 3, 3])
  })

  test('Markdown headings, numbered or not, with numbered paragraphs below', () => {
    const report = reportOf(
      `# 云岭县2023年度法治政府建设情况报告

## 主要举措和成效

### （一）坚持党的领导

县委常委会学习6次。

（1）健全机制。出台文件3件。

## 存在的不足

1. **执法力量薄弱。** 编制少。
2. **普法形式单一。** 创新不够。
`,
      'markdown',
    )
    expect(outlineOf(report)).toEqual([
      '- 主要举措和成效 [achievements]',
      '  （一） 坚持党的领导 [achievements]',
      '      （1） 健全机制 [achievements] …',
      '- 存在的不足 [shortcomings]',
      '     执法力量薄弱 [shortcomings] …',
      '     普法形式单一 [shortcomings] …',
    ])
  })

  test('unnumbered lines that name a part', () => {
    const report = reportOf(`白岩乡2023年法治政府建设工作报告

工作开展情况

全年化解矛盾纠纷86件，没有发生越级上访，群众比较满意。

存在问题

由于居住分散，山区群众的法律服务还不够便利。

下一步打算

在偏远村设立公共法律服务点，每月定期服务。`)
    expect(outlineOf(report)).toEqual([
      '- 工作开展情况 [achievements]',
      '- 存在问题 [shortcomings]',
      '- 下一步打算 [plan]',
    ])
  })

  test('paragraphs that only begin with a number are no headings', () => {
    const long =
      '主要负责人认真研读习近平法治思想主要内容，在领会基本精神的基础上，按照年度工作任务要求，履行推进法治建设第一责任人职责，切实增强思想自觉和行动自觉。'
    const report = reportOf(`青石镇2024年度法治政府建设情况报告
一、主要负责人履行第一责任人职责情况
1.${long}
2.${long}带头学习。
3.5亿元投资全部到位，一、二级网格员全部上岗。`)
    expect(report.sections).toHaveLength(1)
    expect(report.sections[0]?.body).toHaveLength(3)
  })

  test('a long numbered paragraph counts as a section where its sisters do', () => {
    const report = reportOf(`青石镇2024年度法治政府建设情况报告
一、主要举措和成效
1.完善决策制度。全年审查46件。
2.全面推行政府法律顾问制度，先后聘请四家律师事务所和六名律师组建法律顾问团，为重大决策和重大涉法信访案件调处提供法律咨询，出具意见十五份，全部采纳。`)
    expect(report.sections.map((section) => section.title)).toEqual([
      '主要举措和成效',
      '完善决策制度',
      '全面推行政府法律顾问制度',
    ])
  })

  test('a short sentence among longer ones of its numbering is an entry like them', () => {
    const report = reportOf(`石泉乡2020年度法治政府建设情况报告
一、存在的不足和原因
1.普法不深入。山区群众居住分散，集中宣传组织难。
二、2021年度主要安排
1.衔接做好行政执法权下放的准备，选送干部参加执法资格考试，与县直部门建立“乡呼县应”机制。
2.利用春节返乡、赶集等时机开展宣传，建好村村响广播和微信群两个阵地，谋划“八五”普法。
3.落实每月学法日制度，补足因疫情延后的培训。`)
    expect(heads(report.measures)).toHaveLength(3)
  })

  test('annexes stand apart', () => {
    const report = reportOf(
      `云岭县2024年工作报告
一、2024年工作回顾
全年生产总值增长6%。
二、2025年工作安排
生产总值增长6%左右。
名词解释
1.两重：国家重大战略实施。
2.两新：设备更新和以旧换新。`,
      'text',
      'generic',
    )
    expect(outlineOf(report).slice(1)).toEqual([
      '二、 2025年工作安排 [plan]',
      '- 名词解释 [null]',
      '  1. 两重 [null] …',
      '  2. 两新 [null] …',
    ])
  })
})
