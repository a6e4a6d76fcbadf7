import { describe, expect, test } from 'vitest'
import { builtinPack } from '../../ruleset/builtin-pack.generated.ts'
import { mergePacks } from '../../ruleset/ruleset.ts'
import { blockShape } from '../../text/block.ts'
import { identity } from '../../text/source-map.ts'
import { proseOf } from '../prose.ts'
import { countsAround, countsNear } from './counts.ts'
import { freeOperands } from './free-operands.ts'
import type { Operands } from './operands.ts'
import { ratePhrase } from './rate-phrase.ts'

const { data } = mergePacks([builtinPack])

/** What the places alone tell of the last percentage of a passage. */
function operandsIn(text: string): Operands | null {
  const map = identity
  const shape = blockShape({ kind: 'paragraph', text, map, sourceLength: text.length, depth: 0, marker: '' })
  const prose = proseOf(shape, false)
  const rate = prose.figures.findLast(({ unit }) => unit.kind === 'percent')
  const phrase = rate && ratePhrase(prose, rate, data)
  if (!rate || !phrase) throw new Error(`no rate in ${text}`)
  const counts = countsNear(countsAround({ prose, above: null, beside: false, data }), rate)
  return freeOperands(counts, data, prose, rate, phrase)
}

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
