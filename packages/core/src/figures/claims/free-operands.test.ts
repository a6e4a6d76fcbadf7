import { describe, expect, test } from 'vitest'
import { builtinPack } from '../../ruleset/builtin-pack.generated.ts'
import { mergePacks } from '../../ruleset/ruleset.ts'
import { blockShape } from '../../text/block.ts'
import { identity } from '../../text/source-map.ts'
import { proseOf } from '../prose.ts'
import { countsAround, countsNear } from './counts.ts'
import { freeOperands } from './free-operands.ts'
import type { Pair } from './free-pair.ts'
import { pairNear } from './free-places.ts'
import type { Operands } from './operands.ts'
import { ratePhrase } from './rate-phrase.ts'

const { data } = mergePacks([builtinPack])

/** The last percentage of a passage, with its name and the counts near it. */
function ratedIn(text: string) {
  const map = identity
  const shape = blockShape({ kind: 'paragraph', text, map, sourceLength: text.length, depth: 0, marker: '' })
  const prose = proseOf(shape, false)
  const rate = prose.figures.findLast(({ unit }) => unit.kind === 'percent')
  const phrase = rate && ratePhrase(prose, rate, data)
  if (!rate || !phrase) throw new Error(`no rate in ${text}`)
  const counts = countsNear(countsAround({ prose, above: null, beside: false, data }), rate)
  return { counts, prose, rate, phrase }
}

/** The pair that is found for the rate. */
function pairIn(text: string): Pair | undefined {
  const { counts, prose, rate, phrase } = ratedIn(text)
  return pairNear(counts, prose, rate, phrase)
}

/** What the places alone tell of the rate. */
function operandsIn(text: string): Operands | null {
  const { counts, prose, rate, phrase } = ratedIn(text)
  return freeOperands(counts, data, prose, rate, phrase)
}

function told(text: string): string | undefined {
  const reading = pairIn(text)?.reading
  return reading && `${reading.part.tell()}÷${reading.base.tell()}`
}

describe('where the two numbers of a rate are looked for', () => {
  test.each([
    ['right before it', '申报示范点55个，通过验收44个，验收通过率87%', '通过验收44个÷申报示范点55个'],
    [
      'at the end of the sentence before',
      '项目240个，开工210个。经过攻坚，开工率达90%',
      '开工210个÷项目240个',
    ],
    ['behind it', '开工率达90%，确定项目240个，开工210个', '开工210个÷确定项目240个'],
    ['behind it, the part first', '开工率达90%，开工210个，全部项目240个', '开工210个÷全部项目240个'],
    ['less an exception', '案件31件，除4件在侦办外，其余全部审结，审结率93%', '（案件31件－除4件）÷案件31件'],
    [
      'less what is left',
      '应检车辆860辆，还有43辆没有检测，检测率97%',
      '（应检车辆860辆－43辆）÷应检车辆860辆',
    ],
    ['done and left', '办结45件，余下6件正在办理，办结率95%', '办结45件÷（办结45件＋余下6件）'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test.each([
    ['of one count alone', '开工210个，开工率达90%'],
    ['of counts that cannot be divided', '项目240个，投资210万元，投资率达90%'],
    ['of a part that goes with another rate', '项目240个，开工210个，开工率87.5%，投产率90%'],
    ['of a whole that the rate does not name', '企业240家，职工210名，占执业律师总数的20%'],
    ['of what is only planned for later', '完成45项，还有6项列入明年计划，完成率100%'],
    ['of what was before', '上年受理240件，办结210件，办结率90%，同比提高2个百分点'],
  ])('none is found %s', (_, text) => {
    expect(pairIn(text)).toBeUndefined()
  })
})

describe('what speaks for a pair', () => {
  test.each([
    [
      'named: the part is told in the words of the rate',
      'named',
      '收到申请55份，获得批准44份，获批率87%',
      true,
    ],
    ['named: in another word for them', 'named', '参赛作品55件，过关44件，合格率87%', true],
    ['named: not where it is denied', 'named', '抽检产品55批，不合格44批，合格率87%', false],
    ['kin: a character in common', 'kin', '老旧管网55处，换新44处，更新率87%', true],
    ['linked: grammar makes it a part', 'linked', '企业55家，其中已开户44家，开户率87%', true],
    ['alone: no other count of the kind', 'alone', '企业55家，已开户44家，开户率87%', true],
    [
      'closed: with a third count they make the base',
      'closed',
      '企业55家，开户44家，没有开户的11家，开户率87%',
      true,
    ],
    ['slip: two digits are changed about', 'slip', '企业1000家，开户938家，开户率98.3%', true],
    ['slip: not if the rate is right', 'slip', '企业1000家，开户938家，开户率93.8%', false],
    ['slip: one digit of two tells nothing', 'slip', '企业55家，开户44家，开户率87%', false],
    [
      'unsure: the part stands before its base, behind the rate',
      'unsure',
      '开工率达90%，开工210个，全部项目240个',
      true,
    ],
  ] as const)('%s', (_, quality, text, expected) => {
    expect(pairIn(text)?.[quality]).toBe(expected)
  })
})

describe('a rate is held to the numbers at its side', () => {
  test.each([
    ['if they make it', '企业55家，其中开户44家，开户率80%'],
    ['if they are called as it is', '企业55家，其中开户44家，开户率87%'],
  ])('%s', (_, text) => {
    expect(operandsIn(text)?.doubtful).toBe(false)
  })

  test.each([
    ['if a slip of the hand lies between', '企业1000家，到场的938家，开户率98.3%'],
    ['if they say something like it', '老旧管网55处，换新44处，更新率87%'],
    ['if one of them must be reckoned first', '办结45件，余下6件正在办理，办结率95%'],
  ])('with a question, %s', (_, text) => {
    expect(operandsIn(text)?.doubtful).toBe(true)
  })

  test.each([
    ['nothing joins them to it', '企业55家，到场的44家，满意率87%'],
    ['it lies far from what they make', '企业55家，其中开户14家，开户率87%'],
    ['other numbers near make it', '企业55家，开户44家，现场开户40家，开户率80%'],
    ['it is of money, and nothing tells its part', '企业55家，开户44家，投资回报率87%'],
    ['people were asked who are not told', '企业55家，到访44家，好评率87%'],
  ])('not if %s', (_, text) => {
    expect(operandsIn(text)).toBeNull()
  })
})
