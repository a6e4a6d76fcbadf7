/** What the beginning and the end of a line say about the paragraph that it belongs to. */

/** A line that may be part of a paragraph. */
export interface Line {
  /** The line without white space at its ends. */
  readonly text: string
  /** Columns of white space before the text. */
  readonly indent: number
  /** Columns up to the end of the text, indent and markup included. */
  readonly width: number
  /** Characters up to the end of the text, indent and markup included. */
  readonly length: number
  /** Whether a blank line or a hard break stands before this line. */
  readonly apart: boolean
}

const strongLabel =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,4}(?:章|节|部分|编)|[一二三四五六七八九十百]{1,4}[、.．]|[（(][一二三四五六七八九十百]{1,4}[）)]|[（(]\d{1,2}[）)]|\d{1,2}(?:[.．](?!\d)|、|[）)])|[①-⑳]|[•●◆■▪]|附件\d{0,2}[：:])/
const weakLabel =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|要)|第[一二三四五六七八九十\d]{1,4}(?:[,，、]|条)|首先|其次|再次|最后[,，])/
const dateLine =
  /^(?:\d{4}|[一二三四五六七八九〇○零]{4})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$/
const fieldLine = /^[^，。；：,;:]{1,12}[：:]/
const tabular = /\t|[|｜]|\S {2,}\S|\S\u3000{2,}\S/

/** Whether the line begins with a number that only a heading or an item of its own has: 一、 （一） 1. （1） ①. */
export function hasStrongLabel(line: string): boolean {
  return strongLabel.test(line)
}

/** Whether the line begins with words that count inside a paragraph as well: 一是, 第一，, 首先. */
export function hasWeakLabel(line: string): boolean {
  return weakLabel.test(line)
}

/** Whether the line is a date and nothing else. */
export function isDateLine(line: string): boolean {
  return line.length <= 14 && dateLine.test(line)
}

/** Whether the line looks like an entry of a form: 发布机构：青石镇. */
export function isFieldLine(line: string): boolean {
  return fieldLine.test(line)
}

/** Whether the line has columns: tabs, bars or wide gaps. */
export function isTabular(line: string): boolean {
  return tabular.test(line)
}

/** How a line ends: with a sentence, with a `：` or `；`, with a `，` or another mark after which a sentence goes on, or none. */
export type LineEnd = 'sentence' | 'clause' | 'comma' | 'open'

const closers = /[”’」』）)》〉】\]"']$/
const latin = /[A-Za-z0-9]$/

/** How the line ends; closing quotes and brackets are looked through for a full stop. */
export function lineEnd(line: string): LineEnd {
  let to = line.length
  while (to > 0 && closers.test(line.charAt(to - 1))) to--
  const mark = line.charAt(to - 1)
  const afterLatin = latin.test(line.charAt(to - 2))
  if ('。！？…'.includes(mark) && mark !== '') return 'sentence'
  if ((mark === '!' || mark === '?') && !afterLatin) return 'sentence'
  if (to < line.length) return 'open'
  if (mark === '：' || mark === '；') return 'clause'
  if ((mark === ':' || mark === ';') && !afterLatin) return 'clause'
  if (mark !== '' && '，、,—（(《“‘'.includes(mark)) return 'comma'
  return 'open'
}
