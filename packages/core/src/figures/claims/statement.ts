import type { Passage } from '../context.ts'
import { type Prose, perPlace } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'
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

const byFigure = perPlace((prose, at): ReadonlyMap<LocalFigure, readonly Statement[]> => {
  const found = new Map<LocalFigure, Statement[]>()
  for (const statement of statementsOf(prose, at)) {
    const { figure } = statement.fact
    const own = found.get(figure)
    if (own) own.push(statement)
    else found.set(figure, [statement])
  }
  return found
})

/** The statements that a figure makes in the passage at `at`. */
export function statementsWith(
  passages: readonly Passage[],
  at: number,
  figure: LocalFigure,
): readonly Statement[] {
  return byFigure((passages[at] as Passage).prose, at).get(figure) ?? none
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
