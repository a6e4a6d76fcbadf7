import { expect, test } from 'vitest'
import { isQuoted } from './quoted.ts'

test.each([
  ['落实《关于|××的通知》要求', true],
  ['开展“今年|以来”主题活动', true],
  ['落实《通知》,|××件', false],
  ['贯彻《土地管理法的规定,查处|××案', false],
  ['贯彻《土地管理法的规定,查处|××案,印发《通知》', false],
  ['推进“一站式中心建设,办理|××件,评为“先进”', false],
  ['|“今年以来”', false],
  ['', false],
])('%s: %s', (marked, quoted) => {
  expect(isQuoted(marked.replace('|', ''), marked.indexOf('|'))).toBe(quoted)
})
