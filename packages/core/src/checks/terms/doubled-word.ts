import { blockCheck, type LocalObservation } from '../check.ts'
import { isHan } from '../shared/scan.ts'
import { textScanner } from './text-scan.ts'

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
  ({ characters, words, except }, { data }) => {
    const single = new Set(characters)
    const pairs = new Set(words)
    const { scan } = textScanner(data)
    return (shape) => {
      const { repeats } = scan(shape)
      if (repeats.length === 0) return none
      const { folded } = shape
      const found: LocalObservation[] = []
      let end = 0
      for (const at of repeats) {
        if (at < end) continue
        const length = repeatAt(folded, at, single, pairs)
        if (length === 0) continue
        const to = endOfRepeats(folded, at, length)
        if (isRight(folded, at, to, except)) continue
        end = to
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
      }
      return found
    }
  },
)

const none: readonly LocalObservation[] = []

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
