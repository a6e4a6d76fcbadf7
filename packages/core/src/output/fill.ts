import type { MessageData } from '../checks/check.ts'
import type { Locale } from '../finding.ts'

/** Templates taken apart: text, name of a placeholder, text, and so on to the last text. */
const known = new Map<string, readonly string[]>()
/** How many are kept: those of all rules, many times over. */
const mostKnown = 4000

function piecesOf(template: string): readonly string[] {
  let pieces = known.get(template)
  if (pieces === undefined) {
    pieces = template.split(/\{([a-z][A-Za-z]*)\}/)
    if (known.size >= mostKnown) known.clear()
    known.set(template, pieces)
  }
  return pieces
}

/**
 * A message with its `{placeholders}` filled in; `{count}` is how many observations it speaks of, unless the check says otherwise.
 * @throws RangeError if a placeholder has no value: the rule and its check disagree.
 */
export function fill(template: string, data: MessageData, locale: Locale, ruleId: string, count = 1): string {
  const pieces = piecesOf(template)
  let text = pieces[0] as string
  for (let at = 1; at < pieces.length; at += 2) {
    const name = pieces[at] as string
    const value = data[name] ?? (name === 'count' ? count : undefined)
    if (value === undefined)
      throw new RangeError(`the message of ${ruleId} wants {${name}}, which its check does not give`)
    text += (typeof value === 'object' ? value[locale] : String(value)) + (pieces[at + 1] as string)
  }
  return text
}
