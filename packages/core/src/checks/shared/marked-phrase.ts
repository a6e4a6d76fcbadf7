import type { Stretch } from '../../prose/term-context.ts'

/** How much of the phrase is shown with its mark. */
const longest = 12
const ends = /[\s,。;:、!?()[\]〔〕【】“”‘’"《》〈〉]/

//     扎实开展“法律进乡村活动，发放资料3000余份
//             ^mark      ^the phrase ends here
/** A lone mark with the words that it opens or closes: a single mark is easily overlooked. */
export function markedPhrase(folded: string, at: number, opening: boolean): Stretch {
  const step = opening ? 1 : -1
  let end = at + step
  while (end >= 0 && end < folded.length && Math.abs(end - at) <= longest && !ends.test(folded.charAt(end)))
    end += step
  return opening ? { from: at, to: end } : { from: end + 1, to: at + 1 }
}
