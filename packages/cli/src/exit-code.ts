import type { DraftCounts, FailLevel, Summary } from '@hegao/workspace'
import { type Arguments, numberOption, textOption } from './options.ts'

/** From which severity on a draft fails: the command line, then its configuration, then `error`. */
export function failLevelOf(args: Arguments, configured: FailLevel | null): FailLevel {
  return (textOption(args, 'fail-on') as FailLevel | undefined) ?? configured ?? 'error'
}

/** Whether the draft has a finding at or above the level. */
export function fails({ errors, warnings, infos }: DraftCounts, level: FailLevel): boolean {
  if (level === 'never') return false
  return errors > 0 || (level !== 'error' && warnings > 0) || (level === 'info' && infos > 0)
}

/** 2 if anything could not be checked, 1 if a draft fails or there are too many warnings, otherwise 0. */
export function exitCode(run: {
  readonly args: Arguments
  /** Whether a draft could not be checked in full. */
  readonly incomplete: boolean
  readonly problems: number
  readonly failed: boolean
  readonly summary: Summary
}): number {
  if (run.problems > 0 || run.incomplete) return 2
  const most = numberOption(run.args, 'max-warnings')
  return run.failed || (most !== undefined && run.summary.warnings > most) ? 1 : 0
}
