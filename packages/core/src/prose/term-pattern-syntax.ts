/** Thrown for a pattern that is not accepted; the message says why and where, in words for its author. */
export class TermPatternError extends Error {
  override readonly name = 'TermPatternError'
}

/** The largest count in `{m,n}`. */
const maxCount = 60

/** The deepest nesting of groups. */
const maxDepth = 20

/** What one position of a pattern accepts. */
export interface Accept {
  readonly negated: boolean
  /** Pairs of first and last code unit. */
  readonly ranges: readonly (readonly [number, number])[]
}

export type PatternNode =
  | { readonly kind: 'one'; readonly accept: Accept }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly node: PatternNode; readonly least: number; readonly most: number }

/**
 * Reads a folded pattern by recursive descent; `at` is the next unread character.
 * @throws TermPatternError if it is malformed or asks for what is not possible.
 */
export function parsePattern(source: string): PatternNode {
  let at = 0
  let depth = 0
  const refuse = (reason: string): never => {
    throw new TermPatternError(`the pattern "${source}" is not accepted at character ${at + 1}: ${reason}`)
  }

  const choice = (): PatternNode => {
    const options = [sequence()]
    while (source[at] === '|') {
      at++
      options.push(sequence())
    }
    return options.length === 1 ? (options[0] as PatternNode) : { kind: 'choice', options }
  }

  const sequence = (): PatternNode => {
    const parts: PatternNode[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(quantified())
    return { kind: 'sequence', parts }
  }

  const quantified = (): PatternNode => {
    const node = atom()
    const bounds = quantifier()
    if (!bounds) return node
    if (source[at] === '?' || source[at] === '{' || source[at] === '*' || source[at] === '+')
      refuse('one quantifier may not follow another')
    return { kind: 'repeat', node, least: bounds[0], most: bounds[1] }
  }

  const quantifier = (): readonly [number, number] | null => {
    const mark = source[at]
    if (mark === '*' || mark === '+')
      refuse(`"${mark}" has no upper bound; write how often, for example {0,20}`)
    if (mark === '?') {
      at++
      return [0, 1]
    }
    if (mark !== '{') return null
    const close = source.indexOf('}', at)
    const written = close === -1 ? '' : source.slice(at + 1, close)
    const [first, last, ...more] = written.split(',')
    if (more.length > 0 || !/^\d{1,3}$/.test(first ?? '') || (last !== undefined && !/^\d{0,3}$/.test(last)))
      refuse('a count is written {3} or {1,3}')
    if (last === '') refuse('the count has no upper bound; write for example {1,20}')
    const least = Number(first)
    const most = last === undefined ? least : Number(last)
    if (most < least) refuse('the second count is smaller than the first')
    if (most > maxCount) refuse(`at most ${maxCount} repetitions are possible`)
    at = close + 1
    return [least, most]
  }

  const atom = (): PatternNode => {
    const mark = source[at] as string
    if (mark === '(') return group()
    if (mark === '[') return { kind: 'one', accept: characterClass() }
    if (mark === '\\') return { kind: 'one', accept: escaped() }
    if (mark === '^' || mark === '$') refuse('anchors are not possible')
    if (mark === '*' || mark === '+' || mark === '?' || mark === '{')
      refuse(`"${mark}" has nothing to repeat`)
    at++
    if (mark === '.') return { kind: 'one', accept: { negated: true, ranges: [] } }
    return { kind: 'one', accept: only(mark) }
  }

  const group = (): PatternNode => {
    at++
    if (source.startsWith('?:', at)) at += 2
    else if (source[at] === '?') refuse('look-ahead, look-behind, named groups and flags are not possible')
    if (++depth > maxDepth) refuse('groups are nested too deeply')
    const inner = choice()
    if (source[at] !== ')') refuse('a bracket is not closed')
    at++
    depth--
    return inner
  }

  const escaped = (): Accept => {
    const code = source[at + 1]
    if (code === undefined) refuse('a lone "\\" at the end')
    if (code === 'd') {
      at += 2
      return { negated: false, ranges: [[0x30, 0x39]] }
    }
    if (/[1-9k]/.test(code as string)) refuse('back-references are not possible')
    if (/[a-z0]/i.test(code as string)) refuse(`"\\${code}" is not known; only \\d and escaped marks are`)
    at += 2
    return only(code as string)
  }

  const characterClass = (): Accept => {
    at++
    const negated = source[at] === '^'
    if (negated) at++
    const ranges: (readonly [number, number])[] = []
    while (source[at] !== ']') {
      if (at >= source.length) refuse('"[" is not closed')
      if (source[at] === '[') refuse('"[" inside a class must be written "\\["')
      if (source[at] === '\\') {
        ranges.push(...escaped().ranges)
        continue
      }
      const first = source.charCodeAt(at++)
      if (source[at] === '-' && source[at + 1] !== ']' && at + 1 < source.length) {
        const last = source.charCodeAt(at + 1)
        if (last < first) refuse('the range in "[…]" runs backwards')
        ranges.push([first, last])
        at += 2
      } else ranges.push([first, first])
    }
    at++
    if (ranges.length === 0) refuse('"[]" holds no character')
    return { negated, ranges }
  }

  const root = choice()
  if (at < source.length) refuse('")" without "("')
  return root
}

function only(character: string): Accept {
  const code = character.charCodeAt(0)
  return { negated: false, ranges: [[code, code]] }
}
