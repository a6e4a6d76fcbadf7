import { type BlockRange, type Item, type Severity, textOf, uncheckedReason } from '@hegao/core'
import { roleName, sectionName } from '../describe.ts'
import type { CheckedDraft } from '../drafts.ts'
import { placeToRange } from '../places.ts'
import type { LedgerView, OutlineView, PlaceView, StatusView, TraceRow, TraceView } from '../protocol.ts'
import { fileNameOf } from './diagnostics.ts'

/** The ledger of a draft, for the panel in which an office signs it off. */
export function ledgerView(draft: CheckedDraft): LedgerView {
  const { figures, claims, unchecked } = draft.result.analysis.ledger
  const claimsOf = new Map<number, number[]>()
  claims.forEach((claim, index) => {
    for (const { figure } of claim.operands) claimsOf.set(figure, [...(claimsOf.get(figure) ?? []), index])
  })
  const reasons = new Map(
    unchecked.map(({ figure, reason }) => [figure, uncheckedReason(reason, draft.locale)]),
  )
  return {
    ...headOf(draft),
    figures: figures.map((figure) => ({
      ...placeView(figure.place, draft),
      subject: figure.subject,
      role: figure.role,
      claims: claimsOf.get(figure.index) ?? [],
      unchecked: reasons.get(figure.index) ?? null,
    })),
    claims: claims.map((claim) => ({
      ...placeView(claim.place, draft),
      kind: claim.kind,
      rule: claim.rule,
      verdict: claim.verdict,
      arithmetic: claim.arithmetic,
    })),
  }
}

/** Every shortcoming with its causes and the measures that answer it. */
export function traceView(draft: CheckedDraft): TraceView {
  const { report, coverage } = draft.result.analysis
  return {
    ...headOf(draft),
    rows: coverage.shortcomings.map(
      ({ item, verdict, links, missing }): TraceRow => ({
        shortcoming: placeView(item.head, draft),
        causes: causesOf(item).map((place) => placeView(place, draft)),
        verdict,
        measures: links.flatMap(({ measure, score, evidence }) => {
          const answer = report.measures[measure]
          if (!answer) return []
          return [{ ...placeView(answer.head, draft), score, evidence: evidence.map(({ text }) => text) }]
        }),
        missing,
      }),
    ),
    unmotivated: coverage.unmotivated.flatMap((index) => {
      const measure = report.measures[index]
      return measure ? [placeView(measure.head, draft)] : []
    }),
  }
}

/** What the draft was recognised as: type, year, sections with their roles, parts that are missing. */
export function outlineView(draft: CheckedDraft): OutlineView {
  const { report, profile } = draft.result.analysis
  return {
    ...headOf(draft),
    profile: profile.id,
    profileName: profile.name[draft.locale],
    period: draft.result.period,
    issuer: report.metadata.issuer?.name ?? null,
    sections: report.sections.map((section) => ({
      level: section.level,
      heading: { ...placeView(section.titlePlace, draft), text: sectionName(section) },
      role: section.role,
      roleName: roleName(profile, section.role, draft.locale),
    })),
    missing: profile.parts
      .filter((part) => part.presence === 'required')
      .filter((part) => !report.parts.some(({ role, sections }) => role === part.role && sections.length > 0))
      .map((part) => part.name[draft.locale]),
  }
}

/** Counts and the recognised type, for the status bar. */
export function statusView(draft: CheckedDraft): StatusView {
  const { profile } = draft.result.analysis
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 }
  for (const finding of draft.result.findings) counts[finding.severity]++
  return {
    uri: draft.uri,
    version: draft.version,
    checked: true,
    profileName: profile.name[draft.locale],
    recognised: draft.result.profile !== 'generic',
    period: draft.result.period,
    counts,
    notes: draft.result.notes.length,
  }
}

function headOf(draft: CheckedDraft): { uri: string; version: number; title: string } {
  const title = draft.result.analysis.report.metadata.titleText ?? fileNameOf(draft.uri)
  return { uri: draft.uri, version: draft.version, title }
}

function placeView(place: BlockRange, draft: CheckedDraft): PlaceView {
  return { range: placeToRange(draft.document, place), text: textOf(place) }
}

/** What an item says of its causes: from each cue word to the end of its sentence, a second cue inside that left out. */
function causesOf(item: Item): BlockRange[] {
  const causes: BlockRange[] = []
  for (const { kind, place } of item.cues) {
    const last = causes.at(-1)
    if (kind !== 'cause' || (last?.block === place.block && place.from < last.to)) continue
    const { text } = place.block.shape
    const end = text.slice(place.to).search(/[。！？；]/)
    causes.push({ block: place.block, from: place.from, to: end === -1 ? text.length : place.to + end })
  }
  return causes
}
