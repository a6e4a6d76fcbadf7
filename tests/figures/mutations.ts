import { type Mark, type MarkedFixture, readFixture } from './relations.ts'

/** A fixture with one thing changed. */
export interface Mutation {
  /** The group that was touched. */
  readonly group: string
  readonly about: string
  readonly fixture: MarkedFixture
}

/** All mutations of a marked fixture: every number altered in several ways, entries dropped and added, totals swapped. */
export function mutationsOf(marked: string): Mutation[] {
  const { marks } = readFixture(marked)
  return [...numberMutations(marked, marks), ...entryMutations(marked, marks), ...swaps(marked, marks)]
}

function tagOf({ group, role, text }: Mark): string {
  return `{${group}${role}${text}}`
}

/** The marked text with the nth mark's tag replaced. */
function replaced(marked: string, marks: readonly Mark[], nth: number, by: string): string {
  const entry = marks[nth] as Mark
  const earlier = marks.slice(0, nth)
  const at = entry.start + earlier.reduce((so, other) => so + tagOf(other).length - other.text.length, 0)
  return marked.slice(0, at) + by + marked.slice(at + tagOf(entry).length)
}

function numberMutations(marked: string, marks: readonly Mark[]): Mutation[] {
  return marks.flatMap((entry, nth) => {
    if (entry.role === '~') return []
    return alterations(entry.text).map((text) => ({
      group: entry.group,
      about: `${entry.group}${entry.role} ${entry.text} → ${text}`,
      fixture: readFixture(replaced(marked, marks, nth, `{${entry.group}${entry.role}${text}}`)),
    }))
  })
}

const han = '零一二三四五六七八九十'

/** A number one unit up and down, with two digits swapped, and with its second digit changed. */
export function alterations(text: string): string[] {
  if (han.includes(text)) return [han[han.indexOf(text) + 1] as string, han[han.indexOf(text) - 1] as string]
  const decimals = text.split('.')[1]?.length ?? 0
  const plain = text.replaceAll(',', '')
  const unit = 10 ** -decimals
  const found = new Set([(Number(plain) + unit).toFixed(decimals), (Number(plain) - unit).toFixed(decimals)])
  for (let at = 0; at + 1 < plain.length; at++) {
    const [a, b] = [plain[at] as string, plain[at + 1] as string]
    if (a !== b && /\d\d/.test(a + b) && !(at === 0 && b === '0')) {
      found.add(plain.slice(0, at) + b + a + plain.slice(at + 2))
      break
    }
  }
  if (/^\d\d/.test(plain)) found.add(`${plain[0]}${(Number(plain[1]) + 3) % 10}${plain.slice(2)}`)
  found.delete(plain)
  return [...found].filter((value) => Number(value) > 0)
}

function entryMutations(marked: string, marks: readonly Mark[]): Mutation[] {
  const groups = new Set(marks.filter(({ role }) => role === '~').map(({ group }) => group))
  return [...groups].flatMap((group) => {
    const last = marks.findLastIndex((entry) => entry.group === group && entry.role === '~')
    const entry = marks[last] as Mark
    const keepsStop = entry.text.endsWith('。') ? '' : '。'
    const dropped = replaced(marked, marks, last, '\u0000')
      .replace(/(?:[、；，和]|\n(?:\d+\. )?)?\u0000。/, keepsStop)
      .replace(/(?:[、；，和]|\n(?:\d+\. )?)?\u0000/, '')
    const before = marks.filter((other) => other.group === group && other.role === '~').length
    const added = replaced(marked, marks, last, `${tagOf(entry)}${addition(entry, before, marked)}`)
    return [
      { group, about: `${group}: dropped ${entry.text}`, fixture: readFixture(dropped) },
      { group, about: `${group}: added behind ${entry.text}`, fixture: readFixture(added) },
    ]
  })
}

/** One more entry in the way of the last one. */
function addition({ group, text }: Mark, count: number, marked: string): string {
  const next = han[count + 1] as string
  if (/^[一二三四五]是/.test(text)) return `；{${group}~${next}是抓好工作落实}`
  if (/^（/.test(text)) return `\n{${group}~（${next}）督促检查不够经常。}`
  if (text.endsWith('。')) return `\n${count + 1}. {${group}~督促检查不够经常。}`
  if (text.startsWith('《')) return `{${group}~《督查工作规则》}`
  if (text.startsWith('“')) return `{${group}~“法治集市”}`
  if (/月/.test(text)) return `、{${group}~${marked.includes('日') ? '12月30日' : '12月'}}`
  return `、{${group}~新${text}}`
}

/** Totals of sums exchanged with the total of the next sum. */
function swaps(marked: string, marks: readonly Mark[]): Mutation[] {
  const totals = marks.flatMap((entry, nth) =>
    entry.group.startsWith('s') && entry.role === '=' ? [nth] : [],
  )
  return totals.flatMap((nth, at) => {
    const other = totals[at + 1]
    if (other === undefined) return []
    const [one, two] = [marks[nth] as Mark, marks[other] as Mark]
    if (one.text === two.text) return []
    return [
      {
        group: one.group,
        about: `${one.group}: total swapped with ${two.group}`,
        fixture: readFixture(replaced(marked, marks, nth, `{${one.group}=${two.text}}`)),
      },
    ]
  })
}
