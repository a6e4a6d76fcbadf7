import { fold } from '../text/fold.ts'

/**
 * Patterns of rule packs: a small language that cannot run away. A pattern is compiled to an automaton whose states are
 * counted when it is compiled and which reads each character once, so the worst case is known before any draft is read.
 *
 *     截止(到)?[今去]年{1,2}底
 *       literals · classes [..] [^..] \d · any character . · groups and alternation (a|b) · optional ? · bounded {m} {m,n}
 *
 * Refused, with the reason: `*`, `+`, `{m,}` (no bound), look-ahead and look-behind, back-references, anchors, flags,
 * more than {@link maxStates} states, and patterns that do not begin with two known characters (those two are what the
 * matcher looks for; without them every place of the draft would have to be tried).
 */
export interface TermPattern {
  readonly source: string
  /** Pairs of first characters with which a match can begin. */
  readonly beginnings: readonly string[]
  /** The end of the longest match that begins at `at` in the folded text, or -1. */
  readonly match: (folded: string, at: number) => number
}

/** Thrown for a pattern that is not accepted; the message says why and where, in words for its author. */
export class TermPatternError extends Error {
  override readonly name = 'TermPatternError'
}

/** How many automaton states one pattern may need, and how many pairs of characters it may begin with. */
const maxStates = 400
const maxBeginnings = 64
/** The largest count in `{m,n}`. */
const maxCount = 60

/** What one position of a pattern accepts. */
interface Accept {
  readonly negated: boolean
  /** Pairs of first and last code unit. */
  readonly ranges: readonly (readonly [number, number])[]
}

type Node =
  | { readonly kind: 'one'; readonly accept: Accept }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number }

/**
 * Compiles a pattern.
 * @throws TermPatternError if it is malformed or not accepted.
 */
export function termPattern(source: string): TermPattern {
  const automaton = build(parse(fold(source)), source)
  const beginnings = beginningsOf(automaton, source)
  return Object.freeze({
    source,
    beginnings,
    match: (folded: string, at: number) => run(automaton, folded, at),
  })
}

/** What is wrong with the pattern, or null if it is accepted. */
export function termPatternProblem(source: string): string | null {
  try {
    termPattern(source)
    return null
  } catch (error) {
    if (error instanceof TermPatternError) return error.message
    throw error
  }
}

/** Recursive descent over the pattern; `at` is the next unread character. */
function parse(source: string): Node {
  let at = 0
  let depth = 0
  const refuse = (reason: string): never => {
    throw new TermPatternError(`the pattern "${source}" is not accepted at character ${at + 1}: ${reason}`)
  }

  const choice = (): Node => {
    const options = [sequence()]
    while (source[at] === '|') {
      at++
      options.push(sequence())
    }
    return options.length === 1 ? (options[0] as Node) : { kind: 'choice', options }
  }

  const sequence = (): Node => {
    const parts: Node[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(quantified())
    return { kind: 'sequence', parts }
  }

  const quantified = (): Node => {
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

  const atom = (): Node => {
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

  const group = (): Node => {
    at++
    if (source.startsWith('?:', at)) at += 2
    else if (source[at] === '?') refuse('look-ahead, look-behind, named groups and flags are not possible')
    if (++depth > 20) refuse('groups are nested too deeply')
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

function accepts(accept: Accept, code: number): boolean {
  return accept.ranges.some(([first, last]) => first <= code && code <= last) !== accept.negated
}

/**
 * Position automaton (Glushkov): one state a character position, no empty moves. `first` are the positions a match may
 * begin with, `follow[i]` those that may come behind position i, `last` those it may end with.
 */
interface Automaton {
  readonly accepts: readonly Accept[]
  readonly first: readonly number[]
  readonly follow: readonly (readonly number[])[]
  readonly last: ReadonlySet<number>
}

/** The part of an automaton that one node stands for. */
interface Piece {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly empty: boolean
}

const nothing: Piece = { first: [], last: [], empty: true }

function build(root: Node, source: string): Automaton {
  const states: Accept[] = []
  const follow: Set<number>[] = []

  const chain = (a: Piece, b: Piece): Piece => {
    for (const from of a.last) for (const to of b.first) (follow[from] as Set<number>).add(to)
    return {
      first: a.empty ? [...a.first, ...b.first] : a.first,
      last: b.empty ? [...a.last, ...b.last] : b.last,
      empty: a.empty && b.empty,
    }
  }

  const piece = (node: Node): Piece => {
    switch (node.kind) {
      case 'one': {
        if (states.length >= maxStates)
          throw new TermPatternError(
            `the pattern "${source}" is not accepted: its repetitions unfold to more than ${maxStates} characters`,
          )
        states.push(node.accept)
        follow.push(new Set())
        const state = states.length - 1
        return { first: [state], last: [state], empty: false }
      }
      case 'sequence':
        return node.parts.reduce<Piece>((before, part) => chain(before, piece(part)), nothing)
      case 'choice': {
        const options = node.options.map(piece)
        return {
          first: options.flatMap((option) => option.first),
          last: options.flatMap((option) => option.last),
          empty: options.some((option) => option.empty),
        }
      }
      case 'repeat': {
        let whole = nothing
        for (let nth = 0; nth < node.most; nth++) {
          const part = piece(node.node)
          // what holds no character stays empty however often it is repeated
          if (part.first.length === 0) break
          whole = chain(whole, nth < node.least ? part : { ...part, empty: true })
        }
        return whole
      }
    }
  }

  const whole = piece(root)
  if (whole.empty)
    throw new TermPatternError(`the pattern "${source}" is not accepted: it matches the empty text`)
  return {
    accepts: states,
    first: whole.first,
    follow: follow.map((set) => [...set]),
    last: new Set(whole.last),
  }
}

/** All pairs of characters with which a match can begin. */
function beginningsOf(automaton: Automaton, source: string): readonly string[] {
  const pairs = new Set<string>()
  const refuse = (reason: string): never => {
    throw new TermPatternError(`the pattern "${source}" is not accepted: ${reason}`)
  }
  for (const first of automaton.first) {
    if (automaton.last.has(first)) refuse('it can match a single character; two are the least')
    for (const a of listed(automaton.accepts[first] as Accept)) {
      for (const second of automaton.follow[first] as readonly number[]) {
        for (const b of listed(automaton.accepts[second] as Accept)) pairs.add(a + b)
      }
    }
  }
  if (pairs.size > maxBeginnings) refuse(`it can begin in more than ${maxBeginnings} ways`)
  return [...pairs]

  function listed(accept: Accept): string[] {
    const size = accept.ranges.reduce((sum, [low, high]) => sum + high - low + 1, 0)
    if (accept.negated || size > maxBeginnings) refuse('its first two characters must be known ones')
    return accept.ranges.flatMap(([low, high]) =>
      Array.from({ length: high - low + 1 }, (_, nth) => String.fromCharCode(low + nth)),
    )
  }
}

/** Reads the text once from `at`, all possible states side by side. */
function run(automaton: Automaton, folded: string, at: number): number {
  let active: readonly number[] = automaton.first
  let end = -1
  for (let position = at; position < folded.length && active.length > 0; position++) {
    const code = folded.charCodeAt(position)
    const next = new Set<number>()
    for (const state of active) {
      if (!accepts(automaton.accepts[state] as Accept, code)) continue
      if (automaton.last.has(state)) end = position + 1
      for (const following of automaton.follow[state] as readonly number[]) next.add(following)
    }
    active = [...next]
  }
  return end
}
