import { expect, test } from 'vitest'
import { claim } from './worker-pool.ts'

test('no draft is taken too far ahead of the one that is waited for', async () => {
  const drafts = Array.from({ length: 3000 }, (_, nth) => ({ path: `/${nth}.md`, name: `${nth}.md` }))
  const marks = new SharedArrayBuffer(8)
  const task = { drafts, settings: {}, known: null, marks, takers: new SharedArrayBuffer(3000), number: 1 }
  const shared = new Int32Array(marks)
  shared[1] = 500
  let waited = 0
  const wait = (): void => {
    waited++
    shared[1] = (shared[1] as number) + 1
  }
  let index = 0
  for (let taken = 0; taken < 2000; taken++) {
    index = claim(task, wait)
    expect(index).toBe(taken)
  }
  expect(index - (shared[1] as number)).toBe(1023)
  expect(waited).toBe(2000 - 500 - 1024)
})
