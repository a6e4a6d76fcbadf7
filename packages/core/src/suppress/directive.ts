import type { Comment } from '../read/document.ts'
import type { Range } from '../text/range.ts'

/** What a suppression comment covers. */
export type DirectiveKind = 'line' | 'next-line' | 'begin' | 'end' | 'file'

/** An instruction in a comment of the draft: `<!-- hegao-disable-next-line figures/ratio -- agreed with the court -->`. */
export interface Directive {
  readonly kind: DirectiveKind
  /** The rules that it names; empty: all. */
  readonly rules: readonly string[]
  /** The words behind `--`; empty if there are none. */
  readonly reason: string
  /** The comment. */
  readonly range: Range
}

/** A comment that begins like an instruction but is none. */
export interface UnknownDirective {
  readonly kind: 'unknown'
  readonly name: string
  readonly range: Range
}

/** The names of all instructions. */
export const directiveNames = {
  'hegao-disable-line': 'line',
  'hegao-disable-next-line': 'next-line',
  'hegao-disable': 'begin',
  'hegao-enable': 'end',
  'hegao-disable-file': 'file',
} as const satisfies Readonly<Record<string, DirectiveKind>>

/** Reads a comment as an instruction; null if it is not meant for hegao. */
export function directiveOf(comment: Comment): Directive | UnknownDirective | null {
  const text = comment.text.trim()
  const name = /^hegao-[a-z-]*/i.exec(text)?.[0]
  if (name === undefined) return null
  const kind = (directiveNames as Readonly<Record<string, DirectiveKind>>)[
    name.toLowerCase().replace(/-+$/, '')
  ]
  if (kind === undefined) return { kind: 'unknown', name, range: comment.range }
  const rest = text.slice(name.length)
  const dashes = rest.search(/(?:^|\s)--/)
  const rules = (dashes === -1 ? rest : rest.slice(0, dashes))
    .split(/[\s,，、]+/)
    .filter((rule) => rule !== '')
  const reason = dashes === -1 ? '' : rest.slice(dashes).replace(/^\s*-+\s*/, '')
  return { kind, rules, reason, range: comment.range }
}
