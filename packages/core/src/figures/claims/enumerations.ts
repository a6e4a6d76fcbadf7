import { holdsOne } from '../../text/holds-one.ts'
import { matchesIn } from '../../text/matches.ts'

/** A list of names that stands right before or behind a count. */
export interface Enumeration {
  /** The fewest and the most entries that it may be read as: 和 may join two entries or stand inside one. */
  readonly least: number
  readonly most: number
  /** 等 stands behind it: there may be more. */
  readonly open: boolean
  readonly from: number
  readonly to: number
  /** Names in 《》 or quotation marks, dates, plain words, or points from 一是 on. */
  readonly kind: 'titles' | 'quotes' | 'dates' | 'words' | 'points'
  /** How surely the count speaks of the entries: `likely` makes a question of a difference, `hardly` nothing. */
  readonly certainty: 'certain' | 'likely' | 'hardly'
}

const longest = 600

const joint = '(?:、|,|和|及|与|以及|暨)?'
const aside = '(?:\\([^()]{0,40}\\))?'
const titleRun = `((?:《[^《》]{1,80}》${aside}${joint}){2,})`
const quoteRun = `((?:“[^“”]{1,40}”${aside}${joint}){2,})`
const day =
  '(?:\\d{4}年)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|初|末|[上中下]旬|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]'
const dateRun = `((?:${day})(?:(?:、|,|和|及|与|以及)(?:${day}))+)`

const behindCount = '(?:等)?(?:共|共计|共有|合计|这|的)?$'
const titlesBefore = new RegExp(`${titleRun}${behindCount}`)
const quotesBefore = new RegExp(`${quoteRun}${behindCount}`)
const datesBefore = new RegExp(
  `${dateRun}(?:,[^,。;:、\\d]{1,8})?(?:先后|共|分别|召开|组织|开展|举办|举行|进行|,)*$`,
)
const titlesBehind = new RegExp(`^${titleRun}`)
const quotesBehind = new RegExp(`^${quoteRun}`)
const datesBehind = new RegExp(`^${dateRun}`)

/** Runs that end before a count, and what must stand shortly before it, and once more before that. */
const runsBefore = [
  { endings: ['》'], expression: titlesBefore, kind: 'titles' },
  { endings: ['”'], expression: quotesBefore, kind: 'quotes' },
  { endings: ['月', '日', '号', '旬'], expression: datesBefore, kind: 'dates' },
] as const

/** So many characters before a count what is listed ends, at the farthest: with one of the characters of `hints.listed`. */
export const nearEnding = 14

/** The names in 《》 or quotation marks, or the dates, that end right before `at`. */
export function enumerationBefore(text: string, at: number): Enumeration | null {
  const near = text.slice(Math.max(0, at - nearEnding), at)
  const from = Math.max(0, at - longest)
  for (const { endings, expression, kind } of runsBefore) {
    if (!holdsOne(near, endings)) continue
    const before = text.slice(from, at)
    if (!holdsTwo(before, endings)) continue
    const found = expression.exec(before)
    if (!found) continue
    const list = found[1] as string
    return run(kind, list, from + found.index, before.slice(found.index + list.length))
  }
  return null
}

/** Whether two of the characters stand in the text: one name or date is no run. */
function holdsTwo(text: string, characters: readonly string[]): boolean {
  let first = -1
  for (let at = 0; at < text.length; at++) {
    if (!characters.includes(text.charAt(at))) continue
    if (first !== -1) return true
    first = at
  }
  return false
}

/** The names or dates that begin right at `at`. */
export function enumerationBehind(text: string, at: number): Enumeration | null {
  if (!/[《“\d一二三四五六七八九十]/.test(text[at] ?? '')) return null
  const behind = text.slice(at, at + longest)
  for (const [expression, kind] of [
    [titlesBehind, 'titles'],
    [quotesBehind, 'quotes'],
    [datesBehind, 'dates'],
  ] as const) {
    const found = expression.exec(behind)
    if (found) return run(kind, found[1] as string, at, behind.slice(found[0].length, found[0].length + 3))
  }
  return null
}

const entry = { titles: /《/g, quotes: /“/g, dates: new RegExp(day, 'g') } as const

function run(kind: 'titles' | 'quotes' | 'dates', list: string, from: number, rest: string): Enumeration {
  const bare = kind === 'dates' ? list : list.replace(/\([^()]*\)/g, '')
  const count = [...matchesIn(bare, entry[kind])].length
  return {
    least: count,
    most: count,
    open: /^(?:[、,])?等/.test(rest),
    from,
    to: from + list.replace(/(?:[、,和及与暨]|以及)$/, '').length,
    kind,
    certainty: 'certain',
  }
}

/** Plain words joined by 、; null if there are fewer than two. */
export interface WordList extends Enumeration {
  readonly entries: readonly string[]
}

/** 网点和人员, 及 and 与 alike: an entry that may be two, but not 不及时 or 和谐. */
export function mayBeTwo(name: string): boolean {
  return (
    /.(?:和(?![谐平解睦])|与(?!会)|(?<![普涉波顾企以])及(?![时格早第]))./.test(name) || name.includes('以及')
  )
}

/** Reads plain words joined by 、 as a list; `from` is where they stand. Null if there are fewer than two entries. */
export function wordList(words: string, from: number): WordList | null {
  const others = words.includes('等') ? andOthers.exec(words) : null
  const list = others ? words.slice(0, others.index) : words
  const entries = list.split('、')
  if (entries.length < 2 || entries.some((name) => name.trim() === '')) return null
  const joints = entries.filter(mayBeTwo).length
  const to = from + list.length
  return {
    least: entries.length,
    most: entries.length + joints,
    open: others !== null,
    from,
    to,
    kind: 'words',
    certainty: 'hardly',
    entries,
  }
}

const andOthers = /[、,]?等(?![级次学候同于额待])[^、]*$/
