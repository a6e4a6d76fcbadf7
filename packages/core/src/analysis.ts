import type { Coverage } from './coverage/coverage.ts'
import { findCoverage } from './coverage/find-coverage.ts'
import { keepLedger } from './figures/keep-ledger.ts'
import type { Ledger } from './figures/ledger.ts'
import type { Locale } from './finding.ts'
import type { Document } from './read/document.ts'
import { recogniseReport } from './report/recognise-report.ts'
import type { Report } from './report/report.ts'
import type { Profile } from './ruleset/profile.ts'
import type { Stage } from './ruleset/rule.ts'
import type { Ruleset } from './ruleset/ruleset.ts'
import { selectProfile } from './ruleset/select-profile.ts'

/** What the caller says about a draft beyond its text. Everything may be left out. */
export interface CheckOptions {
  /** Profile id; left out: recognised by the title. */
  readonly profile?: string
  /** Today, as `YYYY-MM-DD`, for rules that ask what is late or not yet in force. Left out: those rules go by the draft's own dates. */
  readonly asOf?: string
  readonly stage?: Stage
  /** The report year, where the draft does not say it. */
  readonly period?: number
  readonly issuer?: string
  /** Language of messages; `zh-CN` when left out. */
  readonly locale?: Locale
  /** Links shortcoming → measure that a person has confirmed, by content key. */
  readonly confirmedLinks?: readonly ConfirmedLink[]
}

/** A link that the writer confirmed by hand; it holds as long as neither text changes. */
export interface ConfirmedLink {
  readonly shortcoming: string
  readonly measure: string
}

/** Everything known about one version of a draft. Each stage is computed when first asked for, at most once. */
export interface Analysis {
  readonly document: Document
  readonly ruleset: Ruleset
  readonly options: CheckOptions
  readonly locale: Locale
  readonly profile: Profile
  readonly report: Report
  readonly ledger: Ledger
  readonly coverage: Coverage
}

/**
 * Sets up the analysis of a document. Nothing is computed yet.
 * @throws RangeError if `options.profile` names no profile of the ruleset.
 */
export function analyse(document: Document, ruleset: Ruleset, options: CheckOptions = {}): Analysis {
  const profile = once(() => selectProfile(document, ruleset, options))
  const report = once(() => recogniseReport(document, profile(), options, ruleset.data))
  const ledger = once(() => keepLedger(report(), ruleset.data))
  const coverage = once(() => findCoverage(report(), ruleset.data, options.confirmedLinks ?? []))
  return Object.freeze({
    document,
    ruleset,
    options,
    locale: options.locale ?? 'zh-CN',
    get profile() {
      return profile()
    },
    get report() {
      return report()
    },
    get ledger() {
      return ledger()
    },
    get coverage() {
      return coverage()
    },
  })
}

/** The function's value, computed at the first call. */
function once<T>(compute: () => T): () => T {
  let entry: { readonly value: T } | undefined
  return () => {
    entry ??= { value: compute() }
    return entry.value
  }
}
