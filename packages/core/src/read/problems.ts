import type { ReadProblem } from './document.ts'

const suspect = /[\0\ud800-\udfff]/
const lonely = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Whether the text may hold characters that {@link characterProblems} reports; most texts have no candidate at all. */
export function isSuspect(text: string): boolean {
  return suspect.test(text)
}

/** What is wrong with the characters of a text: NULs and unpaired surrogates, one problem a kind, at the first place. */
export function characterProblems(text: string): ReadProblem[] {
  const problems: ReadProblem[] = []
  const nul = text.indexOf('\0')
  if (nul !== -1) {
    let count = 0
    for (let at = nul; at !== -1; at = text.indexOf('\0', at + 1)) count++
    problems.push({
      kind: 'nul-characters',
      range: { start: nul, end: nul + 1 },
      detail: `U+0000 × ${count}`,
    })
  }
  const found = [...text.matchAll(lonely)]
  const first = found[0]?.index
  if (first !== undefined)
    problems.push({
      kind: 'unpaired-surrogate',
      range: { start: first, end: first + 1 },
      detail: `U+${text.charCodeAt(first).toString(16).toUpperCase()} × ${found.length}`,
    })
  return problems
}
