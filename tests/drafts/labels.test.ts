import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/lib/files.mjs'
import { labelsIn, score } from '../support/labels.ts'

const corpus = process.env.HEGAO_CORPUS

/** Our own drafts, and (where the corpus is there) the real ones. */
const sets = [
  {
    name: 'our drafts',
    labels: join(root, 'tests/fixtures/labels'),
    drafts: join(root, 'tests/fixtures/drafts'),
  },
  ...(corpus
    ? [{ name: 'real reports', labels: join(corpus, 'labels'), drafts: join(corpus, 'reports') }]
    : []),
]

describe.each(sets)('$name', ({ labels: labelFolder, drafts }) => {
  const all = labelsIn(labelFolder)

  test('there are labelled drafts', () => {
    expect(all.length).toBeGreaterThan(2)
  })

  test.each(all.map((labels) => [labels.file, labels] as const))('%s', (_file, labels) => {
    const { missed, alarms } = score(labels, drafts)
    expect({ missed, alarms }).toEqual({ missed: [], alarms: [] })
  })
})
