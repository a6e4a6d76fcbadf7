import { markCharacters } from '../prose/clauses.ts'
import { numeralCharacters } from '../prose/numerals.ts'

/** What a character may begin in a folded text, as far as figures are concerned; 0: nothing of these, as most do. */
export const mark = 1
export const numeral = 2
export const name = 3

/** What a character may begin, by its code. */
export const kindByCode = new Uint8Array(0x10000)
note('《“‘「[【', name)
note(`${numeralCharacters}半`, numeral)
note(markCharacters, mark)

function note(characters: string, kind: number): void {
  for (let at = 0; at < characters.length; at++) kindByCode[characters.charCodeAt(at)] = kind
}
