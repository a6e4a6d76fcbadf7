import { expect, test } from 'vitest'
import { makeSchedule } from './schedule.ts'

/** An event loop in the hand: `turn` runs what waited before it. */
function handLoop() {
  let queue: (() => void)[] = []
  return {
    nextTurn: (callback: () => void) => void queue.push(callback),
    turn() {
      const now = queue
      queue = []
      for (const callback of now) callback()
      return now.length
    },
  }
}

test('marks of many turns in a row cost one run, after the first quiet turn', () => {
  const loop = handLoop()
  const runs: string[] = []
  const schedule = makeSchedule(loop.nextTurn, (key) => runs.push(key))
  for (let edit = 0; edit < 20; edit++) {
    schedule.mark('a')
    loop.turn()
  }
  expect(runs).toEqual([])
  while (loop.turn() > 0);
  expect(runs).toEqual(['a'])
})

test('each marked key runs once', () => {
  const loop = handLoop()
  const runs: string[] = []
  const schedule = makeSchedule(loop.nextTurn, (key) => runs.push(key))
  schedule.mark('a')
  schedule.mark('b')
  schedule.mark('a')
  while (loop.turn() > 0);
  expect(runs).toEqual(['a', 'b'])
})

test('a stream of marks that never pauses does not put the run off for ever', () => {
  const loop = handLoop()
  const runs: string[] = []
  const schedule = makeSchedule(loop.nextTurn, (key) => runs.push(key))
  for (let edit = 0; edit < 200; edit++) {
    schedule.mark('a')
    loop.turn()
  }
  expect(runs.length).toBeGreaterThan(1)
})

test('a dropped key does not run, and a stopped schedule runs nothing', () => {
  const loop = handLoop()
  const runs: string[] = []
  const schedule = makeSchedule(loop.nextTurn, (key) => runs.push(key))
  schedule.mark('a')
  schedule.mark('b')
  schedule.drop('a')
  while (loop.turn() > 0);
  expect(runs).toEqual(['b'])
  schedule.mark('c')
  schedule.stop()
  while (loop.turn() > 0);
  expect(runs).toEqual(['b'])
})
