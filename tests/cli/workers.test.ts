import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { checkDrafts, findDrafts, type RunEvent, type RunMeans } from '@hegao/workspace'
import { expect, test } from 'vitest'
import { draft, folderWith } from './support/folder.ts'
import { program } from './support/program.ts'

async function run(cwd: string, means: RunMeans): Promise<unknown[]> {
  const { drafts } = await findDrafts(['.'], cwd)
  const told: unknown[] = []
  for await (const event of checkDrafts(drafts, { defaultLocale: 'zh-CN' }, means)) told.push(plain(event))
  return told
}

function plain(event: RunEvent): unknown {
  return event.kind === 'checked' ? { kind: 'checked', report: event.checked.report } : event
}

test('workers find what one thread finds, in the same order, problems told once', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, nth) => [`${nth}.md`, draft.replace('办结30件', `办结${nth}件`)]),
  )
  const cwd = folderWith({
    ...files,
    'bad.txt': Buffer.from([0, 1, 2, 0, 0]),
    'broken/hegao.yaml': 'stage: x\n',
    'broken/a.md': draft,
    'broken/b.md': draft,
  })
  const worker = join(dirname(program), 'worker.js')
  const alone = await run(cwd, {})
  expect(alone).toHaveLength(62)
  expect(await run(cwd, { worker, patience: 0 })).toEqual(alone)
  const cache = { path: join(cwd, 'cache'), program: 'test' }
  expect(await run(cwd, { worker, patience: 0, cache })).toEqual(alone)
  expect(await run(cwd, { cache })).toEqual(alone)
})

test('a worker that dies, or is given what is too large for it, changes nothing', async () => {
  const cwd = folderWith({
    ...Object.fromEntries(Array.from({ length: 8 }, (_, nth) => [`${nth}.md`, draft])),
    'large.md': draft + '\n'.repeat(1_100_000),
    'dies.mjs':
      "import { workerData } from 'node:worker_threads'\nAtomics.add(new Int32Array(workerData.marks), 0, 1)\nAtomics.store(new Uint8Array(workerData.takers), 0, 1)\nthrow new Error('dead')\n",
  })
  const alone = await run(cwd, {})
  expect(await run(cwd, { worker: join(cwd, 'dies.mjs'), patience: 0 })).toEqual(alone)
  expect(await run(cwd, { worker: join(dirname(program), 'worker.js'), patience: 0 })).toEqual(alone)
})

test('a worker answers for every draft that it takes, however much there is to tell', async () => {
  const wrong = Array.from(
    { length: 60 },
    (_, nth) => `受理案件32件，办结${nth % 30}件，办结率99%。\n\n`,
  ).join('')
  const cwd = folderWith(
    Object.fromEntries(Array.from({ length: 40 }, (_, nth) => [`${nth}.md`, draft + wrong])),
  )
  const { drafts } = await findDrafts(['.'], cwd)
  const workerData = {
    drafts,
    settings: { defaultLocale: 'zh-CN' },
    known: null,
    marks: new SharedArrayBuffer(8),
    takers: new SharedArrayBuffer(drafts.length),
    number: 1,
  }
  const worker = new Worker(join(dirname(program), 'worker.js'), { workerData })
  const told: number[] = []
  let bytes = 0
  worker.on('message', ({ outcomes }: { outcomes: { index: number; from: number; to: number }[] }) => {
    for (const { index, from, to } of outcomes) {
      told.push(index)
      bytes += to - from
    }
  })
  await new Promise((resolve) => worker.once('exit', resolve))
  // More than goes into two messages.
  expect(bytes).toBeGreaterThan(400_000)
  expect(told).toEqual(drafts.map((_, nth) => nth))
})
