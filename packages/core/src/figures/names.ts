import { codeAt } from '../text/code-at.ts'

/** Quotations up to this length are names, and so are the numbers in them. */
const longestName = 16

/**
 * Where the name or reference ends that begins at `at` of a folded text: a title 《…》, a short quotation, the brackets of a
 * document number with the number behind them. `at` itself if none begins there.
 */
export function endOfName(text: string, at: number): number {
  switch (codeAt(text, at)) {
    case 0x300a: // 《
      return closing(text, at, '》', 80)
    case 0x201c: // “
      return closing(text, at, '”', longestName)
    case 0x2018: // ‘
      return closing(text, at, '’', longestName)
    case 0x300c: // 「
      return closing(text, at, '」', longestName)
    case 0x5b: // [
      return endOfOfficeNumber(text, at, closing(text, at, ']', 10))
    case 0x3010: // 【
      return endOfOfficeNumber(text, at, closing(text, at, '】', 10))
    default:
      return at
  }
}

/** Behind the brackets of a document number the number itself, if 号 stands behind it. */
function endOfOfficeNumber(text: string, at: number, end: number): number {
  if (end === at) return at
  let to = end
  while (codeAt(text, to) >= 0x30 && codeAt(text, to) <= 0x39) to++
  return text[to] === '号' ? to + 1 : end
}

function closing(text: string, at: number, mark: string, longest: number): number {
  const end = text.slice(at, at + longest + 2).indexOf(mark)
  return end === -1 ? at : at + end + 1
}
