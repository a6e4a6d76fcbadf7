import { codeAt } from '../text/code-at.ts'
/** What a character does to the flow of a folded text. */
export const marks = {
  sentence: 1, // 。 ! ?
  group: 2, // ;
  clause: 3, // , : 、 is not among them
  list: 4, // 、
  open: 5, // (
  close: 6, // )
} as const

export type Mark = (typeof marks)[keyof typeof marks]

/** The characters that are marks. */
export const markCharacters = '。!?\n;,:、()'

/** The mark that a character of a folded text is; 0 if it is none. */
export function markAt(text: string, at: number): Mark | 0 {
  switch (codeAt(text, at)) {
    case 0x3002:
    case 0x21:
    case 0x3f:
    case 0x0a:
      return marks.sentence
    case 0x3b:
      return marks.group
    case 0x2c:
    case 0x3a:
      return marks.clause
    case 0x3001:
      return marks.list
    case 0x28:
      return marks.open
    case 0x29:
      return marks.close
    default:
      return 0
  }
}
