import type { Coverage } from './coverage/coverage.ts'
import { keepCoverage } from './coverage/keep-coverage.ts'
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
  return new StagedAnalysis(document, ruleset, options)
}

const noLinks: readonly ConfirmedLink[] = []

/** A class, as `MadeDocument` is one (read/chunked.ts): getters of an object literal would keep every draft in memory. */
class StagedAnalysis implements Analysis {
  readonly document: Document
  readonly ruleset: Ruleset
  readonly options: CheckOptions
  readonly locale: Locale
  #profile: Profile | undefined
  #report: Report | undefined
  #ledger: Ledger | undefined
  #coverage: Coverage | undefined

  constructor(document: Document, ruleset: Ruleset, options: CheckOptions) {
    this.document = document
    this.ruleset = ruleset
    this.options = options
    this.locale = options.locale ?? 'zh-CN'
    Object.freeze(this)
  }

  get profile(): Profile {
    this.#profile ??= selectProfile(this.document, this.ruleset, this.options)
    return this.#profile
  }

  get report(): Report {
    this.#report ??= recogniseReport(this.document, this.profile, this.options, this.ruleset.data)
    return this.#report
  }

  get ledger(): Ledger {
    this.#ledger ??= keepLedger(this.report, this.ruleset.data)
    return this.#ledger
  }

  get coverage(): Coverage {
    this.#coverage ??= keepCoverage(this.report, this.ruleset.data, this.options.confirmedLinks ?? noLinks)
    return this.#coverage
  }
}
