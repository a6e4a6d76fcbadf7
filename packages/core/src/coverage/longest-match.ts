/** A known word found in a text: `from` included, `to` not. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly word: string
}

interface Node {
  readonly next: Map<string, Node>
  word: string | null
}

/**
 * A finder of known words. It returns every match that no other match contains, from left to right; two matches may
 * overlap, because a compound can end one term and begin the next:
 *
 *     行政执法人员不足
 *     ^^^^              行政执法
 *       ^^^^            执法人员, though 执法 and 人员 are known too
 *           ^^          不足
 *
 * Takes time proportional to the text's length times the longest word's.
 */
export function longestMatch(words: Iterable<string>): (text: string) => Match[] {
  const root: Node = { next: new Map(), word: null }
  for (const word of words) {
    let node = root
    for (let at = 0; at < word.length; at++) {
      const unit = word.charAt(at)
      let next = node.next.get(unit)
      if (!next) {
        next = { next: new Map(), word: null }
        node.next.set(unit, next)
      }
      node = next
    }
    node.word = word
  }
  return (text) => {
    const matches: Match[] = []
    let covered = 0
    for (let from = 0; from < text.length; from++) {
      let node: Node | undefined = root
      let longest: string | null = null
      for (let at = from; at < text.length; at++) {
        node = node.next.get(text.charAt(at))
        if (!node) break
        longest = node.word ?? longest
      }
      if (longest === null || from + longest.length <= covered) continue
      covered = from + longest.length
      matches.push({ from, to: covered, word: longest })
    }
    return matches
  }
}
