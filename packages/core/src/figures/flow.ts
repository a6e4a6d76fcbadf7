import { markAt, marks } from '../prose/clauses.ts'

/** Where a scan through a folded text stands: how it has been divided so far. Changed by {@link passMark}. */
export interface Flow {
  readonly text: string
  /** Where the sentences and the clauses so far begin. */
  readonly sentences: number[]
  readonly clauses: number[]
  group: number
  clause: number
  /** Behind the last mark or figure. */
  leadFrom: number
  /** The brackets that are open. */
  readonly outer: Outer[]
}

/** What a bracket stands in, to go on with behind it. */
interface Outer {
  readonly clause: number
  readonly leadFrom: number
  readonly at: number
  readonly figures: number
}

/** A bracket that is not closed within this many characters was never meant to be: the sentence ends all the same. */
const longestBracket = 160

/** The flow at the beginning of a text. */
export function flowOf(text: string): Flow {
  return {
    text,
    sentences: [0],
    clauses: [0],
    group: 0,
    clause: 0,
    leadFrom: 0,
    outer: [],
  }
}

/** Goes over the mark at `at`; `figures` is how many figures have been found before it. */
export function passMark(flow: Flow, at: number, figures: number): void {
  const { outer, leadFrom } = flow
  const mark = markAt(flow.text, at)
  flow.leadFrom = at + 1
  if (mark === marks.list) return
  if (mark === marks.open) {
    outer.push({ clause: flow.clause, leadFrom, at, figures })
    openClause(flow, at + 1)
    return
  }
  if (mark === marks.close) {
    const around = outer.pop()
    if (!around) return
    flow.clause = around.clause
    // 村（社区）32个: brackets without a figure stand inside the words before it.
    if (around.figures === figures) flow.leadFrom = around.leadFrom
    return
  }
  if (mark === marks.sentence) endSentence(flow, at)
  if (mark !== marks.clause) flow.group++
  openClause(flow, at + 1)
}

function openClause(flow: Flow, from: number): void {
  flow.clause = flow.clauses.push(from) - 1
}

function endSentence(flow: Flow, at: number): void {
  if (at - (flow.outer[0]?.at ?? at) > longestBracket) flow.outer.length = 0
  if (flow.outer.length > 0) return
  if (at + 1 === flow.text.length) return
  flow.sentences.push(at + 1)
}

/** Where the words behind a figure end: the next mark, or `limit`. Brackets that hold no figure are passed over: 24个乡镇（街道）中. */
export function endOfTail(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit) {
    const mark = markAt(text, at)
    if (mark !== 0) {
      const close = mark === marks.open ? text.slice(at, Math.min(limit, at + 24)).indexOf(')') : -1
      if (close === -1) return at
      at += close
    }
    at++
  }
  return at
}
