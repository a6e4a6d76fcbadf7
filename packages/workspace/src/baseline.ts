import { createHash } from 'node:crypto'
import type { SideFile } from './side-file.ts'
import { writeFileAtomic } from './write-file.ts'

/** The name of the file. */
export const baselineName = 'hegao.baseline.json'

/** Findings of one rule at one text, as the baseline keeps them. */
export interface BaselineEntry {
  readonly rule: string
  readonly key: string
  readonly count: number
  readonly text: string
}

export type Baseline = SideFile<BaselineEntry>

/** What the baseline needs to know a finding again; findings of the core and reported ones both have it. */
interface Known {
  readonly rule: string
  readonly message: string
  readonly document: boolean
  readonly range: { readonly start: number; readonly end: number }
}

/** What a baseline says about the findings of one draft. */
export interface BaselineVerdict<Finding> {
  /** Findings that are not in it. */
  readonly fresh: readonly Finding[]
  /** How many are. */
  readonly known: number
  /** Entries for which there is no finding any more. */
  readonly gone: readonly BaselineEntry[]
}

/** Parts the findings of a draft into new ones and those that the baseline knows. */
export function compareWithBaseline<Finding extends Known>(
  entries: readonly BaselineEntry[],
  findings: readonly Finding[],
  text: string,
): BaselineVerdict<Finding> {
  const left = new Map(entries.map((entry) => [entry.key, entry.count]))
  const fresh = findings.filter((finding) => {
    const key = contentKeyOf(finding, text)
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
  const gone = entries
    .filter((entry) => (left.get(entry.key) ?? 0) > 0)
    .map((entry) => ({ ...entry, count: left.get(entry.key) as number }))
  return { fresh, known: findings.length - fresh.length, gone }
}

/** The entries that make a baseline of these findings, sorted by rule and key. */
export function baselineEntries(findings: readonly Known[], text: string): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>()
  for (const finding of findings) {
    const key = contentKeyOf(finding, text)
    const shown = finding.document ? finding.message : text.slice(finding.range.start, finding.range.end)
    entries.set(key, {
      rule: finding.rule,
      key,
      count: (entries.get(key)?.count ?? 0) + 1,
      text: shown.replace(/\s+/g, ' ').slice(0, 60),
    })
  }
  return [...entries.values()].sort((a, b) => (a.rule + a.key < b.rule + b.key ? -1 : 1))
}

/** Writes a baseline; drafts without entries are left out, names are sorted. */
export function writeBaseline(
  path: string,
  drafts: Readonly<Record<string, readonly BaselineEntry[]>>,
): void {
  const kept = Object.entries(drafts)
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileAtomic(path, `${JSON.stringify({ version: 1, drafts: Object.fromEntries(kept) }, null, 2)}\n`)
}

/** How many characters on either side of a finding belong to its key; spaces do not count. */
const contextLength = 16

/**
 * A finding's key: its rule, its text and the text around it on the same line. Spaces and everything further away may
 * change. A finding about the draft as a whole goes by its message.
 */
function contentKeyOf({ rule, message, document, range }: Known, text: string): string {
  const around = document
    ? message
    : [
        squeeze(lineBefore(text, range.start)).slice(-contextLength),
        squeeze(text.slice(range.start, range.end)),
        squeeze(lineBehind(text, range.end)).slice(0, contextLength),
      ].join('\0')
  return createHash('sha256').update(`${rule}\0${around}`).digest('hex').slice(0, 16)
}

function squeeze(text: string): string {
  return text.replace(/[\s\u3000]+/g, '')
}

/** Enough of the line before the offset to find the context in. */
function lineBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - contextLength * 4), end)
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1)
}

function lineBehind(text: string, start: number): string {
  return text.slice(start, start + contextLength * 4).split(/[\r\n]/)[0] as string
}
