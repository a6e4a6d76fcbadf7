import { expect, test } from 'vitest'
import type { Slot } from './slots.ts'
import { nameOf } from './wording.ts'

/** A slot of which nothing but its label is known. */
const labelled = (label: string): Slot => ({ label, name: null }) as Slot

test.each([
  ['其中简易程序', '简易程序'],
  ['其中 简易程序', '简易程序'],
  ['处罚案件分为简易程序', '简易程序'],
  ['还有乡镇干部', '乡镇干部'],
  ['以及志愿者', '志愿者'],
  ['则驳回', '驳回'],
  ['全年累计受理案件', '受理案件'],
  ['截至12月底共受理', '受理'],
  ['共受理案件', '受理案件'],
  ['案件总数达到', '案件'],
  ['执法人员共有', '执法人员'],
  ['罚没款累计约', '罚没款'],
  ['到会人数不足', '到会人数'],
  ['行政许可', '行政许可'],
  ['', ''],
])('%s is named %s', (label, name) => {
  expect(nameOf(labelled(label))).toBe(name)
})
