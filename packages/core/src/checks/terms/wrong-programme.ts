import { titleAround, titlesOf } from '../../prose/term-titles.ts'
import { entriesOf } from '../../ruleset/data.ts'
import type { Block, BlockShape } from '../../text/block.ts'
import { codeAt } from '../../text/code-at.ts'
import { placeCheck } from '../check.ts'
import { dayText } from './day.ts'
import { type DraftTimes, draftTimes, inPlan, timesAndLayout, writtenBefore } from './draft-times.ts'
import type { ProgrammeEntry } from './entries.ts'
import { programmeLexicon } from './lexicon.ts'
import { clauseHas, sentenceHas, sentenceYears, textBefore } from './passage.ts'
import { wrongPhase } from './programme-phase.ts'
import type { TermHit } from './term-index.ts'
import { hitFinder } from './text-scan.ts'

/** Parameters of `wrong-programme`: the words of a sentence that looks back at a programme, or ahead to one. */
export interface WrongProgrammeParameters {
  /** 总结, 验收, 收官… */
  readonly closing: readonly string[]
  /** 期间, 以来, 先进…: however long ago. */
  readonly past: readonly string[]
  /** 编制, 谋划, 启动… */
  readonly coming: readonly string[]
}

/** A programme that a text names, at the stretch that names it. */
interface Named {
  readonly entry: ProgrammeEntry
  readonly from: number
  readonly to: number
}

/** How a programme does not fit the year of a sentence. */
type Verdict = 'over' | 'early' | 'unpublished' | null

/** Before a programme: what follows takes it for a document that can be acted on. */
const basis = /(?:按照|根据|依据|依照|遵照|对照|落实|贯彻|执行)$/
/** Words of a sentence about documents that no longer apply. */
const voided = ['失效', '废止', '届满', '期满', '停止执行', '不再执行']
/** Closing work may go on for so many years after a programme ended. */
const closingYears = 2
/** Preparation may begin so many years before a programme does. */
const comingYears = 2

/** Reports five-year programmes and outlines whose period is not the year that the sentence is about. */
export const wrongProgramme = placeCheck<WrongProgrammeParameters, TermHit<ProgrammeEntry>>(
  'wrong-programme',
  0,
  (_parameters, { data }) => hitFinder(data, programmeLexicon),
  (analysis, words, report, places) => {
    const times = draftTimes(analysis)
    if (times.year === null) return
    const entries = entriesOf<ProgrammeEntry>(analysis.ruleset.data, 'programmes')
    for (const { block, found } of places) {
      for (const hit of found) {
        const misdated = misdatedAt(block.shape, hit, entries)
        if (misdated) {
          report({
            at: { block, from: misdated.from, to: misdated.to },
            key: `${hit.entry.term} period`,
            data: { text: block.shape.text.slice(misdated.from, misdated.to), right: misdated.right },
            variant: 'period',
          })
          continue
        }
        const phase =
          hit.entry.title === undefined
            ? wrongPhase(block.shape, hit.from, hit.to, hit.entry, times.year)
            : null
        if (phase) {
          report({
            at: { block, from: phase.from, to: phase.to },
            key: `${hit.entry.term} phase`,
            data: {
              text: block.shape.text.slice(phase.from, phase.to),
              period: `${hit.entry.first}—${hit.entry.last}年`,
              year: phase.year,
              right: phase.right,
            },
            variant: 'phase',
          })
          continue
        }
        const named = programmeAt(block.shape, hit, entries)
        if (!named || isQuotedDocument(block.shape, named)) continue
        const planned = inPlan(analysis, block)
        const year = planned ? times.year + 1 : times.year
        const verdict = judge(named, block, year, planned, times, words)
        if (verdict === null) continue
        const { entry, from, to } = named
        report({
          at: { block, from, to },
          key: `${entry.term} ${verdict}`,
          data: {
            text: entry.title === undefined ? block.shape.text.slice(from, to) : entry.term,
            period: `${entry.first}—${entry.last}年`,
            first: entry.first,
            year,
            next: entry.next,
            said: times.said,
            published: entry.published ? dayText(entry.published) : '',
          },
          ...(verdict === 'over' ? {} : { variant: verdict }),
        })
      }
    }
  },
  timesAndLayout,
)

function judge(
  { entry, from, to }: Named,
  { shape }: Block,
  year: number,
  planned: boolean,
  times: DraftTimes,
  { closing, past, coming }: WrongProgrammeParameters,
): Verdict {
  const years = (): readonly number[] => sentenceYears(shape, from, to)
  if (titleAround(titlesOf(shape), from, Math.min(to, from + 2)) && sentenceHas(shape, from, voided))
    return null
  if (year > entry.last) {
    if (sentenceHas(shape, from, past) || years().some((named) => named <= entry.last && named > 2000))
      return null
    if (year - entry.last <= closingYears && sentenceHas(shape, from, closing)) return null
    return 'over'
  }
  const unpublished = entry.published !== undefined && writtenBefore(times, entry.published)
  const isBasis = unpublished && basis.test(textBefore(shape, from, 4))
  const soon = clauseHas(shape, from, to, coming) || (!isBasis && sentenceHas(shape, from, coming))
  if (isBasis && !soon) return 'unpublished'
  if (year < entry.first)
    return (soon && entry.first - year <= comingYears) ||
      years().includes(entry.first) ||
      (planned && entry.first - year <= 1)
      ? null
      : 'early'
  return unpublished && !soon ? 'unpublished' : null
}

const period = /^\(?[(〔[]?((?:19|20)\d\d)年?[-—–―~至]{1,2}((?:19|20)\d\d)年?\)?/

/** The programme that a hit names: by its name, or by its title with the period in brackets behind it. */
function programmeAt(
  shape: BlockShape,
  { from, to, entry }: TermHit<ProgrammeEntry>,
  entries: readonly ProgrammeEntry[],
): Named | null {
  if (entry.title === undefined) return { entry, from, to }
  const skip = shape.folded[to] === '》' ? 1 : 0
  const years = period.exec(shape.folded.slice(to + skip, to + skip + 20))
  if (!years) return null
  const found = entries.find(
    ({ title, first, last }) =>
      title === entry.title && first === Number(years[1]) && last === Number(years[2]),
  )
  return found ? { entry: found, from, to: to + skip + years[0].length } : null
}

/** The last year for which the periods of all programmes are known. */
const knownUntil = 2025
const planEnd = /^(?:法治宣传教育|宣传教育|普法|发展)?(?:工作)?规划》?/

/** Whether the unit is 《 or 〈. */
function isTitleMark(unit: number): boolean {
  return unit === 0x300a || unit === 0x3008
}

/** A programme with a period that none of its kind has: 《法治政府建设实施纲要（2020—2025年）》. */
function misdatedAt(
  shape: BlockShape,
  { from, to, entry }: TermHit<ProgrammeEntry>,
  entries: readonly ProgrammeEntry[],
): { readonly from: number; readonly to: number; readonly right: string } | null {
  const { folded } = shape
  const titled = entry.title !== undefined
  // Local programmes have periods of their own.
  if (titled && !isTitleMark(codeAt(folded, from - 1))) return null
  const behind = folded.slice(to, to + 40)
  const skip = titled ? (behind[0] === '》' ? 1 : 0) : (planEnd.exec(behind)?.[0].length ?? -1)
  const years = skip === -1 ? null : period.exec(behind.slice(skip))
  if (!years || Number(years[2]) > knownUntil) return null
  const alike = titled ? entries.filter(({ title }) => title === entry.title) : [entry]
  if (alike.some(({ first, last }) => first === Number(years[1]) && last === Number(years[2]))) return null
  const right = alike.map(({ first, last }) => `${first}—${last}年`).join('或')
  return { from, to: to + skip + years[0].length, right }
}

/** Whether the name is part of the title of another document: 《关于开展“七五”普法验收的通知》, 《…〈…纲要〉实施方案》. */
function isQuotedDocument(shape: BlockShape, { from, to, entry }: Named): boolean {
  const title = titleAround(titlesOf(shape), from, Math.min(to, from + 2))
  if (title === null) return false
  if (title.depth > 0) return true
  const text = shape.folded.slice(title.from, title.to)
  if (entry.title !== undefined) return shape.folded.slice(to, title.to).length > 1
  return text.startsWith('关于') || !/规划$|规划\([^()]*\)?$/.test(text)
}
