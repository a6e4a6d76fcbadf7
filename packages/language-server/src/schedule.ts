/** Runs a task for each key that was marked, once the message queue is drained. */
export interface Schedule {
  /** Marks a key; marking it again before its task has run costs nothing. */
  mark(key: string): void
  /** Takes a mark back. */
  drop(key: string): void
  /** Ends the schedule: nothing runs any more. */
  stop(): void
}

/** Calls back in a later turn of the event loop, after what is already waiting. */
export type NextTurn = (callback: () => void) => void

/** So many turns a constant stream of marks may put the run off before it happens all the same. */
const patience = 64

/**
 * Makes a schedule. A burst of edits costs one run without any fixed delay: the run waits for one whole turn of the event
 * loop in which no mark was set. (The JSON-RPC reader hands on one message a turn, so a turn without a mark means that no
 * edit is waiting.)
 */
export function makeSchedule(nextTurn: NextTurn, run: (key: string) => void): Schedule {
  const marked = new Set<string>()
  let marks = 0
  let waiting = false
  let stopped = false

  const wait = (seen: number, turns: number): void => {
    nextTurn(() => {
      if (stopped) return
      if (turns === 0 || (seen !== marks && turns < patience)) {
        wait(marks, turns + 1)
        return
      }
      waiting = false
      const keys = [...marked]
      marked.clear()
      for (const key of keys) run(key)
    })
  }

  return {
    mark(key) {
      marked.add(key)
      marks++
      if (waiting || stopped) return
      waiting = true
      wait(marks, 0)
    },
    drop(key) {
      marked.delete(key)
    },
    stop() {
      stopped = true
      marked.clear()
    },
  }
}
