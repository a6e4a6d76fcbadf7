import { quoteItem } from '../../coverage/quote-item.ts'
import { layoutOf } from '../../report/layout.ts'
import type { Item, Section } from '../../report/report.ts'
import type { BlockRange } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { partOf } from './part.ts'

/** Parameters of `missing-cause`: none; the cause words are data of kind `item-cues`. */
export type MissingCauseParameters = Readonly<Record<string, never>>

/**
 * Reports shortcomings without causes. If no item gives one, it is one finding for the part: at the heading if that promises
 * causes, otherwise at the words that lead in. If some items give one, each of the others is reported with variant `item`.
 */
export const missingCause = draftCheck<MissingCauseParameters>(
  'missing-cause',
  (analysis, _parameters, report) => {
    const items = analysis.coverage.shortcomings.filter(({ reason }) => reason !== 'measure')
    const bare = items.filter(({ item }) => !givesCause(item))
    if (bare.length === 0) return
    if (bare.length < items.length) {
      for (const { item, reason } of bare) {
        if (reason !== 'vague' && !implied.test(explanation(item)))
          report({ at: item.head, variant: 'item', data: { shortcoming: quoteItem(item) } })
      }
      return
    }
    const section = partOf(analysis, 'shortcomings')?.sections[0]
    const first = items[0]?.item
    if (!section || !first) return
    report({ at: placeFor(section, first), data: { shortcomings: items.length } })
  },
  ({ coverage, report }) => [coverage, layoutOf(report).headings],
)

/** Wordings that explain without a word for it. They do not stand for the causes of a whole part, but excuse a single item. */
const implied =
  /缺乏|缺少(?!附件|原件|签[字名章]|盖章|日期|记录|材料|凭证|票据|证据|清单|页|要件|文书)|认识不|重视不|意识不|意识淡|理解不|能力不足|跟不上|误区|重[^,。;]{1,6}轻|受(?!理|众|案|益|访|骗|伤|托|邀|到)|(?<![时期权年上下])限(?!期|度|额|定)|任务重|人少|事多|多为|偏多|较多|加之|加上|欠缺/

/** What the item says beyond its heading; all of it, if it has none. */
function explanation(item: Item): string {
  const { head } = item
  const text = item.places.map(({ block, from, to }) => block.shape.folded.slice(from, to)).join('')
  const heading = head.block.shape.folded.slice(head.from, head.to)
  return text.startsWith(heading) && text.length > heading.length ? text.slice(heading.length) : text
}

/** Causes in two pieces, which a list of words cannot find: 受编制所限、因人手少而. */
const phrased =
  /受[^,。;]{1,24}(?:影响|制约|限制|限|冲击)|因(?!地|此|人而|势)[^,。;]{2,24}(?:而|,)|之所以|关键在于|归根|与[^,。;]{2,30}有关|一方面[^。]{2,80}另一方面|因此/

function givesCause(item: Item): boolean {
  return (
    item.cues.some((cue) => cue.kind === 'cause') ||
    item.places.some(({ block, from, to }) => phrased.test(block.shape.folded.slice(from, to)))
  )
}

/** The heading, or, if it does not speak of causes and the items stand in running text, the words that lead in to them. */
function placeFor(section: Section, first: Item): BlockRange {
  const { head } = first
  if (/原因|成因/.test(section.title) || !section.body.some((place) => place.block === head.block))
    return section.titlePlace
  const { folded } = head.block.shape
  const from = folded.lastIndexOf('。', head.from - 1) + 1
  const lead = folded.slice(from, first.label?.place.from ?? head.from).replace(/[\s,;:]+$/, '')
  return lead.length < shortestLead ? section.titlePlace : { block: head.block, from, to: from + lead.length }
}

const shortestLead = 6
