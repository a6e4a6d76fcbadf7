import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import { codeAt } from '../../text/code-at.ts'
import { type SoughtWord, sought } from './sought-word.ts'

/** A rate as the rules' data describe it: `rules/data/rates.yaml`. */
export interface Rate {
  readonly names: readonly string[]
  /** Words that stand with the number above the line. */
  readonly part: readonly SoughtWord[]
  /** Words that stand with the number below the line: surely its base, and base if nothing surer is near. */
  readonly whole: readonly SoughtWord[]
  readonly base: readonly SoughtWord[]
  /** Words of cases that some writers leave out of the base. */
  readonly leaves: readonly SoughtWord[]
  /** The base may be a part that was asked or drawn and is not told. */
  readonly sample: boolean
  readonly atMost100: boolean
  /** Both numbers count the same things: 建成 of villages, not of halls in them. */
  readonly alike: boolean
  readonly counted: boolean
}

/** A rate as it is written in the data. */
export interface WrittenRate {
  readonly names: readonly string[]
  readonly part?: readonly string[]
  readonly whole?: readonly string[]
  readonly base?: readonly string[]
  readonly leaves?: readonly string[]
  readonly sample?: boolean
  readonly atMost100?: boolean
  readonly alike?: boolean
  readonly counted?: boolean
}

const noWords: readonly SoughtWord[] = []

/** A written rate, ready to be looked for in the words beside numbers. */
export function rateOf(written: WrittenRate): Rate {
  const { names, part, whole, base, leaves, sample, atMost100, alike, counted } = written
  return {
    names,
    part: part ? sought(part) : noWords,
    whole: whole ? sought(whole) : noWords,
    base: base ? sought(base) : noWords,
    leaves: leaves ? sought(leaves) : noWords,
    sample: sample === true,
    atMost100: atMost100 !== false,
    alike: alike === true,
    counted: counted !== false,
  }
}

/** A rate of which the data say nothing. */
export const nameless = rateOf({ names: [] })

/** A rate under one of its names. */
interface NamedRate {
  readonly name: string
  readonly rate: Rate
  /** The last character but two of the name; 0 if it is shorter. */
  readonly third: number
}

/** All rates of the data. */
interface RateTable {
  readonly rates: readonly Rate[]
  /** By the last character but one of their names, since nearly all end in 率; the longest names first. */
  readonly byEnd: ReadonlyMap<number, readonly NamedRate[]>
}

const tables = new WeakMap<DataKinds, RateTable>()

function tableOf(data: DataKinds): RateTable {
  const known = tables.get(data)
  if (known) return known
  const rates = entriesOf<WrittenRate>(data, 'rates').map(rateOf)
  const byEnd = new Map<number, NamedRate[]>()
  for (const rate of rates) {
    for (const name of rate.names) {
      const end = name.charCodeAt(name.length - 2)
      const third = codeAt(name, name.length - 3)
      byEnd.set(end, [...(byEnd.get(end) ?? []), { name, rate, third }])
    }
  }
  for (const entries of byEnd.values()) entries.sort((a, b) => b.name.length - a.name.length)
  const table = { rates, byEnd }
  tables.set(data, table)
  return table
}

/** The rate whose name the words end in, with the name; null if the data know none. */
export function rateNamed(data: DataKinds, words: string): NamedRate | null {
  const entries = tableOf(data).byEnd.get(codeAt(words, words.length - 2))
  if (entries === undefined) return null
  const third = codeAt(words, words.length - 3)
  for (const entry of entries) {
    if ((entry.third !== 0 && entry.third !== third) || !words.endsWith(entry.name)) continue
    // 不达标率 is no 达标率.
    const before = words[words.length - entry.name.length - 1]
    if (before !== '不' && before !== '未' && before !== '非') return entry
  }
  return null
}

/** Whether the words before a count end in the part of some other rate: 审结 in that of 审结率, whatever stands beside it. */
export function tellsOtherPart(data: DataKinds, lead: string, own: Rate | null): boolean {
  const told = lead.replace(/的$/, '')
  return tableOf(data).rates.some((rate) => rate !== own && rate.part.some(({ text }) => told.endsWith(text)))
}

/** 调解率, 胜诉率: they are taken of the cases that were closed, so a count of those received does not make them. */
export function isOfClosedCases({ whole }: Rate): boolean {
  return whole.some(({ text }) => text === '审结')
}
