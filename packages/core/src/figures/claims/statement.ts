import type { Passage } from '../context.ts'
import { type Prose, perPlace } from '../prose.ts'
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

const none: readonly Statement[] = []

const statementsOf = perPlace((prose, at): readonly Statement[] =>
  factsOf(prose).map((fact, nth) => ({ fact, prose, at, nth })),
)

/** The statements of the passages `from`…`to`, in reading order. */
export function statementsIn(passages: readonly Passage[], from: number, to: number): Statement[] {
  const statements: Statement[] = []
  for (let at = from; at < to; at++)
    for (const statement of statementsAt(passages, at)) statements.push(statement)
  return statements
}

function statementsAt(passages: readonly Passage[], at: number): readonly Statement[] {
  const { prose } = passages[at] as Passage
  return prose.figures.length === 0 ? none : statementsOf(prose, at)
}

/** The last statements, so many at most, before the passage at `end`. */
export function statementsBefore(passages: readonly Passage[], end: number, most: number): Statement[] {
  let from = end
  let count = 0
  while (from > 0 && count < most) {
    from--
    count += statementsAt(passages, from).length
  }
  return statementsIn(passages, from, end).slice(-most)
}
