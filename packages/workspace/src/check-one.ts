import type { Analysis } from '@hegao/core'
import { type CheckedDraft, checkedDraft } from './checked-draft.ts'
import type { FoundDraft } from './find-drafts.ts'
import { countInput } from './optimise.ts'
import { checkPrepared, type PreparedDraft, withoutKnown } from './prepare-draft.ts'
import type { Problem } from './problem.ts'
import { type DraftFile, isProblem, readDraft } from './read-draft.ts'
import { type Reported, reportedAs } from './reported.ts'
import { contentDigest } from './result-cache.ts'

/** What a run tells of one draft. */
export type RunEvent =
  | { readonly kind: 'checked'; readonly checked: CheckedDraft }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'ignored'; readonly found: FoundDraft }

/** What looking at a draft has given, before the baseline takes out what it knows. */
export interface Outcome {
  /** Null if the draft's bytes are those that the caller knows the findings of. */
  readonly reported: Reported | null
  /** Digest of the bytes, if the caller wants it. */
  readonly digest: Buffer | null
  /** The text; null if it was read in another thread. */
  readonly file: DraftFile | null
  readonly analysis: Analysis | null
}

/** What the caller wants to know of a draft's bytes: their digest, and whether it is the one that it has findings for. */
export interface DigestWish {
  readonly known: Uint8Array | null
}

/** Reads a draft and checks it, unless its bytes are known. */
export function checkOne(prepared: PreparedDraft, wish: DigestWish | null): Outcome | Problem {
  const { found } = prepared
  const file = readDraft(found.path, found.name)
  if (isProblem(file)) return file
  const digest = wish && contentDigest(file.bytes)
  if (wish?.known && digest?.equals(wish.known)) return { reported: null, digest, file, analysis: null }
  countInput(file.bytes.length)
  const checked = checkPrepared({ ...prepared, baseline: null }, file)
  if (isProblem(checked)) return checked
  return { reported: checked, digest, file, analysis: checked.analysis }
}

/** The outcome as the run tells it: without what the baseline knows. */
export function eventOf(
  prepared: PreparedDraft,
  reported: Reported,
  { file, analysis }: Pick<Outcome, 'file' | 'analysis'>,
): RunEvent {
  const { found, options, failOn, baseline } = prepared
  const about = { found, failOn, locale: options.locale ?? 'zh-CN', file, analysis }
  if (baseline === null) return { kind: 'checked', checked: checkedDraft(about, reported) }
  const read = file ?? readDraft(found.path, found.name)
  if (isProblem(read)) return { kind: 'problem', problem: read }
  const report = withoutKnown(reported.report, prepared, read.draft.text)
  return { kind: 'checked', checked: checkedDraft(about, reportedAs(report)) }
}
