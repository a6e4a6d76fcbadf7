import { makingOf } from './chunked.ts'
import type { Document } from './document.ts'

let slots = 0

/**
 * What a stage keeps with a draft from version to version: one state, made at the first question and handed on when the draft is
 * read again after an edit. A state holds the last result together with all that it was made of; who asks compares that with
 * what there is now, and makes anew what hangs on the difference. It must never be trusted to be of the version before:
 * versions may be skipped, or analysed twice with other rules.
 */
export function perDraft<State>(start: () => State): (document: Document) => State {
  const slot = slots++
  return (document) => {
    const memory = makingOf(document)?.memory
    if (memory === undefined) return start()
    let state = memory[slot] as State | undefined
    if (state === undefined) {
      state = start()
      memory[slot] = state
    }
    return state
  }
}
