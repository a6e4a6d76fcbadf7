import { describe, expect, test } from 'vitest'
import { misnamedLaw } from './law-titles.ts'

const data = {
  'law-titles': [
    {
      group: '示例',
      titles: ['行政处罚法', '行政诉讼法', '刑事诉讼法', '民法典', '未成年人保护法', '信访工作条例'],
      wrong: [{ wrong: '未成年人权益法', right: '未成年人保护法' }],
    },
  ],
}

describe('misnamed', () => {
  test.each([
    ['中华人民共和国行政处罚罚法', '行政处罚罚法', '行政处罚法'],
    ['行政处罚罚法(2021年修订)', '行政处罚罚法', '行政处罚法'],
    ['未成年保护法', '未成年保护法', '未成年人保护法'],
    ['未成年人权益法', '未成年人权益法', '未成年人保护法'],
    ['信仿工作条例', '信仿工作条例', '信访工作条例'],
    ['中华人民共和国民发典', '民发典', '民法典'],
  ])('%s', (title, name, meant) => {
    expect(misnamedLaw(data, title)).toMatchObject({ name, meant })
  })
})

describe('left alone', () => {
  test.each([
    '行政处罚法',
    '中华人民共和国行政处罚法',
    '刑事诉讼法',
    '民诉典',
    '信访工作条例实施细则',
    '云岭省行政处罚法实施办法',
    '行政处罚书',
    '',
  ])('%s', (title) => {
    expect(misnamedLaw(data, title)).toBeNull()
  })
})
