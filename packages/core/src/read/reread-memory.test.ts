import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Draft } from '../text/draft.ts'
import { forgetDrafts } from '../text/draft-map.ts'
import { read } from './read.ts'
import { reread } from './reread.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Of the draft alone: without what is kept of others that were read before it. */
function heapUsed(): number {
  forgetDrafts()
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

const lines = 2_000
const edits = 60

test.each(['markdown', 'text'] as const)('typing in many places keeps no version of a %s draft', (format) => {
  const draftOf = (text: string): Draft => ({ path: 'a', format, text })
  // Too wide to be a line of wrapped text, so that it is read by itself in a plain text as well.
  const line = `${'云岭县全年办理行政执法案件三百二十七件，其中当场处罚一百一十二件，均已按期办结并归档。'.repeat(3)}\n\n`
  let text = Buffer.from(line.repeat(lines)).toString()
  let document = read(draftOf(text))
  const before = heapUsed()
  for (let nth = 0; nth < edits; nth++) {
    const at = Math.floor(lines / edits) * nth * line.length + nth + 8
    // Flat, as an editor's text is when it has been read.
    text = Buffer.from(`${text.slice(0, at)}加${text.slice(at)}`).toString()
    document = reread(document, draftOf(text))
  }
  const bytesOfVersion = 2 * text.length
  expect(document.blocks).toHaveLength(lines)
  expect(heapUsed() - before).toBeLessThan(10 * bytesOfVersion)
})
