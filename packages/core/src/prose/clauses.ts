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

const kinds: ReadonlyMap<number, Mark> = new Map<number, Mark>([
  [0x3002, marks.sentence],
  [0x21, marks.sentence],
  [0x3f, marks.sentence],
  [0x0a, marks.sentence],
  [0x3b, marks.group],
  [0x2c, marks.clause],
  [0x3a, marks.clause],
  [0x3001, marks.list],
  [0x28, marks.open],
  [0x29, marks.close],
])

/** The mark that a character of a folded text is; 0 if it is none. */
export function markAt(text: string, at: number): Mark | 0 {
  return kinds.get(text.charCodeAt(at)) ?? 0
}
