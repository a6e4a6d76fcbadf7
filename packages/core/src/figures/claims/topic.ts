import type { Rate } from './rate-data.ts'
import type { Count } from './rate-operands.ts'
import type { RatePhrase } from './rate-phrase.ts'

/** Words that say nothing about what is counted. */
const generic =
  /截至|年底|年末|月底|目前|已经|案件|群众|社会|公众|综合|平均|总体|全年|年度|今年|按期|按时|及时|依法|其中|表示|各类|全部|情况|工作|实际|成功|事项|回访|机关|县政府|全县|全市|全区|全镇|办结|受理|[的已被共了为有是率各类等\s|“”"]|[\d.,]+/g

/**
 * Whether base, part and rate can speak of the same thing: 信访办结率 is not made of 行政复议案件. Words that say nothing are left
 * out; what remains of two of them must share a pair of characters. Nothing left means that nothing speaks against it.
 */
export function fitsTopic(phrase: RatePhrase, part: Count, base: Count, known: Rate): boolean {
  const object = essence(phrase.object, known)
  const baseNoun = essence(base.words, known)
  const partNoun = essence(part.words, known)
  const surroundings = sentenceOf(base) + sentenceOf(part)
  if (object !== '' && !sharesPair(object, surroundings)) return false
  if (
    base.figure.sentence === part.figure.sentence &&
    base.passage === part.passage &&
    part.figure.qualifiers.part
  )
    return true
  return (
    partNoun === '' ||
    baseNoun === '' ||
    sharesPair(partNoun, baseNoun) ||
    sharesPair(partNoun, sentenceOf(base))
  )
}

function sentenceOf(count: Count): string {
  const span = count.passage.scanned.sentences[count.figure.sentence]
  return span
    ? count.passage.text.slice(Math.max(span.from, count.figure.place.from - 80), count.figure.tailTo)
    : ''
}

/** What is left of the words without the rate's own and without words that say nothing; shorter than two characters: nothing. */
function essence(words: string, known: Rate): string {
  let left = words
  for (const list of [known.part, known.whole, known.base])
    for (const word of list ?? []) left = left.replaceAll(word, '')
  left = left.replace(generic, '')
  return left.length < 2 ? '' : left
}

/** Whether two texts have two characters in common that stand side by side. */
export function sharesPair(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= a.length; at++) if (b.includes(a.slice(at, at + 2))) return true
  return false
}
