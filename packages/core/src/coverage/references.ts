import { holdsOne } from '../text/holds-one.ts'
import { matchesIn } from '../text/matches.ts'
import type { ItemClause } from './item-words.ts'

/** What a measure says it is an answer to. */
export interface Reference {
  /** Offsets of the named shortcoming in the clause's text: `执法力量不足` of 针对执法力量不足的问题. */
  readonly from: number
  readonly to: number
  /** The number of the shortcoming, where it is named by number: 对应问题（二）; otherwise null. */
  readonly number: number | null
}

/**
 * 针对执法力量不足的问题，充实一线人员
 *   ^^^^^^^^^^^^
 */
const named =
  /(?:针对|着眼|聚焦|围绕|对照|着力解决|切实解决|重点解决|有效解决|解决|破解|补齐|改变|扭转|克服)([^,;。:]{2,40}?)(?:的)?(?:等)?(?:问题|不足|短板|弱项|现状|现象|状况|难题|薄弱环节|实际|局面)/g

/** 对应问题（二）、针对第二个不足 */
const numbered =
  /(?:对应|针对|对照|解决|回应)[^,;。:]{0,6}?(?:第([一二三四五六七八九十])(?:个|项|条)?(?:问题|不足)|\(([一二三四五六七八九十])\)|第?(\d)(?:个|项|条)?(?:问题|不足))/g

const digits = '一二三四五六七八九十'

/** What holds no reference. */
export const noReferences: readonly Reference[] = []

/** One of these is in every reference. */
const verbs = '对应 针对 对照 解决 回应 着眼 聚焦 围绕 破解 补齐 改变 扭转 克服'.split(' ')

/** The references in a clause of a measure. */
export function referencesIn(clause: ItemClause): readonly Reference[] {
  if (!holdsOne(clause.text, verbs)) return noReferences
  const references: Reference[] = []
  for (const match of matchesIn(clause.text, numbered)) {
    const han = match[1] ?? match[2]
    const number = han ? digits.indexOf(han) + 1 : Number(match[3])
    references.push({ from: match.index, to: match.index + match[0].length, number })
  }
  for (const match of matchesIn(clause.text, named)) {
    const phrase = match[1] as string
    const from = match.index + match[0].indexOf(phrase)
    references.push({ from, to: match.index + match[0].length, number: null })
  }
  return references
}
