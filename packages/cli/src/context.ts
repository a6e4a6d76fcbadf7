import type { Locale, LocalText } from '@hegao/core'
import type { Paint } from './terminal/paint.ts'

/** The world around a command: everything that it reads or writes besides drafts. */
export interface Context {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly locale: Locale
  /** Whether `--locale` named the language, so that it wins over configuration. */
  readonly localeNamed: boolean
  readonly version: string
  /** Digest of the program itself: another build, other outcomes. */
  readonly build: string
  /** Whether a person reads the output, and can be asked. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly in: boolean }
  readonly columns: number
  /** Colours on the output, if it is to have any. */
  readonly paint: Paint
  readonly out: (content: string | Uint8Array) => void
  readonly err: (text: string) => void
}

/** A mistake that the user can mend, told in one line; the command ends with exit code 2. */
export class UserError extends Error {
  readonly text: LocalText
  constructor(zh: string, en: string) {
    super(en)
    this.text = { 'zh-CN': zh, en }
  }
}
