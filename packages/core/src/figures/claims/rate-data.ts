import { type DataKinds, entriesOf } from '../../ruleset/data.ts'

/** A rate as the rules' data describe it: `rules/data/rates.yaml`. */
export interface Rate {
  readonly names: readonly string[]
  /** Words that stand with the number above the line. */
  readonly part?: readonly string[]
  /** Words that stand with the number below the line: surely its base, and base if nothing surer is near. */
  readonly whole?: readonly string[]
  readonly base?: readonly string[]
  /** Words of cases that some writers leave out of the base. */
  readonly leaves?: readonly string[]
  /** The base may be a part that was asked or drawn and is not told. */
  readonly sample?: boolean
  readonly atMost100?: boolean
  /** Both numbers count the same things: 建成 of villages, not of halls in them. */
  readonly alike?: boolean
  readonly counted?: boolean
}

/** The rates by the last two characters of their names, the longest names first. */
type RateTable = ReadonlyMap<string, readonly { readonly name: string; readonly rate: Rate }[]>

const tables = new WeakMap<DataKinds, RateTable>()

function tableOf(data: DataKinds): RateTable {
  const known = tables.get(data)
  if (known) return known
  const table = new Map<string, { name: string; rate: Rate }[]>()
  for (const rate of entriesOf<Rate>(data, 'rates')) {
    for (const name of rate.names) {
      const end = name.slice(-2)
      table.set(end, [...(table.get(end) ?? []), { name, rate }])
    }
  }
  for (const entries of table.values()) entries.sort((a, b) => b.name.length - a.name.length)
  tables.set(data, table)
  return table
}

/** The rate whose name the words end in, with the name; null if the data know none. */
export function rateNamed(data: DataKinds, words: string): { name: string; rate: Rate } | null {
  for (const entry of tableOf(data).get(words.slice(-2)) ?? []) {
    // 不达标率 is no 达标率.
    if (words.endsWith(entry.name) && !/[不未非]/.test(words[words.length - entry.name.length - 1] ?? ''))
      return entry
  }
  return null
}

/** Whether the words before a count end in the part of some other rate: 审结 in that of 审结率, whatever stands beside it. */
export function tellsOtherPart(data: DataKinds, lead: string, own: Rate | null): boolean {
  const told = lead.replace(/的$/, '')
  return entriesOf<Rate>(data, 'rates').some(
    (rate) => rate !== own && (rate.part ?? []).some((word) => told.endsWith(word)),
  )
}
