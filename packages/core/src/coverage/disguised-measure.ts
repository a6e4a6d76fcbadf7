import type { Item } from '../report/report.ts'
import type { BlockRange } from '../text/block.ts'
import { readClauses } from './read-words.ts'

/** Labels in front of an item: （三） 3. 一是 第一, */
const label =
  /^\s*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}(?:是|、|要)|\d{1,2}[.、]|第[一二三四五六七八九十]{1,2}[,、]?|[①-⑳])\s*/

/** Verbs that begin a measure, with the adverbs that may stand before them. */
const measureHead =
  /^(?:(?:要|将|需|应|拟|还要|必须|进一步|继续|切实|大力|不断|持续|着力|着重|积极|全面|深入|扎实|严格|努力|认真|有序|稳步|全力|坚决|加快|重点)\s*){0,4}(?:加强|加大|加快|完善|健全|强化|推进|推动|提升|提高|深化|落实|建立|优化|规范|开展|做好|抓好|抓实|创新|增强|构建|压实|拓宽|拓展|巩固|充实|夯实|统筹|整合|打造|营造|组织|配齐|配强|畅通|严格|狠抓|坚持|改进|制定|出台|培育|厘清|明确|丰富|扩大|聚焦|紧盯|补齐|用好|发挥|凝聚|筑牢)/

/** Anything that says, or may say, that something is lacking. Broad: a head with one of these is a shortcoming. */
const deficitInHead =
  /不|未|无|没有|缺|欠|弱|薄|难|差|短板|滞后|落后|迟缓|单一|单调|有限|有待|仍需|尚需|还需|还要|亟需|亟待|需要|需进一步|问题|困难|矛盾突出|慢|偏|过于|空白|漏洞|盲区|死角|脱节|流于|重.{1,4}轻|少|低|淡|虚|空间|隐患|形式化|方面$|情况$|任重道远|压力|瓶颈|堵点|痛点|有.{0,3}距离/

/** Predicates that say that something is lacking, for running text, where 不, 未 or 薄弱环节 may stand in a measure too. */
const deficitInBody =
  /不足|不够|不高|不强|不到位|不健全|不完善|不规范|不深|不实|不畅|不清|不明|不力|不大|不多|不均|不及时|薄弱(?!环节)|有待|仍需|尚需|欠缺|缺乏|缺少|滞后|单一|差距|尚未|仍未|未能|未形成|偏低|偏少|较低|较少|较弱|淡薄|难以|较难|存在.{0,12}(?:问题|现象|情况)|走过场|流于形式/

/**
 * Whether what stands among the shortcomings is really a measure: its head begins with a verb of doing and neither the head nor
 * the sentence after it says that anything is lacking.
 *
 *     （三）进一步加大督查考核力度        a measure
 *     （三）督查考核力度有待进一步加大    a shortcoming
 *     （三）加强队伍建设的力度不够        a shortcoming
 */
export function isMeasureInDisguise(item: Item): boolean {
  const head = foldedText(item.head).replace(label, '')
  if (!measureHead.test(head)) return false
  const end = head.search(/[;。!?]/)
  const first = readClauses(end === -1 ? head : head.slice(0, end))
  const opening = head.slice(0, first.at(-1)?.to ?? 0)
  if (!measureHead.test(opening) || deficitInHead.test(opening)) return false
  const body = item.places.map(foldedText).join('').replace(label, '')
  return !deficitInBody.test(body.slice(opening.length, opening.length + bodyRead))
}

function foldedText({ block, from, to }: BlockRange): string {
  return block.shape.folded.slice(from, to)
}

/** So many characters behind the head's sentence are read for a deficit. */
const bodyRead = 200
