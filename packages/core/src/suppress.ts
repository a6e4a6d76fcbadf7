import type { Analysis } from './analysis.ts'
import type { Finding, Locale, Note } from './finding.ts'
import { coveredRanges, type Suppression } from './suppress/covered-ranges.ts'
import { type Directive, directiveNames, directiveOf } from './suppress/directive.ts'
import { nearest } from './text/nearest.ts'
import type { Range } from './text/range.ts'

/**
 * Takes out the findings that comments in the draft suppress. Suppressions that name an unknown rule, are misspelt, or
 * suppress nothing become notes: a suppression must not outlive its reason.
 */
export function suppress(
  analysis: Analysis,
  findings: readonly Finding[],
): { findings: readonly Finding[]; notes: Note[] } {
  const read = analysis.document.comments.map(directiveOf).filter((directive) => directive !== null)
  if (read.length === 0) return { findings, notes: [] }
  const notes: Note[] = []
  const said = messages[analysis.locale]
  const tell = (message: string, range: Range, rule: string | null = null): void => {
    notes.push({ kind: 'suppression', message, rule, range })
  }
  const directives: Directive[] = []
  for (const directive of read) {
    if (directive.kind === 'unknown') tell(said.unknownName(directive.name), directive.range)
    else directives.push(directive)
  }
  const { suppressions, idle } = coveredRanges(analysis.document, directives)
  for (const directive of idle) tell(said.idle, directive.range)
  const used = new Set<string>()
  const nearby = sweep(suppressions)
  const kept = findings.filter((finding) => {
    const by = nearby(finding.range.start).filter((suppression) => covers(suppression, finding))
    for (const { directive } of by) used.add(useKey(directive, finding.rule)).add(useKey(directive, ''))
    return by.length === 0
  })
  const running = new Set(analysis.ruleset.rules.map((rule) => rule.id))
  const known = analysis.ruleset.knownRules ?? [...running]
  for (const { directive } of suppressions) {
    if (directive.rules.length === 0 && !used.has(useKey(directive, '')))
      tell(said.unused(null), directive.range)
    for (const rule of directive.rules) {
      if (!known.includes(rule)) tell(said.unknownRule(rule, nearest(rule, known)), directive.range, rule)
      else if (running.has(rule) && !used.has(useKey(directive, rule)))
        tell(said.unused(rule), directive.range, rule)
    }
  }
  return { findings: kept, notes: notes.sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0)) }
}

/** Asked in reading order, gives the suppressions that may hold at an offset: those that have begun and not ended. */
function sweep(suppressions: readonly Suppression[]): (offset: number) => readonly Suppression[] {
  const coming = [...suppressions].sort((a, b) => a.covers.start - b.covers.start)
  let next = 0
  let open: Suppression[] = []
  return (offset) => {
    for (; next < coming.length && (coming[next] as Suppression).covers.start <= offset; next++)
      open.push(coming[next] as Suppression)
    if (open.some(({ covers }) => covers.end <= offset))
      open = open.filter(({ covers }) => covers.end > offset)
    return open
  }
}

function covers({ directive, covers: range }: Suppression, finding: Finding): boolean {
  const inside = finding.range.start >= range.start && finding.range.start < range.end
  return inside && (directive.rules.length === 0 || directive.rules.includes(finding.rule))
}

function useKey(directive: Directive, rule: string): string {
  return `${directive.range.start} ${rule}`
}

const messages: Readonly<
  Record<
    Locale,
    {
      readonly unknownName: (name: string) => string
      readonly unknownRule: (rule: string, close: string | null) => string
      readonly unused: (rule: string | null) => string
      readonly idle: string
    }
  >
> = {
  'zh-CN': {
    unknownName: (name) => {
      const close = nearest(name, Object.keys(directiveNames))
      return `“${name}”不是停用说明，没有生效${close ? `；是否指“${close}”？` : ''}`
    },
    unknownRule: (rule, close) =>
      `停用说明中的规则“${rule}”不存在，没有生效${close ? `；是否指“${close}”？` : ''}`,
    unused: (rule) =>
      rule === null
        ? '这条停用说明没有停用任何意见，请删去'
        : `规则 ${rule} 在此没有意见，停用说明多余，请删去`,
    idle: '前面没有与这条 hegao-enable 对应的 hegao-disable，请删去',
  },
  en: {
    unknownName: (name) => {
      const close = nearest(name, Object.keys(directiveNames))
      return `"${name}" is no suppression and has no effect${close ? `; did you mean "${close}"?` : ''}`
    },
    unknownRule: (rule, close) =>
      `The suppression names a rule that does not exist, "${rule}", and has no effect${close ? `; did you mean "${close}"?` : ''}`,
    unused: (rule) =>
      rule === null
        ? 'This suppression suppresses nothing; remove it'
        : `Rule ${rule} finds nothing here; remove it from the suppression`,
    idle: 'There is no hegao-disable before this hegao-enable; remove it',
  },
}
