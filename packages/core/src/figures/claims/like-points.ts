import type { Enumeration } from './enumerations.ts'
import type { Slot, SlottedBlock } from './slots.ts'

/** Measure words and nouns of what is told point by point. */
const told =
  /^(?:[项个件大条类]|方面)(?:[^,。;:()]{0,10})?(?:整治|行动|工程|活动|工作|任务|举措|措施|做法|实事|机制|制度|方面|环节|重点|难点|领域|关系|转变|提升|突破|清单|计划|服务|改革|聚焦|到位|强化|坚持)$/
const opened = /^([^,;:。!?()]{0,12}):\s*/
/** How far the points are looked for. */
const farthest = 600

/**
 * Points without numbers behind a count and a colon, each begun with the same word:
 *
 *     三项专项整治：聚焦食品安全，…；聚焦计量作弊，…；聚焦虚假宣传，…。
 *     ^count        ^^ first        ^^ second         ^^ third
 */
export function likePointsBehind({ masked }: SlottedBlock, { figure }: Slot): Enumeration | null {
  const introduced = opened.exec(masked.slice(figure.to, figure.to + 16))
  if (!introduced || !told.test(figure.unit.name + (introduced[1] as string))) return null
  const from = figure.to + introduced[0].length
  const text = masked.slice(from, from + farthest)
  const opening = text.slice(0, 2)
  if (!/^[一-龥]{2}$/.test(opening)) return null
  const points = pointsOf(text, opening)
  if (points === null || points.count < 2) return null
  return {
    least: points.count,
    most: points.count,
    open: points.open,
    from,
    to: from + points.length,
    kind: 'points',
    certainty: 'certain',
  }
}

/** How many points the text begins with: up to the end of their sentence, or of the last sentence that begins as they do. */
function pointsOf(text: string, opening: string): { count: number; length: number; open: boolean } | null {
  let count = 0
  let at = 0
  while (text.startsWith(opening, at)) {
    const length = text.slice(at).search(/[;。!?\n]/)
    const end = length === -1 ? text.length : at + length
    count++
    if (end >= text.length || text[end] === '\n')
      return { count, length: end, open: isOpen(text.slice(at, end)) }
    if (text[end] !== ';' && !text.startsWith(opening, end + 1))
      return { count, length: end, open: isOpen(text.slice(at, end)) }
    at = end + 1
  }
  return null
}

function isOpen(last: string): boolean {
  return /等$/.test(last)
}
