import { type BlockShape, has, rangeOf } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `request-in-report`: none. */
export type RequestInReportParameters = Readonly<Record<string, never>>

/** Formulas that ask the superior for an answer. A quoted one asks for nothing. */
const request =
  /(?<![“"《])(?:(?:妥否|当否|可否|是否妥当|如无不妥)[,，]? ?(?:请|敬请|恳请)[^。,;!“”《》]{0,10}(?:批示|批复|审批|批准|指示|核准|审定|转发)|以上请示[^。;]{0,12}|(?:敬请|恳请|请予|请)(?:[县市省区镇]?(?:委|政府|领导)[^。,;]{0,6})?(?:批复|批准|审批|批示)(?=[。!]|$))/g

const mayAsk = (shape: BlockShape): boolean => has(shape, signs.ask)

/** Reports requests in a document that is a report by its title. */
export const requestInReport = draftCheck<RequestInReportParameters>(
  'request-in-report',
  (analysis, _parameters, report) => {
    const { titleText } = analysis.report.metadata
    if (!titleText || /请示/.test(titleText) || !/报告|汇报|总结/.test(titleText)) return
    for (const block of blocksWith(analysis.report.blocks, mayAsk)) {
      for (const match of matchesIn(block.shape.folded, request)) {
        const to = match.index + match[0].length
        report({
          at: rangeOf({ block, from: match.index, to }),
          data: { request: block.shape.text.slice(match.index, to) },
        })
      }
    }
  },
)
