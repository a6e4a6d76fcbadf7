import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CacheStrategy,
  checkDrafts,
  findDrafts,
  type RunEvent,
  type RunSettings,
} from '@hegao/workspace'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cleanDraft, draft, folderWith } from './support/folder.ts'

interface Told {
  readonly name: string
  readonly findings: number
  /** Whether the draft was read in this run. */
  readonly read: boolean
}

async function run(
  cwd: string,
  { strategy, ...settings }: RunSettings & { strategy?: CacheStrategy } = {},
  program = 'test',
): Promise<RunEvent[]> {
  const { drafts } = await findDrafts(['.'], cwd)
  const cache = { path: join(cwd, 'cache'), program, ...(strategy && { strategy }) }
  const told: RunEvent[] = []
  for await (const event of checkDrafts(drafts, { defaultLocale: 'zh-CN', ...settings }, { cache })) {
    // Findings that come from the cache are read while it is open.
    if (event.kind === 'checked') expect(JSON.parse(textOf(event.checked.json))).toEqual(event.checked.report)
    told.push(event)
  }
  return told
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

function summary(events: readonly RunEvent[]): Told[] {
  return events.flatMap((event) =>
    event.kind === 'checked'
      ? [
          {
            name: event.checked.found.name,
            findings: event.checked.report.findings.length,
            read: event.checked.file !== null,
          },
        ]
      : [],
  )
}

const reports = (events: readonly RunEvent[]) =>
  events.map((event) => (event.kind === 'checked' ? event.checked.report : event))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** As if the files of the test had been written long ago. */
function later(): void {
  vi.setSystemTime(Date.now() + 60_000)
}

test('what has not changed is not even read; what was touched is read and not checked again', async () => {
  const cwd = folderWith({ 'a.md': draft, 'b.md': cleanDraft })
  later()
  const first = await run(cwd)
  expect(summary(first).map(({ read }) => read)).toEqual([true, true])
  const second = await run(cwd)
  expect(summary(second).map(({ read }) => read)).toEqual([false, false])
  expect(reports(second)).toEqual(reports(first))

  utimesSync(join(cwd, 'a.md'), 1, 1)
  const before = readFileSync(join(cwd, 'cache'))
  expect(summary(await run(cwd)).map(({ read }) => read)).toEqual([true, false])
  expect(readFileSync(join(cwd, 'cache')).equals(before)).toBe(false)
  expect(summary(await run(cwd)).map(({ read }) => read)).toEqual([false, false])
})

test('another content is another outcome, whatever size and times are', async () => {
  const cwd = folderWith({ 'a.md': draft, 'b.md': draft })
  later()
  await run(cwd)
  const { atime, mtime, size } = statSync(join(cwd, 'a.md'))
  writeFileSync(join(cwd, 'a.md'), draft.replace('办结30件', '办结32件'))
  utimesSync(join(cwd, 'a.md'), atime, mtime)
  expect(statSync(join(cwd, 'a.md')).size).toBe(size)
  const [a, b] = summary(await run(cwd))
  expect(a).toMatchObject({ read: true })
  expect(b).toMatchObject({ read: false })
  expect(a?.findings).toBeLessThan(b?.findings as number)
})

test('a file written just before is looked into: it may be written again and bear the same times', async () => {
  const cwd = folderWith({ 'a.md': draft })
  await run(cwd)
  expect(summary(await run(cwd))).toMatchObject([{ read: true }])
  later()
  expect(summary(await run(cwd))).toMatchObject([{ read: true }])
  expect(summary(await run(cwd))).toMatchObject([{ read: false }])
})

test('the strategy content looks at nothing but the content', async () => {
  const cwd = folderWith({ 'a.md': draft })
  later()
  const [first] = reports(await run(cwd))
  const again = await run(cwd, { strategy: 'content' })
  expect(summary(again)).toMatchObject([{ read: true }])
  expect(reports(again)).toEqual([first])
})

test('other options, rules and programs have outcomes of their own, side by side', async () => {
  const cwd = folderWith({ 'a.md': draft })
  later()
  const whole = await run(cwd)
  const [english] = reports(await run(cwd, { locale: 'en' }))
  const [figures] = reports(await run(cwd, { rules: { ids: [], families: ['figures'] } }))
  expect(english).not.toEqual(reports(whole)[0])
  expect(figures).not.toEqual(reports(whole)[0])
  for (const settings of [{}, { locale: 'en' }, { rules: { ids: [], families: ['figures'] } }] as const)
    expect(summary(await run(cwd, settings))).toMatchObject([{ read: false }])
  expect(summary(await run(cwd, {}, 'another'))).toMatchObject([{ read: true }])
  writeFileSync(join(cwd, 'hegao.yaml'), 'rules: { figures/*: off }\n')
  expect(reports(await run(cwd))).not.toEqual(reports(whole))
})

test('the baseline is laid over what is kept', async () => {
  const cwd = folderWith({ 'a.md': draft })
  later()
  const [first] = summary(await run(cwd))
  const entry = { rule: 'figures/ratio', key: '0000000000000000', count: 1, text: '已无' }
  const baseline = { version: 1, drafts: { 'a.md': [entry] } }
  writeFileSync(join(cwd, 'hegao.baseline.json'), JSON.stringify(baseline))
  const [report] = reports(await run(cwd))
  expect(report).toMatchObject({ notes: [{ kind: 'baseline' }] })
  expect(summary(await run(cwd, { baseline: false }))).toEqual([{ ...first, read: false }])
})

test('a damaged cache costs time and nothing else', async () => {
  const cwd = folderWith({ 'a.md': draft, 'b.md': cleanDraft, 'c.md': draft })
  later()
  const whole = reports(await run(cwd))
  const kept = readFileSync(join(cwd, 'cache'))
  const damage = fc.record({
    end: fc.oneof(fc.constant(kept.length), fc.nat(kept.length)),
    at: fc.nat(kept.length - 1),
    byte: fc.nat(255),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ end, at, byte }) => {
      const damaged = Buffer.from(kept)
      damaged[at] = byte
      writeFileSync(join(cwd, 'cache'), damaged.subarray(0, end))
      expect(reports(await run(cwd))).toEqual(whole)
    }),
    { numRuns: 40 },
  )
})

test('a cache that cannot be written is none', async () => {
  const cwd = folderWith({ 'a.md': draft })
  const { drafts } = await findDrafts(['.'], cwd)
  const cache = { path: '/proc/hegao/cache', program: 'test' }
  const told: RunEvent[] = []
  for await (const event of checkDrafts(drafts, {}, { cache })) told.push(event)
  expect(told).toMatchObject([{ kind: 'checked' }])
})
