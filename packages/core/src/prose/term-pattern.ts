import { fold } from '../text/fold.ts'
import { type Accept, type PatternNode, parsePattern, TermPatternError } from './term-pattern-syntax.ts'

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

/** How many automaton states one pattern may need, and how many pairs of characters it may begin with. */
const maxStates = 400
const maxBeginnings = 64
/**
 * Compiles a pattern.
 * @throws TermPatternError if it is malformed or not accepted.
 */
export function termPattern(source: string): TermPattern {
  const automaton = build(parsePattern(fold(source)), source)
  const beginnings = beginningsOf(automaton, source)
  return Object.freeze({
    source,
    beginnings,
    match: (folded: string, at: number) => run(automaton, folded, at),
  })
}

/** Two plain characters at the start, of which every match begins with both. */
const plainBeginning = /^[^()[\]{}|?*+.\\^$]{2}(?![?*+{])/

/**
 * A pattern that has been accepted before, when its pack was loaded. If its first two characters are plain, it is compiled
 * at its first match only: most are never met.
 * @throws TermPatternError at once or at the first match if it is not accepted after all.
 */
export function acceptedPattern(source: string): TermPattern {
  const beginning = plainBeginning.exec(fold(source))?.[0]
  if (beginning === undefined || hasAlternatives(source)) return termPattern(source)
  let whole: TermPattern | undefined
  return Object.freeze({
    source,
    beginnings: [beginning],
    match(folded: string, at: number) {
      whole ??= termPattern(source)
      return whole.match(folded, at)
    },
  })
}

/** Whether a `|` stands outside of all brackets. */
function hasAlternatives(source: string): boolean {
  let depth = 0
  for (let at = 0; at < source.length; at++) {
    const mark = source[at]
    if (mark === '\\') at++
    else if (mark === '(') depth++
    else if (mark === ')') depth--
    else if (mark === '|' && depth === 0) return true
  }
  return false
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

function accepts(accept: Accept, code: number): boolean {
  for (const [first, last] of accept.ranges) if (first <= code && code <= last) return !accept.negated
  return accept.negated
}

/**
 * Position automaton (Glushkov): one state a character position, no empty moves. `first` are the positions a match may
 * begin with, `follow[i]` those that may come behind position i, `last` those it may end with.
 */
interface Automaton {
  readonly states: readonly Accept[]
  readonly first: readonly number[]
  readonly follow: readonly (readonly number[])[]
  readonly last: ReadonlySet<number>
  /** For each state the step at which a run last reached it, and how many steps there have been in all runs. */
  readonly reachedAt: Float64Array
  steps: number
  /** The states that a run is in, and those that it comes to: used anew at each step. */
  readonly active: Int32Array
  readonly next: Int32Array
}

/** The part of an automaton that one node stands for. */
interface Piece {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly empty: boolean
}

const nothing: Piece = { first: [], last: [], empty: true }

function build(root: PatternNode, source: string): Automaton {
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

  const piece = (node: PatternNode): Piece => {
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
    states,
    first: whole.first,
    follow: follow.map((set) => [...set]),
    last: new Set(whole.last),
    reachedAt: new Float64Array(states.length),
    steps: 0,
    active: new Int32Array(states.length),
    next: new Int32Array(states.length),
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
    for (const a of listed(automaton.states[first] as Accept)) {
      for (const second of automaton.follow[first] as readonly number[]) {
        for (const b of listed(automaton.states[second] as Accept)) pairs.add(a + b)
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
  const { states, first, follow, last, reachedAt } = automaton
  let { active, next } = automaton
  active.set(first)
  let count = first.length
  let end = -1
  for (let position = at; position < folded.length && count > 0; position++) {
    const code = folded.charCodeAt(position)
    const step = ++automaton.steps
    let reached = 0
    for (let nth = 0; nth < count; nth++) {
      const state = active[nth] as number
      if (!accepts(states[state] as Accept, code)) continue
      if (last.has(state)) end = position + 1
      for (const following of follow[state] as readonly number[]) {
        if (reachedAt[following] === step) continue
        reachedAt[following] = step
        next[reached++] = following
      }
    }
    const spare = active
    active = next
    next = spare
    count = reached
  }
  return end
}
