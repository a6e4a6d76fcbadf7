import { isAbsolute, relative, sep } from 'node:path'
import { type Problem, type ReportedProblem, reportProblem } from '@hegao/workspace'
import type { Context } from './context.ts'

/** Tells a problem in one line on standard error: where, what, and what to do. */
export function tellProblem(problem: Problem, context: Context): ReportedProblem {
  const reported = reportProblem(problem, context.locale)
  const told = { ...reported, path: reported.path === null ? null : shortPath(reported.path, context.cwd) }
  const { path, line, column, message } = told
  const place = path === null ? 'hegao' : line === null ? path : `${path}:${line}:${column ?? 1}`
  context.err(`${place}: ${message}\n`)
  return told
}

/** The path from the current folder, where the file lies below it. */
function shortPath(path: string, cwd: string): string {
  const inside = relative(cwd, path)
  return isAbsolute(path) && !inside.startsWith('..') ? inside.split(sep).join('/') : path
}
