import type { LocalText } from '../../finding.ts'
import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import { type Block, type BlockShape, sourceRange } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'
import { draftCheck } from '../check.ts'
import { dayText, monthsAfter } from './day.ts'
import { type DraftTimes, draftTimes, inPlan, writtenBefore } from './draft-times.ts'
import type { TimelineEntry } from './entries.ts'
import { type LawMention, lawMentions } from './law-mention.ts'
import { campaignLexicon, timelineLexicon } from './lexicon.ts'
import { insideTitle, sentenceHas, textBefore } from './passage.ts'
import { plenumsOf } from './plenums.ts'
import { hitFinder, type TermHit } from './term-index.ts'

/** Parameters of `not-yet-valid`: none; the dates come from `data/timeline`, `data/laws` and `data/campaigns`. */
export type NotYetValidParameters = Readonly<Record<string, never>>

/** Words of a sentence that looks forward to a meeting. */
const awaited = ['迎接', '喜迎', '即将', '将于', '筹备', '献礼', '召开前', '召开后', '适时', '待']
/** Words of a sentence about a law that is still being made. */
const inTheMaking = ['草案', '征求意见', '立法', '起草', '编纂', '审议', '制定', '修订草案', '出台后', '即将']
/** Before a law's name: it speaks of the newest version. */
const revisedBefore = /(?:新修订的?|新修正的?|新修改的?|修订后的?|新版)$/

/** Reports what a draft speaks of before it existed, once a term. */
export const notYetValid = draftCheck<NotYetValidParameters>(
  'not-yet-valid',
  (analysis, _parameters, report) => {
    const times = draftTimes(analysis)
    if (times.latest === null) return
    const object = (block: Block, from: number, to: number, key: string, event: LocalText): void =>
      report({
        at: sourceRange(block, from, to),
        key,
        data: { text: block.shape.text.slice(from, to), event, said: times.said },
      })

    const { data } = analysis.ruleset
    const ofTimeline = hitFinder(data, timelineLexicon)
    const ofCampaigns = hitFinder(data, campaignLexicon)
    const { blocks } = analysis.report
    const withMeetings = new Set([...blocksWith(blocks, ofTimeline), ...blocksWith(blocks, plenumsOf)])
    for (const block of withMeetings) {
      const { shape } = block
      for (const { from, to, entry } of meetingsIn(shape, data, ofTimeline(shape))) {
        if (entry.from === undefined || !writtenBefore(times, entry.from)) continue
        if (insideTitle(shape, from, to) || sentenceHas(shape, from, awaited)) continue
        if (isAnnounced(entry, times) && inPlan(analysis, block)) continue
        object(block, from, to, entry.term, entry.event ?? began(entry.from))
      }
    }
    for (const block of blocksWith(blocks, ofCampaigns)) {
      const { shape } = block
      for (const { from, to, entry } of ofCampaigns(shape)) {
        if (!writtenBefore(times, entry.from) || insideTitle(shape, from, to)) continue
        if (!sentenceHas(shape, from, awaited)) object(block, from, to, entry.term, began(entry.from))
      }
    }
    for (const mention of lawMentions(analysis)) {
      const { block, from, to, entry } = mention
      const event = lawEvent(mention, times)
      if (event && !sentenceHas(block.shape, from, inTheMaking)) object(block, from, to, entry.name, event)
    }
  },
)

/** The hits of the timeline, with the plenums as they are named in lists in the place of those found by their wordings. */
function meetingsIn(
  shape: BlockShape,
  data: DataKinds,
  hits: readonly TermHit<TimelineEntry>[],
): readonly TermHit<TimelineEntry>[] {
  const plenums = plenumsOf(shape)
  if (hits.length === 0 && plenums.length === 0) return hits
  const found = hits.filter(({ entry }) => !isPlenum(entry))
  for (const { term, from, to } of plenums) {
    const entry = entriesOf<TimelineEntry>(data, 'timeline').findLast((one) => one.term === term)
    if (entry) found.push({ from, to, entry })
  }
  return found
}

function isPlenum(entry: TimelineEntry): boolean {
  return entry.term.endsWith('中全会')
}

function isAnnounced({ announced }: TimelineEntry, times: DraftTimes): boolean {
  return announced !== undefined && !writtenBefore(times, announced)
}

function began(day: string): LocalText {
  const { 'zh-CN': zh, en } = dayText(day)
  return { 'zh-CN': `${zh}才开始`, en: `began on ${en}` }
}

/** What had not happened to a law when the draft was written: it was not made public, or not yet revised. Null: nothing. */
function lawEvent(mention: LawMention, times: DraftTimes): LocalText | null {
  const { block, from, entry, titled } = mention
  if (revisedBefore.test(textBefore(block.shape, from, 4))) {
    const revisions = entry.revised ?? (entry.adopted ? [] : null)
    const latest = times.latest as string
    const recent = revisions?.some((day) => day <= latest && latest <= monthsAfter(day, 48))
    const coming = revisions?.find((day) => writtenBefore(times, day))
    if (recent || coming === undefined) return null
    const { 'zh-CN': zh, en } = dayText(coming)
    return { 'zh-CN': `${zh}才修订公布`, en: `was revised on ${en}` }
  }
  if (entry.adopted === undefined || !writtenBefore(times, entry.adopted)) return null
  if (entry.local && !titled) return null
  const { 'zh-CN': zh, en } = dayText(entry.adopted)
  return { 'zh-CN': `${zh}才公布`, en: `was made public on ${en}` }
}
