import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { blockCheck } from '../check.ts'

/** Parameters of `two-digit-year`: none. */
export type TwoDigitYearParameters = Readonly<Record<string, never>>

/** `23年3月`, `22年度`, `21年底`: a year of this century cut to two digits, where a length of time cannot be meant. */
const short =
  /(?<![\d第近每约用历共过满未.])(1[5-9]|2\d|3\d)年(?:(?=1[0-2]月|[1-9]月)|(?=度[^过]|底|末|初|上半年|下半年)|(?<=[比较与同][123]\d年)(?=(?:同期|全年|净|又|再)?(?:增|减|上升|下降|提高|提升|降|升|翻|持平|相比|相对))|(?<=[自从][123]\d年)(?=以来|起|开始|至今)|(?=至[123]\d年)|(?<=(?:^|[。;])[123]\d年)(?=[全我][省市县区镇乡局街])|(?<=(?:^|[。;,])[123]\d年)(?=(?:共|累计)?(?:检查|受理|办理|办结|审结|查处|立案|开展|举办|组织|召开|排查|调解|新增|新收|制定|出台|印发|完成|收到|接待|审查|审核|培训|投入|建成)[^,。;]{0,14}\d))/g

/** Years written with two digits. */
export const twoDigitYear = blockCheck<TwoDigitYearParameters>(
  'two-digit-year',
  signs.shortYear,
  () => (shape) => {
    return matchesIn(shape.folded, short).map((match) => {
      const from = match.index
      const expected = `20${match[1]}年`
      return {
        from,
        to: from + 3,
        data: { printed: shape.text.slice(from, from + 3), expected },
        fixes: [
          {
            kind: 'suggestion' as const,
            title: { 'zh-CN': `改为“${expected}”`, en: `Write “${expected}”` },
            edits: [{ from, to: from + 2, text: `20${match[1]}` }],
          },
        ],
      }
    })
  },
)
