import { type Block, type BlockShape, sourceRange } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'
import { type Observation, placeCheck } from '../check.ts'
import { replacementOf } from '../shared/replacement.ts'
import { isHan } from '../shared/scan.ts'

/** Parameters of `document-number`: none. */
export type DocumentNumberParameters = Readonly<Record<string, never>>

/** A document number that is not in the fixed form. */
interface IllFormed {
  readonly from: number
  readonly to: number
  /** What is wrong with it; `damaged`: so much is gone that the number is not known. */
  readonly flaws: readonly Flaw[]
  /** The fixed form; null if it is not known. */
  readonly right: string | null
}

type Flaw = 'bracket' | 'square' | 'shortYear' | 'yearWord' | 'ordinal' | 'zero' | 'letter' | 'damaged'

const flawNames: Readonly<Record<Exclude<Flaw, 'damaged'>, { 'zh-CN': string; en: string }>> = {
  bracket: { 'zh-CN': '年份没有用六角括号〔〕', en: 'the year is not in the brackets 〔〕' },
  square: { 'zh-CN': '年份没有用六角括号〔〕', en: 'the year is not in the brackets 〔〕' },
  shortYear: { 'zh-CN': '年份没有写全', en: 'the year is cut short' },
  yearWord: { 'zh-CN': '年份后多了“年”字', en: 'there is a 年 behind the year' },
  ordinal: { 'zh-CN': '序号前多了“第”字', en: 'there is a 第 before the number' },
  zero: { 'zh-CN': '序号前多了“0”', en: 'the number has a leading zero' },
  letter: { 'zh-CN': '序号中有字母，应为数字', en: 'there is a letter in the place of a digit' },
}

/** Reports document numbers that are not 机关代字〔年份〕序号号: GB/T 9704—2012, 7.2.5. */
export const documentNumber = placeCheck<DocumentNumberParameters, IllFormed>(
  'document-number',
  signs.coded,
  () => illFormedNumbers,
  (analysis, _parameters, report, places) => {
    const { report: model } = analysis
    for (const { block, found } of places) {
      for (const number of found) {
        // 〔〕 read as [ ] is what text extraction does to a folded draft, not what the writer did
        const flaws = number.flaws.filter((flaw) => flaw !== 'square' || !model.foldedWidth)
        if (flaws.length > 0) report(observation(block, { ...number, flaws }))
      }
    }
  },
)

function observation(block: Block, { from, to, flaws, right }: IllFormed): Observation {
  const at = sourceRange(block, from, to)
  const text = block.shape.text.slice(from, to)
  if (right === null) return { at, variant: 'damaged', key: text, data: { text } }
  const names = flaws.map((flaw) => flawNames[flaw as Exclude<Flaw, 'damaged'>])
  return {
    at,
    key: text,
    data: {
      text,
      right,
      flaws: {
        'zh-CN': names.map((name) => name['zh-CN']).join('，'),
        en: names.map((name) => name.en).join(', '),
      },
    },
    fixes: replacementOf(block, from, to, right, 'safe'),
  }
}

/** The end of a code or an opening bracket, with digits behind it. */
const numbered = /[发函办通文规议复呈报请政委党纪法组宣审电传〔【([〖{「〈（［]\d\d/g
/** Last characters of an issuer's code: 国发, 鲁政办函, 云司通. Not 字 and 令: those number decisions and orders. */
const codeEnds = new Set([...'发函办通文规议复呈报请政委党纪法组宣审电传'])
/** Before 〔 any character may end a code, except those of decisions, orders and cases. */
const otherNumbers = new Set([...'字令第号年'])
/** Characters of which a code holds at least one, unless 〔 follows it: 国, 省, 县 or the name of a kind of organ. */
const organ = /[国中省市州县区旗镇乡街府政委办党厅局司院部纪组]/
const openers = '〔【([〖{「〈（［'
const longestCode = 8

/**
 * Finds the ill-formed document numbers of a block. It starts from a year and looks left for brackets and code, right for
 * the number:
 *
 *     （宝委办【202031号）
 *        code ^ year, number
 */
function illFormedNumbers({ text, folded }: BlockShape): readonly IllFormed[] {
  let found: IllFormed[] | null = null
  for (const { index } of matchesIn(folded, numbered)) {
    const at = index + 1
    const opener = openers.includes(folded.charAt(at - 1)) ? text.charAt(at - 1) : ''
    const codeEnd = opener === '' ? at : at - 1
    if (!isCodeEnd(folded.charAt(codeEnd - 1), opener) || !isYear(folded, at)) continue
    const from = codeStart(folded, codeEnd)
    const code = folded.slice(from, codeEnd)
    if (code.length < 2 || (opener !== '〔' && !organ.test(code))) continue
    const number = opener === '' ? bare(folded, from, at) : bracketed(text, folded, from, at, opener)
    if (number) {
      found ??= []
      found.push(number)
    }
  }
  return found ?? none
}

const none: readonly IllFormed[] = []
const year = /(?:19|20)\d\d|(?<=[〔【[])\d\d(?=[\]】])/y

function isCodeEnd(character: string, opener: string): boolean {
  if (codeEnds.has(character)) return true
  return opener === '〔' && isHan(character.charCodeAt(0)) && !otherNumbers.has(character)
}

/** Whether the digits at `at` begin with a year, or are a short one in the brackets of a number. */
function isYear(folded: string, at: number): boolean {
  year.lastIndex = at
  return year.test(folded)
}

/** Verbs that stand right before a code. */
const verb =
  /^.*?(?:转发|印发|作出|根据|按照|按|据|见|依据|依照|落实|执行|参照|贯彻|文件|文号|和|及|与|以)(?=.{2})/

/** Where the code before `end` begins: in the run of Chinese characters before it, behind a verb. */
function codeStart(folded: string, end: number): number {
  let from = end
  while (from > 0 && end - from < longestCode && isHan(folded.charCodeAt(from - 1))) from--
  return from + (verb.exec(folded.slice(from, end))?.[0].length ?? 0)
}

const behindYear = /^((?:19|20)?\d\d)(年)?([\]】)〗}」〉〕])?(第)?([\doOlI]{1,5})(号)?/

/** A code with an opening bracket before the year. */
function bracketed(text: string, folded: string, from: number, at: number, opener: string): IllFormed | null {
  const parts = behindYear.exec(folded.slice(at, at + 20))
  if (!parts) return null
  const [whole, year, word, closer, ordinal, digits, hao] = parts
  const to = at + whole.length
  if (isDigitAt(folded, to)) return null
  if (closer === undefined || hao === undefined) {
    // without a closing bracket or 号 only the brackets of numbers are a sure sign
    if (opener === '(' || opener === '（' || opener === '「' || opener === '{') return null
    return { from, to, flaws: ['damaged'], right: null }
  }
  const flaws: Flaw[] = []
  const close = text[at + whole.indexOf(closer)] as string
  if (opener !== '〔' || close !== '〕')
    flaws.push('[［'.includes(opener) && ']］'.includes(close) ? 'square' : 'bracket')
  if (year?.length === 2) flaws.push('shortYear')
  if (word !== undefined) flaws.push('yearWord')
  if (ordinal !== undefined) flaws.push('ordinal')
  if (/[^\d]/.test(digits ?? '')) flaws.push('letter')
  const number = Number(digits?.replace(/[oO]/g, '0').replace(/[lI]/g, '1'))
  if (digits?.startsWith('0')) flaws.push('zero')
  if (flaws.length === 0) return null
  return {
    from,
    to,
    flaws,
    right: `${text.slice(from, at - 1)}〔${year?.length === 2 ? `20${year}` : year}〕${number}号`,
  }
}

/** A code with year and number in one row of digits, or with the opening bracket lost: 开州委法20239, 云政发2023〕5号. */
function bare(folded: string, from: number, at: number): IllFormed | null {
  const parts = /^\d{4}(?:[\]】〗] ?\d{1,4}号|\d{1,3}号?(?=[)\]】》,。;]|$)| \d{1,3}号)/.exec(
    folded.slice(at, at + 14),
  )
  if (!parts || at - from < 3 || isHan(folded.charCodeAt(from - 1))) return null
  return { from, to: at + parts[0].length, flaws: ['damaged'], right: null }
}

function isDigitAt(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at)
  return unit >= 0x30 && unit <= 0x39
}
