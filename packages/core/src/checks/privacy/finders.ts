import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'

/** A piece of personal data: offsets in the text, and how it looks masked. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly masked: string
}

/** A run of digits (an ID number may end in X) with nothing alphanumeric or masked around it. */
const digits = /(?<![\w*×.\-/])\d{11,19}[Xx]?(?![\w*×/])/g
const plate =
  /(?<![\u4e00-\u9fff])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·.]?[A-HJ-NP-Z0-9]{5,6}(?![\w*])|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·.]?(?:\d{5}|(?=[A-Z]*\d[A-Z]*\d[A-Z]*\d)[A-HJ-NP-Z0-9]{5,6})(?![\w*])/g
const email =
  /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,4}/g

/** Finds one kind of personal data; each reads the text once, and only a text with the signs that it needs. */
interface Finder {
  readonly needs: number
  /** `own` are the signs of the text. */
  readonly find: (folded: string, own: number) => Found[]
}

const finder = (needs: number, find: Finder['find']): Finder => Object.freeze({ needs, find })

/** The finders of personal data by kind. */
export const finders = {
  'id-number': finder(signs.longNumber, (text) => runs(text, isIdNumber, 6, 4, namedId)),
  'mobile-number': finder(signs.digit, (text, own) => {
    const plain = (own & signs.longNumber) === 0 ? [] : runs(text, isMobileNumber, 3, 4)
    if ((own & (signs.dash | signs.blank)) === 0 || !beginsGroups.test(text)) return plain
    return [...plain, ...matchesIn(text, groupedMobile).map((match) => found(match, 3, 4))]
  }),
  'bank-card': finder(signs.longNumber, (text) => runs(text, isBankCard, 6, 4, namedCard)),
  plate: finder(signs.latin | signs.digit, (text) =>
    matchesIn(text, plate)
      .filter((match) => /\d/.test(match[0]))
      .map((match) => found(match, 2, 1)),
  ),
  email: finder(signs.at, (text) =>
    matchesIn(text, email)
      .filter((match) => !/\.gov(?:\.cn)?$/i.test(match[0]))
      .map((match) => found(match, 1, match[0].length - match[0].indexOf('@'))),
  ),
} as const

/** The words that say what a number is: with a digit wrong it is still somebody's number. */
const namedId = { before: /身份证(?:件)?(?:号码?|编号)?(?:为|是|:)?[(“]?$/, shape: /^[1-8]\d{16}[\dXx]$/ }
const namedCard = {
  before:
    /(?:银行|储蓄|借记|信用|工资)?卡(?:的)?(?:卡?号码?|账[号户])(?:为|是|:)?[(“]?$|(?:银行|个人)账[号户](?:为|是|:)?[(“]?$/,
  shape: /^[3-6]\d{14,18}$/,
}
/** How far before a number its name is looked for. */
const nameReach = 12

/** A mobile number in groups: 139-1234-5678, 139 1234 5678. */
const groupedMobile = /(?<![\w*×.\-/])1[3-9]\d([- ])\d{4}\1\d{4}(?![\w*×/-])/g

const beginsGroups = /1[3-9]\d[- ]\d{4}/

interface Named {
  readonly before: RegExp
  readonly shape: RegExp
}

function runs(
  text: string,
  is: (run: string) => boolean,
  head: number,
  tail: number,
  named?: Named,
): Found[] {
  return matchesIn(text, digits)
    .filter((match) => is(match[0]) || (named !== undefined && isNamed(text, match, named)))
    .map((match) => found(match, head, tail))
}

function isNamed(text: string, match: RegExpExecArray, { before, shape }: Named): boolean {
  return shape.test(match[0]) && before.test(text.slice(Math.max(0, match.index - nameReach), match.index))
}

/** The match with all but its first `head` and last `tail` characters replaced by asterisks. */
function found(match: RegExpExecArray, head: number, tail: number): Found {
  const text = match[0]
  const hidden = Math.max(1, text.length - head - tail)
  return {
    from: match.index,
    to: match.index + text.length,
    masked: text.slice(0, head) + '*'.repeat(hidden) + text.slice(text.length - tail),
  }
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A resident identity number: 18 characters, a possible region and birthday, and the check digit of GB 11643-1999. */
export function isIdNumber(run: string): boolean {
  if (!/^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(run)) return false
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(run[at]), 0)
  return '10X98765432'[sum % 11] === run[17]?.toUpperCase()
}

/** A mobile number: eleven digits that begin with 13–19. */
export function isMobileNumber(run: string): boolean {
  return /^1[3-9]\d{9}$/.test(run)
}

/** A bank card number: 16 to 19 digits of a UnionPay card (62…) with a valid Luhn digit. */
export function isBankCard(run: string): boolean {
  if (!/^62\d{14,17}$/.test(run)) return false
  let sum = 0
  for (let at = run.length - 1, doubled = false; at >= 0; at--, doubled = !doubled) {
    const digit = Number(run[at]) * (doubled ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
