import type { Analysis } from '../../analysis.ts'
import type { LocalText } from '../../finding.ts'
import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import { type Block, type BlockShape, has } from '../../text/block.ts'
import { signs } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'
import { dayText, monthsAfter } from './day.ts'
import { type DraftTimes, draftTimes, inPlan, timesAndLayout, writtenBefore } from './draft-times.ts'
import type { CampaignEntry, TimelineEntry } from './entries.ts'
import { type LawMention, lawMentionFinder } from './law-mention.ts'
import { campaignLexicon, timelineLexicon } from './lexicon.ts'
import { insideTitle, sentenceHas, textBefore } from './passage.ts'
import { plenumsOf } from './plenums.ts'
import type { TermHit } from './term-index.ts'
import { hitFinder } from './text-scan.ts'

/** Parameters of `not-yet-valid`: none; the dates come from `data/timeline`, `data/laws` and `data/campaigns`. */
export type NotYetValidParameters = Readonly<Record<string, never>>

/** Words of a sentence that looks forward to a meeting. */
const awaited = ['迎接', '喜迎', '即将', '将于', '筹备', '献礼', '召开前', '召开后', '适时', '待']
/** Words of a sentence about a law that is still being made. */
const inTheMaking = ['草案', '征求意见', '立法', '起草', '编纂', '审议', '制定', '修订草案', '出台后', '即将']
/** Before a law's name: it speaks of the newest version. */
const revisedBefore = /(?:新修订的?|新修正的?|新修改的?|修订后的?|新版)$/

/** What of that kind a block speaks of. */
interface SpokenOf {
  readonly meetings: readonly TermHit<TimelineEntry>[]
  readonly campaigns: readonly TermHit<CampaignEntry>[]
  readonly laws: readonly LawMention[]
}

/** What is spoken of that began on some day: a meeting or concept, a campaign, a law. */
type Spoken =
  | { readonly of: 'meeting'; readonly hit: TermHit<TimelineEntry> }
  | { readonly of: 'campaign'; readonly hit: TermHit<CampaignEntry> }
  | { readonly of: 'law'; readonly hit: LawMention }

const none: readonly SpokenOf[] = []

/** Reports what a draft speaks of before it existed, once a term. */
export const notYetValid = placeCheck<NotYetValidParameters, SpokenOf>(
  'not-yet-valid',
  0,
  (_parameters, { data }) => {
    const ofTimeline = hitFinder(data, timelineLexicon)
    const ofCampaigns = hitFinder(data, campaignLexicon)
    const ofLaws = lawMentionFinder(data)
    return (shape) => {
      const meetings = meetingsIn(shape, data, ofTimeline(shape))
      const campaigns = ofCampaigns(shape)
      const laws = ofLaws(shape)
      if (meetings.length === 0 && campaigns.length === 0 && laws.length === 0) return none
      return [{ meetings, campaigns, laws }]
    }
  },
  (analysis, _parameters, report, places) => {
    const times = draftTimes(analysis)
    if (times.latest === null) return
    const judge = (block: Block, spoken: Spoken): void => {
      const event = eventOf(spoken, block, times, analysis)
      if (event === null) return
      const { from, to } = spoken.hit
      report({
        at: { block, from, to },
        key: spoken.of === 'law' ? spoken.hit.entry.name : spoken.hit.entry.term,
        data: { text: block.shape.text.slice(from, to), event, said: times.said },
      })
    }
    for (const { block, found } of places) {
      for (const { meetings, campaigns, laws } of found) {
        for (const hit of meetings) judge(block, { of: 'meeting', hit })
        for (const hit of campaigns) judge(block, { of: 'campaign', hit })
        for (const hit of laws) judge(block, { of: 'law', hit })
      }
    }
  },
  timesAndLayout,
)

/** What had not happened when the draft was written, if the place speaks of it as of something that had. Null: nothing. */
function eventOf(spoken: Spoken, block: Block, times: DraftTimes, analysis: Analysis): LocalText | null {
  const { shape } = block
  const { from, to } = spoken.hit
  if (spoken.of === 'law') {
    const event = lawEvent(spoken.hit, shape, times)
    return event === null || sentenceHas(shape, from, inTheMaking) ? null : event
  }
  const { entry } = spoken.hit
  if (entry.from === undefined || !writtenBefore(times, entry.from)) return null
  if (insideTitle(shape, from, to) || sentenceHas(shape, from, awaited)) return null
  if (spoken.of === 'campaign') return began(entry.from)
  const meeting = spoken.hit.entry
  if (isAnnounced(meeting, times) && inPlan(analysis, block)) return null
  return meeting.event ?? began(entry.from)
}

/** The hits of the timeline, with the plenums as they are named in lists in the place of those found by their wordings. */
function meetingsIn(
  shape: BlockShape,
  data: DataKinds,
  hits: readonly TermHit<TimelineEntry>[],
): readonly TermHit<TimelineEntry>[] {
  const plenums = has(shape, signs.session) ? plenumsOf(shape) : noPlenums
  if (plenums.length === 0 && !hits.some(({ entry }) => isPlenum(entry))) return hits
  const found = hits.filter(({ entry }) => !isPlenum(entry))
  for (const { term, from, to } of plenums) {
    const entry = entriesOf<TimelineEntry>(data, 'timeline').findLast((one) => one.term === term)
    if (entry) found.push({ from, to, entry })
  }
  return found
}

const noPlenums: ReturnType<typeof plenumsOf> = []

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
function lawEvent(
  { from, entry, titled }: LawMention,
  shape: BlockShape,
  times: DraftTimes,
): LocalText | null {
  const coming = entry.revised?.find((day) => writtenBefore(times, day))
  const isAdoptedLater = entry.adopted !== undefined && writtenBefore(times, entry.adopted)
  if (coming === undefined && !isAdoptedLater) return null
  if (revisedBefore.test(textBefore(shape, from, 4))) {
    const latest = times.latest as string
    const recent = entry.revised?.some((day) => day <= latest && latest <= monthsAfter(day, 48))
    if (recent || coming === undefined) return null
    const { 'zh-CN': zh, en } = dayText(coming)
    return { 'zh-CN': `${zh}才修订公布`, en: `was revised on ${en}` }
  }
  if (entry.adopted === undefined || !isAdoptedLater) return null
  if (entry.local && !titled) return null
  const { 'zh-CN': zh, en } = dayText(entry.adopted)
  return { 'zh-CN': `${zh}才公布`, en: `was made public on ${en}` }
}
