import type { LocalText, Range as OffsetRange, Ruleset } from '@hegao/core'
import type { CheckedDraft } from './drafts.ts'

/** A law or set phrase that an office may write in a report of a year. */
export interface KnownName {
  readonly kind: 'law' | 'formula'
  readonly text: string
  readonly detail: LocalText
}

/** A law or set phrase in the draft, with what is known about it. */
export interface NamedPlace {
  readonly range: OffsetRange
  readonly text: string
}

/** The names that are valid in the year; all if no year is known. */
export function knownNames(_data: Ruleset['data'], _year: number | null): readonly KnownName[] {
  return []
}

/** The laws and set phrases at the offset. */
export function namesAt(_draft: CheckedDraft, _offset: number): NamedPlace[] {
  return []
}
