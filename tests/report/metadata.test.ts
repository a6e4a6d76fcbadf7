import { textOf } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { reportOf } from './report-of.ts'

const body = `2023年，各级深入贯彻习近平法治思想，扎实推进法治政府建设，现将有关情况报告如下：
一、主要工作
全年开展普法活动36场，群众比较满意。`

const metadataOf = (head: string, tail = '') => reportOf(`${head}\n${body}\n${tail}`).metadata

describe('title and issuer', () => {
  test.each([
    ['青石镇2023年度法治政府建设情况报告', '青石镇', 'township'],
    ['云岭县人民政府关于2023年度法治政府建设情况的报告', '云岭县人民政府', 'county'],
    ['2023年度江原市法治政府建设工作报告', '江原市', 'city'],
    ['临川省司法厅二〇二三年度法治政府建设年度报告', '临川省司法厅', 'department'],
    ['司法部2023年法治政府建设年度报告', '司法部', 'state'],
  ])('%s', (line, issuer, level) => {
    expect(metadataOf(line)).toMatchObject({
      titleText: line,
      issuer: { name: issuer },
      level,
      period: { year: 2023 },
    })
  })

  test('over several lines', () => {
    const metadata = metadataOf('中共大河镇委员会\n大河镇人民政府\n关于2023年度法治政府建设情况的报告')
    expect(metadata.titleText).toBe('中共大河镇委员会 大河镇人民政府关于2023年度法治政府建设情况的报告')
    expect(metadata.issuer?.name).toBe('中共大河镇委员会')
    expect(metadata.title && textOf(metadata.title)).toBe('关于2023年度法治政府建设情况的报告')
  })

  test('wrapped within', () => {
    const metadata = metadataOf('云岭县市场监督管理局2023年度法治政府建设\n情况报告')
    expect(metadata.titleText).toBe('云岭县市场监督管理局2023年度法治政府建设情况报告')
    expect(metadata.period?.year).toBe(2023)
  })

  test('with the kind of document spaced on a line of its own', () => {
    const metadata = metadataOf('石泉乡人民政府关于2020年度法治政府建设工作情况的\n报　　告')
    expect(metadata.titleText).toBe('石泉乡人民政府关于2020年度法治政府建设工作情况的报告')
  })

  test('of a web page: page name, repeated title, data of the page', () => {
    const report = reportOf(`石桥镇2023年法治政府建设年度报告_政务公开_云岭县人民政府门户网站
首页 > 政务公开 > 法治政府
石桥镇2023年法治政府建设年度报告
索引号：11330/2024-001 主题分类：司法
发文字号：石政发〔2024〕3号
发布日期：2024-02-20 成文日期：2024年02月18日
${body}
云岭县石桥镇人民政府
2024年1月8日
打印 关闭窗口
上一篇：没有了`)
    const { metadata } = report
    expect(metadata.titleText).toBe('石桥镇2023年法治政府建设年度报告')
    expect(metadata.publishedOn?.iso).toBe('2024-02-20')
    expect(metadata.writtenOn?.iso).toBe('2024-02-18')
    expect(metadata.signedOn?.iso).toBe('2024-01-08')
    expect(metadata.documentNumber && textOf(metadata.documentNumber)).toBe('石政发〔2024〕3号')
    expect(report.furniture.map(({ kind }) => kind)).toEqual(['before', 'metadata', 'metadata', 'after'])
    expect(report.blocks[0]?.shape.text).toBe(metadata.titleText)
    expect(report.blocks.at(-1)?.shape.text).toBe('2024年1月8日')
  })

  test('of front matter', () => {
    const text = `---
title: 石桥镇关于2023年度法治政府建设情况的报告
date: 2024-01-20
---

${body.replaceAll('\n', '\n\n')}
`
    const { metadata } = reportOf(text, 'markdown', 'law-based-government')
    expect(metadata).toMatchObject({
      issuer: { name: '石桥镇' },
      period: { year: 2023 },
      writtenOn: { iso: '2024-01-20' },
    })
    expect(metadata.titleText).toBe('石桥镇关于2023年度法治政府建设情况的报告')
  })

  test('nothing, where there is none', () => {
    expect(reportOf('全年开展普法活动36场。').metadata).toMatchObject({
      title: null,
      issuer: null,
      period: null,
    })
  })
})

describe('period', () => {
  test('from the headings: a plan is for the year after', () => {
    const text = `青石镇法治政府建设情况报告
一、主要工作
全年开展普法活动36场。
二、2024年工作安排
充实执法力量。`
    expect(reportOf(text).metadata.period?.year).toBe(2023)
  })

  test('from the opening of the text', () => {
    expect(reportOf(`青石镇法治政府建设情况报告\n${body}`).metadata.period?.year).toBe(2023)
  })

  test('not from titles of programmes', () => {
    const text = `青石镇关于贯彻《法治政府建设实施纲要（2021—2025年）》情况的报告\n${body}`
    expect(reportOf(text).metadata.period?.year).toBe(2023)
  })
})

describe('addressee and closing', () => {
  test('addressee', () => {
    const metadata = metadataOf('青石镇2023年度法治政府建设情况报告\n中共云岭县委，云岭县人民政府：')
    expect(metadata.addressee?.names).toEqual(['中共云岭县委', '云岭县人民政府'])
    expect(metadataOf('青石镇2023年度法治政府建设情况报告').addressee).toBeNull()
  })

  test('joint signatures and a date in Chinese numerals', () => {
    const metadata = metadataOf(
      '青石镇2023年度法治政府建设情况报告',
      '特此报告。\n\n　　　　中共青石镇委员会　　青石镇人民政府\n　　　　二〇二四年一月八日',
    )
    expect(metadata.signatures.map(({ name }) => name)).toEqual(['中共青石镇委员会', '青石镇人民政府'])
    expect(metadata.signedOn).toMatchObject({ iso: '2024-01-08' })
  })

  test('signature and date on one line; an impossible date is kept', () => {
    const metadata = metadataOf('青石镇2023年度法治政府建设情况报告', '青石镇人民政府 2024年2月30日')
    expect(metadata.signatures.map(({ name }) => name)).toEqual(['青石镇人民政府'])
    expect(metadata.signedOn).toMatchObject({ year: 2024, month: 2, day: 30, iso: null })
  })

  test('the last lines of a draft without closing are its own', () => {
    const report = reportOf(`青石镇2023年度法治政府建设情况报告
一、下一步打算
充实执法力量
加强培训`)
    expect(report.furniture).toEqual([])
    expect(report.blocks).toHaveLength(4)
  })

  test('closing and annex behind the body are no part of the last section', () => {
    const report = reportOf(`青石镇2023年度法治政府建设情况报告
${body}
附件：青石镇执法案件统计表
青石镇人民政府
2024年1月8日`)
    expect(report.sections[0]?.body.map(textOf)).toEqual(['全年开展普法活动36场，群众比较满意。'])
  })
})
