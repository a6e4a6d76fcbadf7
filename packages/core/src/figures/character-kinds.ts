import { markCharacters } from '../prose/clauses.ts'
import { numeralCharacters } from '../prose/numerals.ts'

/** What a character may begin in a folded text, as far as figures are concerned: most are nothing of these. */
export const kinds = { nothing: 0, mark: 1, numeral: 2, name: 3 } as const

const kindByCode = new Uint8Array(0x10000)
note('《“‘「[【', kinds.name)
note(`${numeralCharacters}半`, kinds.numeral)
note(markCharacters, kinds.mark)

function note(characters: string, kind: number): void {
  for (let at = 0; at < characters.length; at++) kindByCode[characters.charCodeAt(at)] = kind
}

/** What the character at `at` may begin. */
export function characterKind(text: string, at: number): number {
  return kindByCode[text.charCodeAt(at)] as number
}
