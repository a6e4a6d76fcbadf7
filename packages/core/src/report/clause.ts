/** A stretch of text: `from` included, `to` not. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What a character does to the splitting, as bits, by its code unit. */
const opens = 1
const closes = 2
const endsSentence = 4
const endsClause = 8
const endsPhrase = 16
const signs = new Uint8Array(0x10000)
const mark = (characters: string, bits: number): void => {
  for (const character of characters) {
    const unit = character.charCodeAt(0)
    signs[unit] = (signs[unit] as number) | bits
  }
}
mark('(（[［【{“‘《〈「『', opens)
mark(')）]］】}”’》〉」』', closes)
mark('。!?', endsSentence | endsClause | endsPhrase)
mark(';', endsClause | endsPhrase)
mark(',:', endsPhrase)

/** A bracket that is still open after this many characters was never closed: published text loses brackets. */
const longestBracket = 120

/** The sentences of folded text between `from` and `to`, each with its end mark. Marks inside brackets and quotes do not end one. */
export function sentences(folded: string, from = 0, to = folded.length): Stretch[] {
  return split(folded, from, to, endsSentence)
}

/** As {@link sentences}, split at semicolons too. */
export function clauses(folded: string, from = 0, to = folded.length): Stretch[] {
  return split(folded, from, to, endsClause)
}

/** Phrases longer than this to either side are cut: text without any punctuation has no phrases. */
const longestPhrase = 200

/** The phrase of folded text in which the character at `at` stands, without the mark behind it. */
export function phraseAround(folded: string, at: number): Stretch {
  let from = at
  while (from > 0 && at - from < longestPhrase && !isPhraseEnd(folded, from - 1)) from--
  let to = at
  while (to < folded.length && to - at < longestPhrase && !isPhraseEnd(folded, to)) to++
  return { from, to }
}

/** Where the first sentence of folded text behind `from` ends (its end mark included), or the text's length. */
export function firstSentenceEnd(folded: string, from: number): number {
  return firstEnd(folded, from, folded.length, endsSentence)
}

/** The stretch without white space at its ends and without the marks `。；，：` at its end. */
export function bare(folded: string, { from, to }: Stretch): Stretch {
  let start = from
  let end = to
  while (start < end && isSpace(folded.charCodeAt(start))) start++
  while (
    end > start &&
    (isSpace(folded.charCodeAt(end - 1)) || isPhraseEnd(folded, end - 1) || folded.charAt(end - 1) === '、')
  )
    end--
  return { from: start, to: end }
}

function split(folded: string, from: number, to: number, end: number): Stretch[] {
  const pieces: Stretch[] = []
  for (let at = from; at < to; ) {
    const behind = firstEnd(folded, at, to, end)
    if (folded.slice(at, behind).trim() !== '') pieces.push({ from: at, to: behind })
    at = behind
  }
  return pieces
}

//     一是“强队伍;补短板”专项行动。二是…
//       └ open ────────┘ close    ^ end: depth is 0 again
function firstEnd(folded: string, from: number, to: number, end: number): number {
  let depth = 0
  let opened = from
  for (let at = from; at < to; at++) {
    const sign = signs[folded.charCodeAt(at)] as number
    if (sign === 0) continue
    if (sign & opens) {
      if (depth === 0) opened = at
      depth++
    } else if (sign & closes) depth = Math.max(0, depth - 1)
    else if (sign & end) {
      if (depth > 0 && at - opened < longestBracket) continue
      let behind = at + 1
      while (behind < to && (signs[folded.charCodeAt(behind)] as number) & (end | closes)) behind++
      return behind
    }
  }
  return to
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0x3000
}

function isPhraseEnd(folded: string, at: number): boolean {
  return ((signs[folded.charCodeAt(at)] as number) & endsPhrase) !== 0
}
