import { isQuoted } from '../../prose/quoted.ts'
import { phraseAround } from '../../report/clause.ts'
import type { Role } from '../../report/report.ts'
import { type BlockShape, rangeOf } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'

/** Parameters of `outside-period`: none. */
export type OutsidePeriodParameters = Readonly<Record<string, never>>

const pastRoles: readonly Role[] = ['achievements', 'responsibility']

/** A year with what belongs to it: `2019年` `2019年度` `2019年12月份` `2019年上半年`. */
const year =
  /(?<![\d—~〔[(-])((?:19|20)\d\d) ?年(?:度|底|初|末|上半年|下半年)?(?:(\d{1,2}) ?月(?:份|底|初|中旬|上旬|下旬)?(?:\d{1,2} ?日)?)?/g
/** What makes the year a starting point, a comparison, a name or a description, and not the time of a result. */
const before =
  /(?:自|从|较|比|同|与|和|至|到|截至|截止|继|始于|起于|对照|对标|按照|根据|参照|针对|依据|超过|高于|低于|[—~〔[(-]|第?\d) ?$/
const after =
  /^(?:以来|至今|起|开始|始|结转|转入|移交|跨年|末|为\d|[^,。;\d的]{1,4}的(?=[^,。;\d]{2}|\d)|[^,。;\d]{1,8}时[^,。;间期代限候][^,。;]{0,16}的|之前|以前|前|至|到|[—~-]|同期|相比|的(?!工作|法治)|(?:修订|修正|制定|印发|出台|发布|施行|颁布)(?![^,。;]{0,16}\d+ ?[件个项份部])|实施的|成立|版|考核|第\d|第[一二三四五六七八九十]+批|分别为|度?[^,;。]{0,14}(?:考核|督察|考评|评估|评比|评议|测评)|度?(?:反馈|报告|目标|计划|要点|任务|预算|决算))/
/** What happened or was counted: only then does the year date a result. */
const event =
  /\d|获|评为|被评|命名|开展|举办|举行|召开|完成|建成|组织|培训|受理|办理|办结|审查|印制|发放|调解|处置|查处|查办|立案|新增|创建|聘请|投入|[一二两三四五六七八九十百千]+(?:次|件|个|名|场|人|份|起|项)/

/** A year that a block names, with what belongs to it. */
interface NamedYear {
  readonly year: number
  readonly from: number
  readonly to: number
  /** Where the phrase ends whose result it dates, -1 if it dates none; undefined as long as nobody has asked. */
  end: number | undefined
}

const none: readonly NamedYear[] = []

/** The years that the block names. Most are the report's own, and of these nobody wants to know more. */
function yearsIn({ folded }: BlockShape): readonly NamedYear[] {
  const matches = matchesIn(folded, year)
  if (matches.length === 0) return none
  return matches.map(
    ({ index, 0: { length }, 1: digits }): NamedYear => ({
      year: Number(digits),
      from: index,
      to: index + length,
      end: undefined,
    }),
  )
}

/** The end of the phrase whose result the year dates; -1 if it dates none. */
function endOfResult(folded: string, from: number, to: number): number {
  if (before.test(folded.slice(Math.max(0, from - 3), from)) || after.test(folded.slice(to, to + 24)))
    return -1
  if (isNamed(folded, from)) return -1
  const phrase = phraseAround(folded, from)
  const rest = folded.slice(to, phrase.to)
  if (/以来|至今|相比|同期|基础上|[增下降升长减](?:了|长|降)|多于|少于/.test(rest)) return -1
  const isEvent = event.test(rest) || (rest.trim() === '' && event.test(nextPhrase(folded, phrase.to)))
  return isEvent ? phrase.to : -1
}

function nextPhrase(folded: string, from: number): string {
  const end = phraseAround(folded, Math.min(from + 1, folded.length)).to
  return folded.slice(from, end)
}

/** How far to either side a sentence is searched for the report's own year. */
const sentenceReach = 120

/** Whether the sentence names the report's year as well: it compares, and does not misplace. */
function isCompared(folded: string, at: number, period: number): boolean {
  const before = folded.slice(Math.max(0, at - sentenceReach), at)
  const behind = folded.slice(at, at + sentenceReach)
  const stop = behind.indexOf('。')
  const sentence = before.slice(before.lastIndexOf('。') + 1) + (stop === -1 ? behind : behind.slice(0, stop))
  return sentence.includes(`${period}年`)
}

/** Whether the year stands in a title, a quotation or brackets that are still open. */
function isNamed(folded: string, at: number): boolean {
  const lead = folded.slice(Math.max(0, at - 80), at)
  return isQuoted(folded, at) || lead.lastIndexOf('(') > lead.lastIndexOf(')')
}

/** Reports results of earlier years that are told among the results of the report's year. */
export const outsidePeriod = placeCheck<OutsidePeriodParameters, NamedYear>(
  'outside-period',
  signs.fullYear,
  () => yearsIn,
  (analysis, _parameters, report, places) => {
    const period = analysis.report.metadata.period?.year ?? analysis.options.period
    if (period === undefined) return
    for (const { block, found } of places) {
      const { folded } = block.shape
      for (const named of found) {
        if (named.year >= period || named.year < period - 15) continue
        named.end ??= endOfResult(folded, named.from, named.to)
        if (named.end === -1 || isCompared(folded, named.from, period)) continue
        const section = analysis.report.sectionOf(block)
        if (!section?.role || !pastRoles.includes(section.role)) break
        report({
          at: rangeOf({ block, from: named.from, to: named.end }),
          data: { year: named.year, period },
        })
      }
    }
  },
)
