import { expect, test } from 'vitest'
import type { Item } from '../report/report.ts'
import { blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'
import { isMeasureInDisguise } from './disguised-measure.ts'

/** An item whose head ends at the first full stop. */
function itemOf(text: string): Item {
  const shape = blockShape({
    kind: 'paragraph',
    text,
    map: identity,
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
  const block = { index: 0, start: 0, shape }
  const stop = text.indexOf('。')
  const head = { block, from: 0, to: stop === -1 ? text.length : stop }
  const section = {
    index: 0,
    level: 2,
    label: null,
    title: '',
    titlePlace: head,
    runIn: false,
    body: [],
    from: 0,
    to: 1,
    parent: -1,
    children: [],
    role: null,
  }
  const places = [{ block, from: 0, to: text.length }]
  return { index: 0, kind: 'shortcoming', section, label: null, head, places, cues: [] }
}

test.each([
  '进一步加大对全县法治建设工作的督查考核制度',
  '（三）加强执法队伍建设。充实一线力量，对未完成任务的通报批评',
  '继续深化普法宣传，营造良好氛围',
  '二是健全联动机制',
  '要切实压实部门责任。从薄弱环节入手，补齐短板',
])('a measure: %s', (text) => {
  expect(isMeasureInDisguise(itemOf(text))).toBe(true)
})

test.each([
  '督查考核力度有待进一步加大',
  '仍需加强部门联动',
  '加强队伍建设的力度不够',
  '推进普法工作的合力尚未形成',
  '落实普法责任制不到位',
  '创新意识淡薄',
  '规范化水平偏低',
  '提升执法能力方面。执法人员不足',
  '推进政务公开。公开不够及时',
  '组织领导重业务轻法治',
  '执法力量薄弱',
  '开展法治督察还有死角',
])('a shortcoming: %s', (text) => {
  expect(isMeasureInDisguise(itemOf(text))).toBe(false)
})
