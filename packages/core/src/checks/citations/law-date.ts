import type { BlockShape } from '../../text/block.ts'
import { holdsOne } from '../../text/holds-one.ts'
import { signs } from '../../text/signs.ts'
import { blockCheck, type LocalObservation } from '../check.ts'
import { dayText } from '../terms/day.ts'
import type { LawEntry } from '../terms/entries.ts'
import { type LawMention, lawMentionFinder } from '../terms/law-mention.ts'

/** Parameters of `law-date`: none; the dates come from `data/laws`. */
export type LawDateParameters = Readonly<Record<string, never>>

const day = '(\\d{4}) ?年 ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?日)?'

//     《行政复议法》（2023年修订）自2023年9月1日起正式施行
//     ^mention     ^note          ^day          ^in force
/** One of these is in all that is said of a law's entry into force, and of its passing. */
const entries = ['施行', '实施', '生效']
const passings = ['通过', '公布', '颁布']
const inForceBehind = new RegExp(
  `^[》〉”]?(?:\\([^()]{0,16}\\))?(?:,?(?:已|将|也|均|都|正式)?[自于从])${day}(?:起|开始)?(?:正式)?(?:施行|实施|生效)`,
)
const passedBehind = new RegExp(
  `^[》〉”]?(?:,?(?:已|由[^,。;]{2,20})?[自于])${day}(?:表决|审议|修订|会议)*(?:通过|公布|颁布)(?!后|以来)`,
)
//     自2021年1月22日起施行的新修订《中华人民共和国行政处罚法》
//       ^day                  ^mention
const inForceBefore = new RegExp(
  `${day}(?:起|开始)?(?:正式)?(?:施行|实施|生效)的(?:新修订的?|新修正的?|新)?[《〈“]?(?:中华人民共和国)?$`,
)

//     2020年修订的《中华人民共和国行政处罚法》    《行政处罚法》（2020年修订）
//     ^year        ^mention                    ^mention  ^year
const revisedBefore =
  /((?:19|20)\d\d) ?年(?:\d{1,2} ?月(?:\d{1,2} ?日)?)?(?:新|最新)?(?:修订|修正|修改)(?:通过|公布)?的?(?:新)?[《〈“]?(?:中华人民共和国)?$/
const revisedBehind = /^[》〉”]?\(((?:19|20)\d\d) ?年(?:\d{1,2} ?月(?:\d{1,2} ?日)?)?(?:修订|修正)/

/** How far behind and before a name its date is looked for. */
const reach = 48

/** A date said of a law, inside its block. */
interface Said {
  readonly kind: 'effective' | 'passed' | 'revised'
  /** 2023-09-01, or 2023-09 without the day; the year alone for `revised`. */
  readonly day: string
  readonly from: number
  readonly to: number
}

/**
 * Reports a wrong day on which a law entered into force (main message) or was passed (`passed`), and a year in which it was not
 * revised (`revised`). Of a law that has been revised
 * only dates from the last revision on are known well enough to object.
 */
export const lawDate = blockCheck<LawDateParameters>(
  'law-date',
  signs.digit | signs.year,
  (_parameters, { data }) => {
    const mentionsIn = lawMentionFinder(data)
    return (shape) => {
      let found: LocalObservation[] | null = null
      for (const mention of mentionsIn(shape)) {
        const objection = objectionTo(shape, mention)
        if (objection === null) continue
        found ??= []
        found.push(objection)
      }
      return found ?? none
    }
  },
)

const none: readonly LocalObservation[] = []

function objectionTo(shape: BlockShape, mention: LawMention): LocalObservation | null {
  const { entry } = mention
  const said = entry.effective === undefined ? null : dateOf(shape, mention)
  if (!said || !isWrong(said, entry)) return null
  return {
    from: said.from,
    to: said.to,
    ...(said.kind === 'effective' ? {} : { variant: said.kind }),
    data: {
      law: entry.name,
      written: shape.text.slice(said.from, said.to),
      effective: dayText(entry.effective as string),
      passed: dayText(lastVersion(entry) ?? (entry.effective as string)),
      verb: entry.revised ? { 'zh-CN': '修订', en: 'revised' } : { 'zh-CN': '公布', en: 'made public' },
    },
  }
}

function dateOf({ folded }: BlockShape, { from, to }: LawMention): Said | null {
  const behind = folded.slice(to, to + reach)
  if (behind.includes('年')) {
    const inForce = holdsOne(behind, entries) ? inForceBehind.exec(behind) : null
    if (inForce) return saidAt('effective', inForce, to)
    const passed = holdsOne(behind, passings) ? passedBehind.exec(behind) : null
    if (passed) return saidAt('passed', passed, to)
    const revised = behind.includes('修') ? revisedBehind.exec(behind) : null
    if (revised) return saidIn(revised, to)
  }
  const start = Math.max(0, from - reach)
  const before = folded.slice(start, from)
  if (!before.includes('年')) return null
  const inForce = before.includes('的') && holdsOne(before, entries) ? inForceBefore.exec(before) : null
  if (inForce) return saidAt('effective', inForce, start)
  const revised = before.includes('修') ? revisedBefore.exec(before) : null
  return revised ? saidIn(revised, start) : null
}

/** The year in which the law is said to have been revised. */
function saidIn(match: RegExpExecArray, offset: number): Said {
  const year = match[1] as string
  const from = offset + match.index + match[0].indexOf(year)
  return { kind: 'revised', day: year, from, to: from + year.length + 1 }
}

function saidAt(kind: Said['kind'], match: RegExpExecArray, offset: number): Said {
  const [whole, year = '', month = '', date] = match
  const from = offset + match.index + whole.indexOf(year)
  const end = whole.lastIndexOf(date === undefined ? '月' : '日')
  const iso = [year, month.padStart(2, '0'), ...(date === undefined ? [] : [date.padStart(2, '0')])].join('-')
  return { kind, day: iso, from, to: offset + match.index + end + 1 }
}

/** The day on which the version in force was made public, or revised. */
function lastVersion({ adopted, revised }: LawEntry): string | undefined {
  return revised?.at(-1) ?? adopted
}

/**
 * Whether the year is none in which the law was revised or entered into force. Earlier revisions than those that are known are
 * nothing to object to, nor are later ones.
 */
function wasNotRevised(year: string, { revised = [], effective = '' }: LawEntry, last: string): boolean {
  const earlier = revised.at(-2)?.slice(0, 4) ?? String(Number(last.slice(0, 4)) - 2)
  const known = [...revised, effective].some((day) => day.startsWith(year))
  return revised.length > 0 && !known && year > earlier && Number(year) <= Number(last.slice(0, 4)) + 1
}

function isWrong({ kind, day: written }: Said, entry: LawEntry): boolean {
  const effective = entry.effective as string
  const last = lastVersion(entry)
  if (last === undefined || last.length < 10) return false
  if (kind === 'revised') return wasNotRevised(written, entry, last)
  const right = kind === 'effective' ? effective : last
  if (right.startsWith(written)) return false
  // A day before the last revision may be that of an earlier version, unless there has been none.
  const isOfThisVersion = entry.revised === undefined || written >= last.slice(0, written.length)
  if (kind === 'effective') return isOfThisVersion
  // Passing takes several days and organs; what is surely wrong is the day of entry into force in its place.
  return isOfThisVersion && effective !== last && effective.startsWith(written) && written.length === 10
}
