import { isMeasureInDisguise } from './disguised-measure.ts'
import { type Facet, facetsOf, gripOf, type MeasureGrip, type SubjectWord, subjectWordsOf } from './facets.ts'
import { itemText } from './item-words.ts'
import { perItem } from './per-item.ts'
import { type Mention, type Stance, type Subject, subjectOfMeasure, subjectOfShortcoming } from './subject.ts'

/** A shortcoming prepared for comparison. */
export interface AskedSubject {
  readonly subject: Subject
  readonly facets: readonly Facet[]
  readonly words: readonly SubjectWord[]
  /** What it says is lacking: the remedy entries that it names, each once. */
  readonly lacking: readonly Lack[]
  /** Whether it names nothing that a measure could take up. */
  readonly vague: boolean
  /** See {@link isMeasureInDisguise}. */
  readonly disguised: boolean
}

/** A remedy entry by which a shortcoming says that something is lacking, and where it says so first. */
export interface Lack {
  readonly kind: string
  readonly deficit: Stance
}

/** A measure prepared for comparison. */
export interface OfferedSubject {
  readonly subject: Subject
  readonly grip: MeasureGrip
  /** Whether it has a known subject at all. */
  readonly understood: boolean
  /** Whether it names a subject beyond doubt, as 打造“东陵说法”品牌 does not. */
  readonly sure: boolean
  /** Whether it opens with such a subject, or says so much that it would name its subject somewhere. */
  readonly isExplicit: boolean
  /** Whether it says that it answers the shortcomings one by one: 逐项抓好整改, 针对上述问题. */
  readonly answersAll: boolean
  /** Whether it deals with anything of its own that does not stand in every plan. */
  readonly particular: boolean
}

/** From this strength on a topic is a measure's subject. */
const leastSubject = 0.4

const oneByOne =
  /逐[项一条个][^,。;]{0,8}(?:整改|解决|改进|破解|销号)|(?:针对|对照|围绕)(?:上述|以上|存在|查摆|前述|这些)[^,。;]{0,6}(?:问题|不足|短板)|上述(?:问题|不足|短板)/

/** A measure of no more characters may well answer a shortcoming without naming its subject. */
const terse = 40

/** Prepares a shortcoming; kept while the item stays as it is. */
export const ask = perItem<AskedSubject>((item, lexicon) => {
  const subject = subjectOfShortcoming(itemText(item, lexicon))
  const facets = facetsOf(subject)
  const words = subjectWordsOf(subject)
  const vague = facets.length === 0 && words.length === 0
  const lacking = lacksOf(subject.deficits)
  return { subject, facets, words, lacking, vague, disguised: isMeasureInDisguise(item) }
})

function lacksOf(deficits: readonly Stance[]): Lack[] {
  const lacking: Lack[] = []
  for (const deficit of deficits)
    for (const kind of deficit.kinds)
      if (!lacking.some((lack) => lack.kind === kind)) lacking.push({ kind, deficit })
  return lacking
}

/** Prepares a measure; kept while the item stays as it is. */
export const offer = perItem<OfferedSubject>((item, lexicon) => {
  const text = itemText(item, lexicon)
  const subject = subjectOfMeasure(text)
  const grip = gripOf(subject, lexicon.topics.size)
  let length = 0
  for (const clause of text.clauses) length += clause.text.length
  let understood = false
  let sure = false
  let isExplicit = length > terse
  let owns = false
  let standing = false
  for (const { senses, strength, clause } of subject.mentions) {
    if (strength >= 0.75) {
      owns = true
      standing ||= senses.some(({ topic, weight }) => topic.standing && weight === 1)
    }
    understood ||= senses.some(
      ({ topic }) => !topic.manner && (grip.strengths[topic.index] as number) >= leastSubject,
    )
    if (strength < 0.4 || !senses.some(isSure)) continue
    sure = true
    isExplicit ||= clause === 0 && strength >= 0.9
  }
  return {
    subject,
    grip,
    understood,
    sure,
    isExplicit,
    answersAll: subject.leads.some((lead) => oneByOne.test(lead)),
    particular: owns && !standing,
  }
})

function isSure({ weight, topic }: Mention['senses'][number]): boolean {
  return weight === 1 && !topic.manner
}
