import { dirname, join } from 'node:path'
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
