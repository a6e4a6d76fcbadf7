import { termPatternProblem } from '../prose/term-pattern.ts'

/** A pattern in a data or rule file that is not accepted. */
export interface PatternProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** The patterns in a file's value that cannot be compiled: whatever stands in a list under the key `patterns`. */
export function patternProblems(value: unknown): PatternProblem[] {
  const problems: PatternProblem[] = []
  const visit = (node: unknown, path: readonly (string | number)[]): void => {
    if (Array.isArray(node)) for (const [nth, item] of node.entries()) visit(item, [...path, nth])
    else if (typeof node === 'object' && node !== null)
      for (const [key, inner] of Object.entries(node)) visit(inner, [...path, key])
    else if (typeof node === 'string' && path.at(-2) === 'patterns') {
      const message = termPatternProblem(node)
      if (message !== null) problems.push({ path, message })
    }
  }
  visit(value, [])
  return problems
}
