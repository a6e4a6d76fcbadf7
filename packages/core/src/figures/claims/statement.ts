import type { Passage } from '../context.ts'
import type { Prose } from '../prose.ts'
import { type Fact, factsOf } from './repeat-facts.ts'

/** A fact at its place in the draft, as long as the draft has the same number of passages. */
export interface Statement {
  readonly fact: Fact
  readonly prose: Prose
  /** Position of its passage among those of the draft, and its own among the facts of the passage. */
  readonly at: number
  readonly nth: number
}

/** Whether both are the statement at one place. */
export function isSameStatement(one: Statement, other: Statement | undefined): boolean {
  return other !== undefined && one.at === other.at && one.nth === other.nth
}

/** The statements of the passages `from`…`to`, in reading order. */
export function statementsIn(passages: readonly Passage[], from: number, to: number): Statement[] {
  const statements: Statement[] = []
  for (let at = from; at < to; at++) {
    const { prose } = passages[at] as Passage
    if (prose.figures.length === 0) continue
    const facts = factsOf(prose)
    for (let nth = 0; nth < facts.length; nth++) statements.push({ fact: facts[nth] as Fact, prose, at, nth })
  }
  return statements
}

/** The last statements, so many at most, before the passage at `end`. */
export function statementsBefore(passages: readonly Passage[], end: number, most: number): Statement[] {
  let from = end
  let count = 0
  while (from > 0 && count < most) {
    from--
    const { prose } = passages[from] as Passage
    if (prose.figures.length > 0) count += factsOf(prose).length
  }
  return statementsIn(passages, from, end).slice(-most)
}
