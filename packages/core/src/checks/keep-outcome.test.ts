import { expect, test } from 'vitest'
import { analyse } from '../analysis.ts'
import { checkDocument } from '../check.ts'
import type { Document } from '../read/document.ts'
import { read } from '../read/read.ts'
import { reread } from '../read/reread.ts'
import { builtinPack } from '../ruleset/builtin-pack.generated.ts'
import { mergePacks } from '../ruleset/ruleset.ts'
import type { Draft } from '../text/draft.ts'
import { observe } from './observe.ts'

const ruleset = mergePacks([builtinPack])
const draftOf = (text: string): Draft => ({ path: 'a.md', format: 'markdown', text })

/** Two rates that do not follow from their counts, told by one rule, and a sum that does not add up, told by another. */
const text = `# 青石镇2024年度法治政府建设情况报告

全年受理案件32件，办结30件，办结率98%。

全年处罚187件，其中简易程序112件、普通程序65件。

全年收到申请80件，办结60件，办结率90%。
`

function told(document: Document, rule: string) {
  return observe(analyse(document, ruleset)).observations.filter((entry) => entry.rule.id === rule)
}

test('a rule about figures that an edit does not concern tells the very same, and so does one of what it leaves alone', () => {
  let document = read(draftOf(text))
  checkDocument(document, ruleset)
  // What is kept begins with the first edit.
  document = reread(document, draftOf(`${text}\n`))
  const before = { ratio: told(document, 'figures/ratio'), sum: told(document, 'figures/sum') }
  expect([before.ratio.length, before.sum.length]).toEqual([2, 1])
  // The last paragraph: what stands right below an edit is looked at again.
  document = reread(document, draftOf(`${text.replace('办结60件', '办结59件')}\n`))
  const [first, second] = told(document, 'figures/ratio')
  expect(second?.observation.data?.arithmetic).toContain('办结59件÷收到申请80件')
  expect(first).toBe(before.ratio[0])
  expect(told(document, 'figures/sum')[0]).toBe(before.sum[0])
})
