import { isQuoted } from '../../prose/quoted.ts'
import { type BlockRange, type BlockShape, has } from '../../text/block.ts'
import { holdsOne } from '../../text/holds-one.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { placeCheck } from '../check.ts'
import { writersMarks } from '../shared/writers-marks.ts'
import { repeatedParagraphs } from './repeated-paragraphs.ts'

/** Parameters of `leftover`. */
export interface LeftoverParameters {
  /** How long a paragraph must be for its repetition to count. */
  readonly leastCharacters: number
}

/** A gap or an open choice inside one block. */
interface LocalLeftover {
  readonly from: number
  readonly to: number
  /** `unfilled`: a gap of a fresh skeleton. */
  readonly variant?: 'either' | 'unfilled'
}

/** Signs that stand for something still to be filled in. */
const placeholder = /(?<![A-Za-z×XxＸ*])(?:[XＸ]{2,}|[×✕]{2,}|x{3,})(?![A-Za-z×XxＸ*])/g
/** A single cross before a measure word: 仅×件. */
const lonePlaceholder =
  /(?<![\dA-Za-z×✕)\]])[×✕](?=(?:余|多)?(?:万|亿)?(?:元|件|个|场|次|起|人次|名|项|份|户|条|期|处|宗|家|批)(?![×✕]))/g
/** Behind a surname or a word for a person the signs hide a name: 王××, 原告×××. */
const hidesName =
  /(?:人|诉|告|某|犯|同志|居民|村民|群众|女|男|律师|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳史唐薛雷贺倪汤罗郝安常傅齐康伍余顾孟黄萧尹姚邵汪毛贝明戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万卢莫房丁邓洪左石崔龚程邢裴陆翁侯段焦谷车龙叶黎白蒲赖卓池曾关桂游覃])$/
const hidesNumber = /[\d*-]$/
/** Before a measure word the signs stand for a number, whatever goes before: 罚金XX万元. */
const countsThings = /^(?:余|多)?(?:万|亿|元|件|个|场|次|起|人次|项|份|户|条|期|处|宗|家|%)/
const words = new RegExp(
  String.raw`[[〔【(（][ ]?(?:待补充?|待填写?|待定|待核实?|待完善|待续|待更新|待统计|请填写?|请补充|填写|空|略去|此处[^)）\]】〕]{0,12})[^)）\]】〕]{0,8}[)）\]】〕]|${writersMarks}|(?:此处|这里)(?:待|请|需)?(?:补充|填写|插入)[^。,;]{0,10}|(?:数据|内容|情况|数字)待(?:补充?|填|核实?|统计|更新)|待补充|_{2,}|＿{2,}|【 *】|\[ *\](?!\()`,
  'g',
)
const direction = '(?:上升|下降|增长|减少|增加|提高|降低|提升|回落|减)'
const eitherWay = new RegExp(`${direction} ?(?:\\(${direction}\\)|/ ?${direction})`, 'g')
const emptyCount =
  /(?:共|约|达|计|为|受理|办结|开展|召开|印发|发放|举办|排查|调解|培训|第) ?\( *\) ?(?=[\u4e00-\u9fff%])/g

/** A gap of the skeleton that `hegao new` writes: （填：…）. */
const skeletonGap = /\(填:[^()]{0,40}\)/g

/** One of these is in every leftover: most blocks have none, and are done. */
const anySign = new RegExp(
  String.raw`[XＸ×✕_＿【〔]|xx|待|${writersMarks}|此处|这里|[[(] ?(?:请|填|空|略|[)\]])|[升降长少加高低落减] ?[(/]`,
)

/**
 * Reports what a template or an earlier working copy left in the text: gaps (main message), choices that were left open
 * (`either`), and paragraphs that stand in the draft a second time (`repeated`). The gaps of a fresh skeleton (`hegao new`) are
 * told once (`unfilled`).
 */
export const leftover = placeCheck<LeftoverParameters, LocalLeftover>(
  'leftover',
  signs.gap,
  () => leftoversIn,
  (analysis, { leastCharacters }, report, places) => {
    const unfilled: BlockRange[] = []
    for (const { block, found } of places) {
      for (const { from, to, variant } of found) {
        const at = { block, from, to }
        if (variant === 'unfilled') unfilled.push(at)
        else
          report({
            at,
            ...(variant ? { variant } : {}),
            data: { text: block.shape.text.slice(from, to).trim() },
          })
      }
    }
    for (const { first, again } of repeatedParagraphs(analysis.report, leastCharacters))
      report({
        at: { block: again, from: 0, to: again.shape.text.length },
        variant: 'repeated',
        data: { beginning: again.shape.text.slice(0, 12) },
        evidence: [
          {
            range: { block: first, from: 0, to: first.shape.text.length },
            label: { 'zh-CN': '第一次出现', en: 'first here' },
          },
        ],
      })
    const [first, ...others] = unfilled
    if (first)
      report({
        at: first,
        variant: 'unfilled',
        data: { count: unfilled.length },
        evidence: others.map((range) => ({ range, label: { 'zh-CN': '待填', en: 'to be filled in' } })),
      })
  },
  ({ report }, { leastCharacters }) => [repeatedParagraphs(report, leastCharacters)],
)

function leftoversIn(shape: BlockShape): readonly LocalLeftover[] {
  const gaps = gapsIn(shape)
  if (!has(shape, signs.bracket | signs.colon) || !shape.folded.includes('(填:')) return gaps
  const unfilled = matchesIn(shape.folded, skeletonGap).map(
    ({ index, 0: { length } }): LocalLeftover => ({ from: index, to: index + length, variant: 'unfilled' }),
  )
  return [...unfilled, ...gaps]
}

const nothing: readonly LocalLeftover[] = Object.freeze([])

function gapsIn(shape: BlockShape): readonly LocalLeftover[] {
  const { folded } = shape
  if (!anySign.test(folded)) return nothing
  const found: LocalLeftover[] = []
  const add = (from: number, to: number, variant?: 'either'): void => {
    found.push(variant ? { from, to, variant } : { from, to })
  }
  if (/[X×✕x]{2}/.test(folded))
    for (const match of matchesIn(folded, placeholder)) {
      const before = folded.slice(Math.max(0, match.index - 4), match.index)
      const after = folded.slice(match.index + match[0].length)
      const isYear = /(?:^|[^\d])20$/.test(before) && after.startsWith('年')
      const isNumber = isYear || countsThings.test(after)
      if (hidesNumber.test(before) && !isYear) continue
      if (!isNumber && (hidesName.test(before) || /^[\d*]/.test(after))) continue
      if (isQuoted(folded, match.index)) continue
      add(isYear ? match.index - 2 : match.index, match.index + match[0].length)
    }
  if (holdsOne(folded, ['×', '✕']))
    for (const match of matchesIn(folded, lonePlaceholder))
      if (!isQuoted(folded, match.index)) add(match.index, match.index + 1)
  for (const match of matchesIn(folded, words)) {
    if (!isQuoted(folded, match.index)) add(match.index, match.index + match[0].length)
  }
  if (holdsOne(folded, ['()', '( ']))
    for (const match of matchesIn(folded, emptyCount)) add(match.index, match.index + match[0].length)
  if (holdsOne(folded, ['升)', '降)', '长)', '少)', '加)', '高)', '低)', '落)', '减)', '/']))
    for (const match of matchesIn(folded, eitherWay))
      add(match.index, match.index + match[0].length, 'either')
  return found
}
