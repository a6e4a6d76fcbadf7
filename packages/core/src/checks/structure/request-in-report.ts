import { rangeOf } from '../../text/block.ts'
import { holdsOne } from '../../text/holds-one.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'

/** Parameters of `request-in-report`: none. */
export type RequestInReportParameters = Readonly<Record<string, never>>

/** Formulas that ask the superior for an answer. A quoted one asks for nothing. */
const request =
  /(?<![“"《])(?:(?:妥否|当否|可否|是否妥当|如无不妥)[,，]? ?(?:请|敬请|恳请)[^。,;!“”《》]{0,10}(?:批示|批复|审批|批准|指示|核准|审定|审示|转发|批转)|以上请示[^。;]{0,12}|(?:专此|特此|为此)[^。;,]{0,6},?(?:请|敬请)(?:批复|函复|示复|复)(?=[。!]|$)|(?:敬请|恳请|请予|请)(?:[县市省区镇]?(?:委|政府|领导)[^。,;]{0,6})?(?:批复|批准|审批|批示)(?=[。!]|$))/g

/** One of these is in every such formula. */
const answers = [...'批复 批示 审批 批准 指示 核准 审定 审示 转发 批转 请示 函复 示复'.split(' '), '请复']

/** Reports requests in a document that is a report by its title. */
export const requestInReport = placeCheck<RequestInReportParameters, RegExpExecArray>(
  'request-in-report',
  signs.ask,
  () =>
    ({ folded }) =>
      holdsOne(folded, answers) ? matchesIn(folded, request) : [],
  (analysis, _parameters, report, places) => {
    const { titleText } = analysis.report.metadata
    if (!titleText || /请示/.test(titleText) || !/报告|汇报|总结/.test(titleText)) return
    for (const { block, found } of places) {
      for (const match of found) {
        const to = match.index + match[0].length
        report({
          at: rangeOf({ block, from: match.index, to }),
          data: { request: block.shape.text.slice(match.index, to) },
        })
      }
    }
  },
)
