import { type BlockShape, has, perShape } from '../text/block.ts'
import { isOneOf, signs } from '../text/signs.ts'
import { datesIn } from './calendar.ts'
import { isOrgan } from './organ.ts'

/** What a short line says about the page around a report, or about the report as a document. */
export interface PageLine {
  /** `来源：…` `索引号：…`: the page's own data. */
  readonly metadata: boolean
  /** Words of a web page: share, print, download, copyright. */
  readonly furniture: boolean
  /** Nothing but a date, maybe in brackets. */
  readonly date: boolean
  /** Nothing but names of organs. */
  readonly organ: boolean
  /** Names of organs with a date behind them. */
  readonly signed: boolean
  /** 特此报告 and the like. */
  readonly formula: boolean
  /** 附件 and what belongs to the end of an official document. */
  readonly annex: boolean
  /** Long enough, and punctuated, to be running text. */
  readonly prose: boolean
  /** A document number standing alone. */
  readonly documentNumber: boolean
}

/** Words in the key of a page's data line. */
const metadataKey =
  /来源|出处|时间|日期|索引号|主题|分类|文号|字号|编号|机构|机关|单位|部门|体裁|类目|类别|类型|浏览|点击|阅读|访问|次数|量$|有效|效力|状态|标题|名称|作者|记者|编辑|审核|校对|责编|撰稿|供稿|关键|公开|栏目|打印|分享|位置|废止|实施|版本|语种|信息/
const keyed = /^[\s•·●■◆*|【[-]*([^\s:。,;][^:。,;]{0,15}?) *:/
const pageWords =
  /^[\s•·●■◆*|【[-]*(?:字号|字体|大 中 小|分享|打印|您当前|当前(?:位置|所在|栏目|页)|首页 ?[>»/|-]|返回首页|无障碍|长者)|^[^。]{0,12}[>»›][^。]{0,30}[>»›]/
/** What may stand before these words, and the characters with which they begin. */
const decoration = '•·●■◆*|【[-'
const frameBegins = '字大分打您当首返无长'
const furnitureWords =
  /预览|下载|相关(?:附件|文章|链接|信息|新闻|推荐|阅读|稿件|文件|解读|文档)|二维码|扫一扫|分享到?|打印|关闭(?:窗口|本页)|返回(?:首页|顶部|列表|上页)|上一[篇条页]|下一[篇条页]|版权|网站|备案|ICP|公网安备|技术支持|标签|责任编辑|责编|编辑:|收藏|登录|注册|官方微信|微信公众号|微博|客户端|浏览|点击|关注我们|热门|推荐阅读|纠错|站点地图|联系我们|字号|字体|觉得有用|搜索|无障碍/
/** A line that ends as a sentence is text of the report, whatever words it holds. */
const sentenceEnd = /[。;][”’)]?\s*$/
const formulaWords = /^(?:特此|专此|以上|此致|妥否|当否|如无不妥|请予|请审|敬请)[^。!]{0,16}[。!]?$/
const annexWords =
  /^[(（]?(?:附件|附表|附录|附注|附:|附 |名词(?:解释|注释)|抄送|抄报|主送|印发|联系人|联系电话|此件|信息公开选项|公开属性)/
/** What such a line may begin with. */
const annexBegins = '(（附名抄主印联此信公'
const documentNumberAlone = /^\(?[\u4e00-\u9fff]{2,12}[[(【]?(?:19|20)\d\d[\])】]?第?\d{1,4}号\)?$/

/** What the block says as a line of a page or of an official document. */
export const pageLineOf: (shape: BlockShape) => PageLine = perShape((shape) =>
  shape.folded.length > longestLine ? runningText : new ShortLine(shape),
)

/** Longer blocks are text of the report, whatever words they hold. */
const longestLine = 160
const runningText: PageLine = Object.freeze({
  metadata: false,
  furniture: false,
  date: false,
  organ: false,
  signed: false,
  formula: false,
  annex: false,
  prose: true,
  documentNumber: false,
})

/** 。,;:!? stand in no name of an organ. */
const sentenceMarks = signs.stop | signs.comma | signs.colon | signs.exclamation

/** A line of which everything is read when somebody asks. A class, as `MadeDocument` is one (read/chunked.ts). */
class ShortLine implements PageLine {
  readonly #shape: BlockShape
  #metadata: boolean | undefined
  #furniture: boolean | undefined
  #date: boolean | undefined
  #organ: boolean | undefined
  #signed: boolean | undefined
  #prose: boolean | undefined

  constructor(shape: BlockShape) {
    this.#shape = shape
  }

  get metadata(): boolean {
    this.#metadata ??= isMetadata(this.#shape)
    return this.#metadata
  }

  get furniture(): boolean {
    const { folded } = this.#shape
    this.#furniture ??= folded.length <= 60 && !sentenceEnd.test(folded) && furnitureWords.test(folded)
    return this.#furniture
  }

  get date(): boolean {
    this.#date ??= isDated(this.#shape) && isDate(this.#shape)
    return this.#date
  }

  get organ(): boolean {
    const { folded, signs } = this.#shape
    this.#organ ??=
      folded.length <= 80 &&
      (signs & sentenceMarks) === 0 &&
      !this.date &&
      organParts(folded).every((part) => isOrgan(part))
    return this.#organ
  }

  get signed(): boolean {
    const { folded } = this.#shape
    this.#signed ??= mayEndWithDate(folded) && !this.date && isSigned(folded)
    return this.#signed
  }

  get formula(): boolean {
    const { folded } = this.#shape
    return folded.length <= 24 && isFormula(folded.trim())
  }

  get annex(): boolean {
    const { folded } = this.#shape
    return folded.length <= 80 && annexBegins.includes(folded.charAt(0)) && annexWords.test(folded)
  }

  get prose(): boolean {
    this.#prose ??= isProse(this.#shape.folded)
    return this.#prose
  }

  get documentNumber(): boolean {
    const { folded } = this.#shape
    if (folded.length > 40 || !isDated(this.#shape)) return false
    const number = compact(this.#shape)
    return (number.endsWith('号') || number.endsWith('号)')) && documentNumberAlone.test(number)
  }
}

/** `来源：…`, words of a page's frame, or columns. */
function isMetadata(shape: BlockShape): boolean {
  const { folded } = shape
  const key = has(shape, signs.colon) ? keyed.exec(folded) : null
  if (key !== null && metadataKey.test((key[1] as string).replace(/ /g, ''))) return true
  return isFrame(folded) || (has(shape, signs.bar) && folded.includes('|'))
}

/** Whether the line begins with words of a page's frame, or is a trail through its site. Most lines have neither sign. */
function isFrame(folded: string): boolean {
  let at = 0
  while (
    at < folded.length &&
    (decoration.includes(folded.charAt(at)) || isOneOf(folded.charCodeAt(at), signs.blank))
  )
    at++
  const begins = frameBegins.includes(folded.charAt(at))
  return (
    (begins || folded.includes('>') || folded.includes('»') || folded.includes('›')) && pageWords.test(folded)
  )
}

function isDated(shape: BlockShape): boolean {
  return (shape.signs & (signs.digit | signs.year)) !== 0
}

/** The text without blanks. */
function compact(shape: BlockShape): string {
  return has(shape, signs.blank) ? shape.folded.replace(/ /g, '') : shape.folded
}

function isFormula(line: string): boolean {
  return '特专以此妥当如请敬'.includes(line.charAt(0)) && formulaWords.test(line)
}

/** The names on a line of organs: two or more may stand side by side. */
export function organParts(folded: string): string[] {
  const whole = folded.trim()
  if (!whole.includes(' ') && !whole.includes('、')) return [whole]
  const parts = whole.split(/ {1,}|、/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => isOrgan(part)) ? parts : [whole]
}

function isDate(shape: BlockShape): boolean {
  if (compact(shape).length > 24) return false
  const [only] = datesIn(shape)
  if (!only || only.month === null) return false
  const around = shape.folded.slice(0, only.from) + shape.folded.slice(only.to)
  return /^[\s()]*(?:成文日期:|日期:)?[\s()]*$/.test(around)
}

//     青石镇人民政府 2024年1月8日
//                      ^         2 to 12 characters to the end of the line
/** Whether one of the characters behind a year, 年 . -, stands where a date at the end of the line has it. */
function mayEndWithDate(folded: string): boolean {
  const { length } = folded
  for (let at = Math.max(0, length - 13); at < length - 2; at++) {
    const unit = folded.charCodeAt(at)
    if (unit === 0x5e74 || unit === 0x2e || unit === 0x2d) return true
  }
  return false
}

function isSigned(folded: string): boolean {
  // The imprint of an official document: 青石镇党政办公室 2024年1月8日印发.
  if (/(?:印发|印制|印)$/.test(folded.trimEnd())) return false
  const date = / *[(]?(?:\d{4}|[〇○零一二三四五六七八九]{4}) ?[年.-][^。,;:]{2,12}$/.exec(folded)
  if (!date || date.index < 3) return false
  return organParts(folded.slice(0, date.index)).every((part) => isOrgan(part))
}

function isProse(folded: string): boolean {
  return folded.length >= 80 || (folded.length >= 30 && /[。;!]|[,].*[,]/.test(folded.slice(0, 400)))
}
