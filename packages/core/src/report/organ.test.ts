import { describe, expect, test } from 'vitest'
import { isOrgan, levelOf } from './organ.ts'

describe('the level of an organ', () => {
  test.each([
    ['青石镇人民政府', 'township'],
    ['中共青石镇委员会', 'township'],
    ['青石镇', 'township'],
    ['江原市云岭县白岩乡', 'township'],
    ['东湾街道办事处', 'township'],
    ['东湾街道党工委', 'township'],
    ['云岭县人民政府', 'county'],
    ['江原市城东区', 'county'],
    ['中共云岭县委', 'county'],
    ['江原市经济开发区管理委员会', 'county'],
    ['江原市青州市人民政府', 'county'],
    ['江原市人民政府', 'city'],
    ['北京市人民政府', 'province'],
    ['临川省人民政府', 'province'],
    ['西藏自治区', 'province'],
    ['云岭县司法局', 'department'],
    ['临川省司法厅', 'department'],
    ['云岭县发展和改革委员会', 'department'],
    ['城东区委全面依法治区委员会办公室', 'department'],
    ['司法部', 'state'],
    ['国务院', 'state'],
    ['王小明', null],
    ['', null],
  ])('%s: %s', (name, level) => {
    expect(levelOf(name)).toBe(level)
  })
})

describe('names of organs', () => {
  test.each([
    '青石镇人民政府',
    '云岭县司法局',
    '青石镇司法所',
    '白岩乡综合行政执法队',
    '东湾街道办事处（盖章）',
    '单位：云岭县人民政府',
    '青石镇',
  ])('%s is one', (name) => {
    expect(isOrgan(name.replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':'))).toBe(true)
  })

  test.each([
    '加强法治建设',
    '青石镇卫生所',
    '云岭县人民政府网站',
    '2024年1月8日',
    '各位代表',
    '全年开展普法活动36场。',
  ])('%s is none', (name) => {
    expect(isOrgan(name)).toBe(false)
  })
})

test('knows organs by every ending', () => {
  const endings =
    '政府 委员会 党委 党工委 党组 管委会 办事处 办公室 常委会 人大 政协 县委 局 厅 部 办 院 中心 大队 支队 总队 司法所 执法队 领导小组 总工会 公司 集团 学校 大学 医院 中央 省 市 县 区 镇 乡 州 盟 旗 街道 苏木 林场 农场'
  for (const ending of endings.split(' ')) {
    expect([ending, isOrgan(`青石${ending}`)]).toEqual([ending, true])
    expect([ending, isOrgan(`青石${ending}(盖章)`)]).toEqual([ending, true])
  }
  for (const other of ['青石镇工作', '青石镇报告', '青石镇,云岭县', '镇', ''])
    expect(isOrgan(other)).toBe(false)
})
