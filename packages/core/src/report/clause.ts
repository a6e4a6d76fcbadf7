/** A stretch of text: `from` included, `to` not. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const openers = new Set('(［[【{“‘《〈「『')
const closers = new Set(')］]】}”’》〉」』')
/** A bracket that is still open after this many characters was never closed: published text loses brackets. */
const longestBracket = 120

const sentenceEnds = new Set('。!?')
const clauseEnds = new Set('。!?;')
const phraseEnds = new Set('。!?;,:')

/** The sentences of folded text between `from` and `to`, each with its end mark. Marks inside brackets and quotes do not end one. */
export function sentences(folded: string, from = 0, to = folded.length): Stretch[] {
  return split(folded, from, to, sentenceEnds)
}

/** As {@link sentences}, split at semicolons too. */
export function clauses(folded: string, from = 0, to = folded.length): Stretch[] {
  return split(folded, from, to, clauseEnds)
}

/** As {@link sentences}, split at semicolons, colons and commas too. */
export function phrases(folded: string, from = 0, to = folded.length): Stretch[] {
  return split(folded, from, to, phraseEnds)
}

/** Phrases longer than this to either side are cut: text without any punctuation has no phrases. */
const longestPhrase = 200

/** The phrase of folded text in which the character at `at` stands, without the mark behind it. */
export function phraseAround(folded: string, at: number): Stretch {
  let from = at
  while (from > 0 && at - from < longestPhrase && !phraseEnds.has(folded.charAt(from - 1))) from--
  let to = at
  while (to < folded.length && to - at < longestPhrase && !phraseEnds.has(folded.charAt(to))) to++
  return { from, to }
}

/** Where the first sentence of folded text behind `from` ends (its end mark included), or the text's length. */
export function firstSentenceEnd(folded: string, from: number): number {
  return firstEnd(folded, from, folded.length, sentenceEnds)
}

/** The stretch without white space at its ends and without the marks `。；，：` at its end. */
export function bare(folded: string, { from, to }: Stretch): Stretch {
  let start = from
  let end = to
  while (start < end && isSpace(folded.charCodeAt(start))) start++
  while (end > start && (isSpace(folded.charCodeAt(end - 1)) || isEndMark(folded.charAt(end - 1)))) end--
  return { from: start, to: end }
}

function split(folded: string, from: number, to: number, ends: ReadonlySet<string>): Stretch[] {
  const pieces: Stretch[] = []
  for (let at = from; at < to; ) {
    const end = firstEnd(folded, at, to, ends)
    if (folded.slice(at, end).trim() !== '') pieces.push({ from: at, to: end })
    at = end
  }
  return pieces
}

//     一是“强队伍;补短板”专项行动。二是…
//       └ open ────────┘ close    ^ end: depth is 0 again
function firstEnd(folded: string, from: number, to: number, ends: ReadonlySet<string>): number {
  let depth = 0
  let opened = from
  for (let at = from; at < to; at++) {
    const character = folded.charAt(at)
    if (openers.has(character)) {
      if (depth === 0) opened = at
      depth++
    } else if (closers.has(character)) depth = Math.max(0, depth - 1)
    else if (ends.has(character)) {
      if (depth > 0 && at - opened < longestBracket) continue
      let end = at + 1
      while (end < to && (ends.has(folded.charAt(end)) || closers.has(folded.charAt(end)))) end++
      return end
    }
  }
  return to
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0x3000
}

function isEndMark(character: string): boolean {
  return phraseEnds.has(character) || character === '、'
}
