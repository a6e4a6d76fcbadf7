import type { Locale } from '@hegao/core'

/** What a user can set in the editor. Everything about a report itself belongs into `hegao.yaml`. */
export interface Settings {
  /** `recognised`: recognised reports, and drafts that a `hegao.yaml` governs; `all`: every Markdown and text document. */
  readonly check: 'recognised' | 'all'
  /** Language of messages; null: what `hegao.yaml` says, else Chinese. */
  readonly locale: Locale | null
  /** The recomputed value beside each stated rate. */
  readonly inlayHints: boolean
  /** The lenses above parts and shortcomings. */
  readonly codeLens: boolean
  /** Whether the findings of drafts that are not open are kept up to date too. */
  readonly workspaceDiagnostics: boolean
}

/** What holds where the editor says nothing. A client that asks for workspace diagnostics by itself gets them. */
export const defaultSettings: Settings = Object.freeze({
  check: 'recognised',
  locale: null,
  inlayHints: true,
  codeLens: true,
  workspaceDiagnostics: true,
})

/** The settings in what an editor sent: unknown values are left at their defaults, never guessed. */
export function settingsFrom(value: unknown, base: Settings = defaultSettings): Settings {
  if (typeof value !== 'object' || value === null) return base
  const sent = value as { readonly [Key in keyof Settings]?: unknown }
  const flag = (key: 'inlayHints' | 'codeLens' | 'workspaceDiagnostics'): boolean =>
    typeof sent[key] === 'boolean' ? sent[key] : base[key]
  return {
    check: sent.check === 'all' || sent.check === 'recognised' ? sent.check : base.check,
    locale: sent.locale === 'zh-CN' || sent.locale === 'en' ? sent.locale : base.locale,
    inlayHints: flag('inlayHints'),
    codeLens: flag('codeLens'),
    workspaceDiagnostics: flag('workspaceDiagnostics'),
  }
}
