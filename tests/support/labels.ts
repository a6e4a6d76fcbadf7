import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  type CheckResult,
  check,
  type Finding,
  formatOfPath,
  type Range,
  type Severity,
  severities,
} from '@hegao/core'
import { listFiles } from '../../scripts/lib/files.mjs'
import { builtinRuleset } from './builtin.ts'

/** One thing that a careful reviewer must, may or must not be told about a draft. */
export interface LabelEntry {
  readonly id?: string
  /** Accepted rule-id prefixes; `*` for any. */
  readonly rule: readonly string[]
  /** A substring of the draft that the finding must overlap; null for the draft as a whole. */
  readonly anchor: string | null
  readonly also?: readonly string[]
  readonly severity?: Severity
  readonly about?: string
}

/** What is known about one draft. */
export interface Labels {
  readonly file: string
  readonly period: number
  readonly expect: readonly LabelEntry[]
  readonly allow: readonly LabelEntry[]
  readonly forbid: readonly LabelEntry[]
}

/** A finding that marks more than this has found nothing. */
const widest = 300

/** The label files of a folder. */
export function labelsIn(folder: string): Labels[] {
  return listFiles(folder, '.json').map((path) => JSON.parse(readFileSync(path, 'utf8')) as Labels)
}

/** Checks a file with the built-in rules, as the command line would. */
export function checkFile(path: string, options: Parameters<typeof check>[2] = {}): CheckResult {
  const text = readFileSync(path, 'utf8')
  return check({ path: basename(path), format: formatOfPath(path), text }, builtinRuleset, options)
}

/** Holds the findings of a draft against its labels: what was missed, and what should not have been said. */
export function score(
  labels: Labels,
  folder: string,
): { missed: string[]; alarms: string[]; unlabelled: Finding[] } {
  const { draft, findings } = checkFile(join(folder, labels.file))
  const spoken = new Set<Finding>()
  const missed: string[] = []
  for (const entry of labels.expect) {
    const hits = findings
      .filter((finding) => fits(entry, finding, draft.text))
      .filter((finding) => entry.anchor === null || length(finding.range) <= widest)
    for (const hit of hits) spoken.add(hit)
    const least = entry.severity ? severities.indexOf(entry.severity) : severities.length
    if (!hits.some((hit) => severities.indexOf(hit.severity) <= least))
      missed.push(`${entry.id ?? ''} ${entry.rule.join('|')} ${entry.anchor}: ${entry.about ?? ''}`)
  }
  for (const entry of labels.allow)
    for (const finding of findings) if (fits(entry, finding, draft.text)) spoken.add(finding)
  const alarms: string[] = []
  for (const entry of labels.forbid) {
    for (const finding of findings) {
      if (spoken.has(finding)) continue
      const raised = entry.rule.includes('*') ? isLoud(finding) : fits(entry, finding, draft.text)
      if (raised) alarms.push(describeFinding(finding, draft.text))
    }
  }
  return { missed, alarms, unlabelled: findings.filter((finding) => !spoken.has(finding)) }
}

/** Whether the finding is a warning or an error. */
export function isLoud(finding: Finding): boolean {
  return finding.severity === 'error' || finding.severity === 'warning'
}

/** A finding in one line, for messages and snapshots. */
export function describeFinding(finding: Finding, text: string): string {
  const where = finding.document
    ? '(draft)'
    : JSON.stringify(text.slice(finding.range.start, finding.range.end))
  return `${finding.severity} ${finding.rule} ${where}: ${finding.message}`
}

function length(range: Range): number {
  return range.end - range.start
}

function fits(entry: LabelEntry, finding: Finding, text: string): boolean {
  if (!entry.rule.some((prefix) => prefix === '*' || finding.rule.startsWith(prefix))) return false
  if (entry.anchor === null) return true
  return [entry.anchor, ...(entry.also ?? [])].some((anchor) => {
    for (let at = text.indexOf(anchor); at !== -1; at = text.indexOf(anchor, at + 1)) {
      if (finding.range.start < at + anchor.length && finding.range.end > at) return true
    }
    return false
  })
}
