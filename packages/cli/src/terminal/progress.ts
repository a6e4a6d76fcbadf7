import { milliseconds } from '@hegao/workspace'
import type { Context } from '../context.ts'

/** A line on a terminal that says how far a long run is. */
export interface Progress {
  /** Shows that one more is done. */
  step(): void
  /** Takes the line away, before anything else is written and at the end. */
  clear(): void
}

const none: Progress = { step: () => {}, clear: () => {} }
/** Fewer drafts than this are done before anybody looks. */
const worthShowing = 30
/** Milliseconds between two pictures. */
const interval = 80
const barWidth = 24

/** A progress bar on standard error, if that is a terminal and there is enough to wait for. */
export function progressBar(total: number, { terminal, err, locale, paint }: Context): Progress {
  if (total < worthShowing || !terminal.err) return none
  let done = 0
  let shown = 0
  let visible = false
  return {
    step() {
      done++
      const now = milliseconds()
      if (now - shown < interval || done === total) return
      shown = now
      visible = true
      const filled = Math.floor((done / total) * barWidth)
      const bar = `${'█'.repeat(filled)}${paint.dim('░'.repeat(barWidth - filled))}`
      err(`\r${bar} ${done}/${total}${locale === 'zh-CN' ? ' 份' : ''}\u001b[K`)
    },
    clear() {
      if (visible) err('\r\u001b[K')
      visible = false
    },
  }
}
