import { createHash } from 'node:crypto'
import type { Rule, Severity } from '@hegao/core'
import type { DraftReport, PlacedRange, ReportedFinding } from '@hegao/workspace'
import type { FormatContext, MakeFormat } from './format.ts'

/** SARIF 2.1.0: one run, its rules with basis and advice, evidence as related locations, fixes as replacements. */
export const sarif: MakeFormat = (context) => {
  const results: unknown[] = []
  const notifications: unknown[] = []
  const ruleIds: string[] = []
  const indexOf = (id: string): number => {
    if (!ruleIds.includes(id)) ruleIds.push(id)
    return ruleIds.indexOf(id)
  }
  return {
    draft({ report }) {
      for (const finding of report.findings) results.push(resultOf(finding, report, indexOf(finding.rule)))
      for (const { kind, message, range, rule } of report.notes)
        notifications.push({
          level: 'warning',
          message: { text: message },
          descriptor: { id: kind },
          locations: [locationOf(report.path, range)],
          ...(rule === null || !ruleIds.includes(rule) ? {} : { associatedRule: { id: rule } }),
        })
      return ''
    },
    end({ problems, summary }) {
      for (const { path, line, column, message } of problems)
        notifications.push({
          level: 'error',
          message: { text: message },
          ...(path === null
            ? {}
            : {
                locations: [
                  {
                    physicalLocation: {
                      artifactLocation: { uri: uriOf(path) },
                      ...(line === null ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
                    },
                  },
                ],
              }),
        })
      const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: {
              driver: {
                name: 'hegao',
                version: context.version,
                semanticVersion: context.version,
                rules: ruleIds.map((id) => ruleOf(id, context)),
              },
            },
            columnKind: 'utf16CodeUnits',
            language: context.locale,
            invocations: [
              { executionSuccessful: summary.problems === 0, toolExecutionNotifications: notifications },
            ],
            results,
          },
        ],
      }
      return `${JSON.stringify(log, null, 2)}\n`
    },
  }
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

function ruleOf(id: string, { ruleOf: known, locale }: FormatContext): unknown {
  const rule = known(id)
  if (!rule) return { id }
  return {
    id,
    name: id.split('/').join('-'),
    shortDescription: { text: rule.title[locale] },
    fullDescription: { text: basisText(rule) },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [id.split('/')[0]], basis: rule.basis.kind, certainty: rule.basis.certainty },
  }
}

function basisText({ basis, title }: Rule): string {
  const parts = [`《${basis.document}》`, basis.number ?? '', basis.clause ?? ''].filter(
    (part) => part !== '',
  )
  return basis.kind === 'arithmetic' ? `${title['zh-CN']}（${basis.document}）` : parts.join(' ')
}

function resultOf(finding: ReportedFinding, report: DraftReport, ruleIndex: number): unknown {
  const key = `${finding.rule}\0${finding.message}`
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: `${finding.message}\n${finding.advice}` },
    locations: [locationOf(report.path, finding.range)],
    partialFingerprints: { 'hegao/v1': createHash('sha256').update(key).digest('hex').slice(0, 32) },
    ...(finding.evidence.length === 0
      ? {}
      : {
          relatedLocations: finding.evidence.map(({ range, label }, id) => ({
            id,
            message: { text: label },
            ...locationOf(report.path, range),
          })),
        }),
    ...(finding.fixes.length === 0
      ? {}
      : {
          fixes: finding.fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation: { uri: uriOf(report.path) },
                replacements: edits.map(({ range, text }) => ({
                  deletedRegion: regionOf(range),
                  insertedContent: { text },
                })),
              },
            ],
          })),
        }),
  }
}

function locationOf(path: string, range: PlacedRange | null): { physicalLocation: unknown } {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      ...(range === null ? {} : { region: regionOf(range) }),
    },
  }
}

/** Line and column only: SARIF's character offsets count from a file's first byte order mark or not, as tools please. */
function regionOf({ startLine, startColumn, endLine, endColumn }: PlacedRange): unknown {
  return { startLine, startColumn, endLine, endColumn }
}

/** A path as a URI reference: each part escaped; an absolute one with its scheme. */
function uriOf(path: string): string {
  const escaped = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${escaped}` : escaped
}
