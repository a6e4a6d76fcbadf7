import { blockCheck, type LocalObservation } from '../check.ts'
import { isHan } from '../shared/scan.ts'

/** Parameters of `doubled-word`: which single characters count, and wordings in which a repetition is right. */
export interface DoubledWordParameters {
  /** Characters that never stand twice in a row by intention: 的, 了, 与… */
  readonly characters: string
  /** Words of two characters that never stand twice in a row by intention: 加强, 推进. Others may merely meet: 本规定规定. */
  readonly words: readonly string[]
  /** Longer wordings that hold a repetition rightly: 目的的, 为了了解, 研究研究. */
  readonly except: readonly string[]
}

/** Longer words that repeat rightly: 一个项目一个项目. */
const repeating = /^[一二两三每逐各]/
/** Longer stretches that repeat where two words meet: 申请人|申请人民法院, 的土地|的土地承包权. */
const meeting = /^[的等对会有与和在]|[人区的]$/
/** The longest word whose repetition is looked for. */
const longestWord = 4

/** Reports a word written twice in a row: 的的, 进一步进一步. The fix takes out the second one. */
export const doubledWord = blockCheck<DoubledWordParameters>(
  'doubled-word',
  0,
  ({ characters, words, except }) => {
    const single = new Set(characters)
    const pairs = new Set(words)
    return (shape) => {
      const { folded } = shape
      const found: LocalObservation[] = []
      for (let at = nextRepeat(folded, 0); at !== -1; at = nextRepeat(folded, at)) {
        const length = repeatAt(folded, at, single, pairs)
        const to = length === 0 ? at : endOfRepeats(folded, at, length)
        if (length === 0 || isRight(folded, at, to, except)) {
          at++
          continue
        }
        const word = shape.text.slice(at, at + length)
        found.push({
          from: at,
          to,
          data: { word },
          fixes: [
            {
              kind: length === 1 ? 'safe' : 'suggestion',
              title: { 'zh-CN': `删去重复的“${word}”`, en: `Remove the repeated “${word}”` },
              edits: [{ from: at + length, to, text: '' }],
            },
          ],
        })
        at = to
      }
      return found
    }
  },
)

//     研究进一步进一步推进
//       ^  ^   third: the first two characters come again at this distance
/** The first place from `from` on where one Chinese character comes twice in a row, or two come again after two to four. */
function nextRepeat(folded: string, from: number): number {
  const unitAt = (at: number): number => (at < folded.length ? folded.charCodeAt(at) : 0)
  let first = unitAt(from)
  let next = unitAt(from + 1)
  let [second, third, fourth, fifth] = [
    unitAt(from + 2),
    unitAt(from + 3),
    unitAt(from + 4),
    unitAt(from + 5),
  ]
  for (let at = from; at + 1 < folded.length; at++) {
    if (
      first >= leastHan &&
      (first === next ||
        (first === second && next === third) ||
        (first === third && next === fourth) ||
        (first === fourth && next === fifth))
    )
      return at
    first = next
    next = second
    second = third
    third = fourth
    fourth = fifth
    // Written out: this is done for every character of a draft.
    fifth = at + 6 < folded.length ? folded.charCodeAt(at + 6) : 0
  }
  return -1
}

/** Chinese characters have no lower code. */
const leastHan = 0x3400

/** The length of the word that stands twice at `at`; 0 if none does. */
function repeatAt(
  folded: string,
  at: number,
  single: ReadonlySet<string>,
  pairs: ReadonlySet<string>,
): number {
  const first = folded.charCodeAt(at)
  if (!isHan(first)) return 0
  if (first === folded.charCodeAt(at + 1)) return single.has(folded[at] as string) ? 1 : 0
  for (let length = 2; length <= longestWord; length++) {
    if (folded.charCodeAt(at + length) !== first) continue
    const word = folded.slice(at, at + length)
    if (!folded.startsWith(word, at + length) || !allHan(word)) continue
    if (length === 2 ? pairs.has(word) : !repeating.test(word) && !meeting.test(word)) return length
  }
  return 0
}

function allHan(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isHan(word.charCodeAt(at))) return false
  return true
}

/** Where the repetitions of the word end: 进一步进一步进一步 is one slip. */
function endOfRepeats(folded: string, at: number, length: number): number {
  const word = folded.slice(at, at + length)
  let end = at + 2 * length
  while (folded.startsWith(word, end)) end += length
  return end
}

/** Whether the repetition lies inside a wording that holds it rightly. */
function isRight(folded: string, at: number, to: number, except: readonly string[]): boolean {
  return except.some((wording) => {
    const start = Math.max(0, at - wording.length)
    const near = folded.slice(start, to + wording.length)
    for (let hit = near.indexOf(wording); hit !== -1; hit = near.indexOf(wording, hit + 1))
      if (start + hit <= at && start + hit + wording.length >= to) return true
    return false
  })
}
