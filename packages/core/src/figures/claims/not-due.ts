import type { Prose } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'

/** 按期办结率, 按时办结率: a rate of what was due. */
const ofDue = /按期|按时|如期|及时|限时|限期|法定|时限/
/** What is still open. */
const open = /其余|剩余|余下|剩下|另有|尚有|还有|未办?结|未审结|未办完|未完成|在办/
/** 尚在90日的法定办案期限内, 未超过5个工作日的时限, 均未到期: that nothing of it is late. Not 在时限内办结, which tells what is done. */
const notLate =
  /(?:在|处于|未超[过出]?|没有超[过出]?|未满|未到|不到|未届|未逾|不超过?)[^,。;]{0,16}(?:期限|时限|办理期|审限|期内|限内)(?:之?内|以内)?(?!内?(?:均|全部|都|已)?(?:办结|审结|完成|答复|办理完毕))|(?:未|没有|尚未|不)(?:到期|超期|逾期|超时|超限)|(?:期限|时限|期)(?:尚|均|都|还)?未(?:到|满|届)/

/** How far before and behind the rate is looked. */
const farthest = { before: 160, behind: 60 }

/**
 * Whether a rate of what was due (按期…率) stands beside open cases that are said not to be late: they belong to no base of it.
 *
 *     其余25件仍在5个工作日的办理期限内。按时办结率为100%
 *     ^open    ^notLate
 */
export function isOfWhatIsDue(
  { text, scanned: { sentences } }: Prose,
  rate: LocalFigure,
  name: string,
): boolean {
  if (!ofDue.test(name)) return false
  const from = Math.max(sentences[Math.max(0, rate.sentence - 1)] ?? 0, rate.from - farthest.before)
  const to = Math.min(sentences[rate.sentence + 1] ?? text.length, rate.to + farthest.behind)
  const told = text.slice(from, to)
  return open.test(told) && notLate.test(told)
}
