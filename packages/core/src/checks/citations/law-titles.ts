import { type DataKinds, entriesOf } from '../../ruleset/data.ts'

/** `data/law-titles`: titles of laws and regulations, and titles that do not exist. */
interface LawTitleGroup {
  readonly group: string
  readonly titles: readonly string[]
  /** Only known, not compared with. */
  readonly reference?: boolean
  readonly wrong?: readonly { readonly wrong: string; readonly right: string }[]
}

/** The known titles, by length, the invented ones, and what was found of titles met before: drafts cite the same laws. */
interface LawTitles {
  readonly known: ReadonlySet<string>
  readonly byLength: ReadonlyMap<number, readonly string[]>
  readonly wrong: ReadonlyMap<string, string>
  readonly met: Map<string, Misnomer | null>
  /** With what the titles of laws end, and the invented ones. */
  readonly ends: ReadonlySet<number>
}

const kept = new WeakMap<DataKinds, LawTitles>()

function lawTitles(data: DataKinds): LawTitles {
  let titles = kept.get(data)
  if (!titles) {
    const groups = entriesOf<LawTitleGroup>(data, 'law-titles')
    const byLength = new Map<number, string[]>()
    const known = new Set(groups.flatMap((group) => group.titles))
    for (const title of groups.flatMap((group) => (group.reference ? [] : group.titles))) {
      const same = byLength.get(title.length)
      if (same) same.push(title)
      else byLength.set(title.length, [title])
    }
    const wrong = new Map(
      groups.flatMap((group) => (group.wrong ?? []).map((entry) => [entry.wrong, entry.right])),
    )
    const ends = new Set([...'法典例定办则要程发'].map((one) => one.charCodeAt(0)))
    for (const name of wrong.keys()) ends.add(name.charCodeAt(name.length - 1))
    titles = { known, byLength, wrong, met: new Map(), ends }
    kept.set(data, titles)
  }
  return titles
}

const country = '中华人民共和国'
/** A note behind a title: (2021年修订). */
const note = /\([^()]{0,20}\)?$/
const longestNote = 22
/** Last words of legal titles; other titles are not compared. */
const kinds = /(?:法|典|条例|规定|办法|准则|规则|细则|纲要|章程)$/
/** From this length on a title without 中华人民共和国 is compared; with it, a shorter one is enough. */
const leastLength = 5
const leastLengthWithCountry = 3

/** A title that is none, taken apart: what stands for the law in it, and what was meant. */
export interface Misnomer {
  readonly name: string
  readonly meant: string
  /** Where the name begins in the title. */
  readonly from: number
}

/**
 * What the title misnames that stands in 书名号 in a folded text from…to: an invented title, or one slip away from a known one.
 * Null if nothing.
 */
export function misnamedLaw(data: DataKinds, text: string, from = 0, to = text.length): Misnomer | null {
  const titles = lawTitles(data)
  if (!mayNameLaw(titles, text, from, to)) return null
  const title = text.slice(from, to)
  const { met } = titles
  let misnomer = met.get(title)
  if (misnomer === undefined) {
    misnomer = misnomerOf(title, titles)
    if (met.size >= mostMet) met.clear()
    met.set(title, misnomer)
  }
  return misnomer
}

/** Whether the title begins or ends as one that names a law: most titles are those of notices and plans. */
function mayNameLaw({ ends }: LawTitles, text: string, from: number, to: number): boolean {
  if (from >= to || ends.has(text.charCodeAt(to - 1)) || text.charCodeAt(from) === country.charCodeAt(0))
    return true
  for (let at = Math.max(from, to - longestNote); at < to; at++) if (text.charCodeAt(at) === 0x28) return true
  return false
}

/** How many titles are remembered. */
const mostMet = 2000

function misnomerOf(title: string, { known, byLength, wrong }: LawTitles): Misnomer | null {
  const from = title.startsWith(country) ? country.length : 0
  const name = title.slice(from).replace(note, '')
  if (name === '' || known.has(name) || known.has(title)) return null
  const invented = wrong.get(name)
  if (invented !== undefined) return { name, meant: invented, from }
  const whole = from > 0 || name.endsWith('发') ? withoutEnd(known, name) : null
  if (whole !== null) return { name, meant: whole, from }
  if (name.length < (from > 0 ? leastLengthWithCountry : leastLength) || !kinds.test(name)) return null
  const close = withoutFiller(known, name) ?? ofOtherKind(known, byLength, name, from > 0)
  if (close !== null) return { name, meant: close, from }
  for (const length of [name.length, name.length + 1, name.length - 1]) {
    for (const candidate of byLength.get(length) ?? []) {
      if (candidate.length >= (from > 0 ? leastLengthWithCountry : leastLength) && isSlip(name, candidate))
        return { name, meant: candidate, from }
    }
  }
  return null
}

/** The known law whose last character is lost, or 发 for 法: 中华人民共和国行政复议, 行政诉讼发; null if there is none. */
function withoutEnd(known: ReadonlySet<string>, name: string): string | null {
  if (name.length < leastKnown - 1 || name.endsWith('法')) return null
  const meant = name.endsWith('发') ? `${name.slice(0, -1)}法` : `${name}法`
  return known.has(meant) ? meant : null
}

/** Words that writers put into titles without need: 优化营商环境管理条例, 社区矫正管理法. */
const fillers = [
  '管理',
  '监督',
  '工作',
  '保护',
  '服务',
  '促进',
  '保障',
  '实施',
  '暂行',
  '国家',
  '发展',
  '建设',
  '综合',
]
/** From this length on a known title is recognised with a word too many or of another kind. */
const leastKnown = 4
const leastOfOtherKind = 8

/** The known title that the name is with one word put in; null if there is none. */
function withoutFiller(known: ReadonlySet<string>, name: string): string | null {
  for (const filler of fillers) {
    for (let at = name.indexOf(filler); at !== -1; at = name.indexOf(filler, at + 1)) {
      const rest = name.slice(0, at) + name.slice(at + filler.length)
      if (rest.length >= leastKnown && at > 1 && known.has(rest)) return rest
    }
  }
  return null
}

const endings = ['条例', '规定', '办法', '细则', '准则', '规则', '法']

/** The known title that the name is but for its last word: 重大行政决策程序暂行规定; null if there is none, or more than one. */
function ofOtherKind(
  known: ReadonlySet<string>,
  byLength: ReadonlyMap<number, readonly string[]>,
  name: string,
  withCountry: boolean,
): string | null {
  const ending = endings.find((one) => name.endsWith(one))
  if (ending === undefined || name.length < (withCountry ? leastKnown : leastOfOtherKind)) return null
  const stem = name.slice(0, -ending.length)
  const found = endings
    .map((other) => stem + other)
    .filter((title) => known.has(title) && byLength.get(title.length)?.includes(title))
  return found.length === 1 ? (found[0] as string) : null
}

/** Whether one slip separates the two: a character lost, added or replaced, or two neighbours swapped. */
function isSlip(name: string, title: string): boolean {
  const shorter = Math.min(name.length, title.length)
  let head = 0
  while (head < shorter && name[head] === title[head]) head++
  let tail = 0
  while (tail < shorter - head && name[name.length - 1 - tail] === title[title.length - 1 - tail]) tail++
  // the first or the last character at least must be right
  if (head === 0 && tail === 0) return false
  if (head + tail === shorter - (name.length === title.length ? 1 : 0)) return true
  return (
    name.length === title.length &&
    head + tail === shorter - 2 &&
    name[head] === title[head + 1] &&
    name[head + 1] === title[head]
  )
}
