import { expect, test } from 'vitest'
import { startClient } from './support/client.ts'
import { placeOf, reportText } from './support/fixtures.ts'

test('a draft of 5 MB is checked, edited and answered about', { timeout: 120_000 }, async () => {
  const client = await startClient()
  const uri = 'file:///drafts/long.md'
  const paragraph =
    '（一）加强队伍建设。全年组织培训12次，覆盖执法人员360人次，办理案件40件，办结39件，办结率97.5%。\n\n'
  const text = reportText + paragraph.repeat(Math.ceil(5_000_000 / Buffer.byteLength(paragraph)))
  expect(Buffer.byteLength(text)).toBeGreaterThan(5_000_000)
  await client.open(uri, text)
  await client.diagnostics(uri)
  await client.change(uri, 2, [{ range: placeOf(text, '。。'), text: '。' }])
  const after = await client.diagnostics(uri, ({ version }) => version === 2)
  expect(after.map(({ code }) => code)).not.toContain('punctuation/doubled')
  const hover = await client.request('textDocument/hover', {
    textDocument: { uri },
    position: placeOf(text, '办结率100%').start,
  })
  expect(JSON.stringify(hover)).toContain('93.75%')
  expect(await client.stop()).toBe(0)
})

test('two documents are kept apart, and closing one while it is edited is no trouble', async () => {
  const client = await startClient()
  const [one, two] = ['file:///drafts/one.md', 'file:///drafts/two.md'] as const
  await client.open(one, reportText)
  await client.open(two, reportText.replace('。。', '。'))
  await client.change(one, 2, [{ text: '' }])
  await client.close(one)
  const codes = (await client.diagnostics(two)).map(({ code }) => code)
  expect(codes).toContain('figures/ratio')
  expect(codes).not.toContain('punctuation/doubled')
  await client.open(one, reportText)
  await client.diagnostics(one, ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'punctuation/doubled'),
  )
  expect(await client.stop()).toBe(0)
})
