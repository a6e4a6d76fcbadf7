import { type Problem, type ReportedProblem, reportProblem } from '@hegao/workspace'
import type { Context } from './context.ts'

/** Tells a problem in one line on standard error: where, what, and what to do. */
export function tellProblem(problem: Problem, context: Context): ReportedProblem {
  const told = reportProblem(problem, context.locale)
  const { path, line, column, message } = told
  const place = path === null ? 'hegao' : line === null ? path : `${path}:${line}:${column ?? 1}`
  context.err(`${place}: ${message}\n`)
  return told
}
