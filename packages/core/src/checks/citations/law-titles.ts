import { type DataKinds, entriesOf } from '../../ruleset/data.ts'

/** `data/law-titles`: titles of laws and regulations, and titles that do not exist. */
interface LawTitleGroup {
  readonly group: string
  readonly titles: readonly string[]
  /** Only known, not compared with. */
  readonly reference?: boolean
  readonly wrong?: readonly { readonly wrong: string; readonly right: string }[]
}

/** The known titles, by length, and the invented ones. */
interface LawTitles {
  readonly known: ReadonlySet<string>
  readonly byLength: ReadonlyMap<number, readonly string[]>
  readonly wrong: ReadonlyMap<string, string>
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
    titles = { known, byLength, wrong }
    kept.set(data, titles)
  }
  return titles
}

const country = '中华人民共和国'
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

/** What the folded title in 书名号 misnames: an invented title, or one slip away from a known one. Null if nothing. */
export function misnamedLaw(data: DataKinds, title: string): Misnomer | null {
  const { known, byLength, wrong } = lawTitles(data)
  const from = title.startsWith(country) ? country.length : 0
  const name = title.slice(from).replace(/\([^()]{0,20}\)?$/, '')
  if (name === '' || known.has(name) || known.has(title)) return null
  const invented = wrong.get(name)
  if (invented !== undefined) return { name, meant: invented, from }
  if (name.length < (from > 0 ? leastLengthWithCountry : leastLength) || !kinds.test(name)) return null
  for (const length of [name.length, name.length + 1, name.length - 1]) {
    for (const candidate of byLength.get(length) ?? []) {
      if (candidate.length >= (from > 0 ? leastLengthWithCountry : leastLength) && isSlip(name, candidate))
        return { name, meant: candidate, from }
    }
  }
  return null
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
