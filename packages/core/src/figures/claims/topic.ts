import { type Count, distanceOf, inOnePassage } from './counts.ts'
import type { LocalFigure } from './local-claim.ts'
import { nameless, type Rate } from './rate-data.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { lettersIn, mayStandIn, type SoughtWord, sought } from './sought-word.ts'

/** By whom, to whom, where: 向县政府, 被起草单位, 在门户网站上. */
const bystander =
  /在[^,。;]{1,8}?[上中里内]|[向由被经对][^,。;]{1,8}?(?:政府|人大|常委会|[局委办司院厅]|部门|单位|机关|机构)/g

/** What it begins with. */
const mayNameBystander = /[在向由被经对]/

/** Words that say nothing about what is counted. */
const generic =
  /截至|年底|年末|月底|目前|已经|案件|群众|社会|公众|综合|平均|总体|全年|年度|今年|按期|按时|及时|依法|其中|表示|各类|全部|情况|工作|主动|累计|妥善|顺利|积极|全面|直接|自行|先后|随机|现场|初步|最终|陆续|经审查|限期|如期|到期|一次性|总体|当年|实际|成功|事项|回访|以|通过|方式|机关|县政府|全[县市区镇省乡]|办结|受理|网上|线上|在线|[的已被共了为有是率各类等\s|“”"本年]|[\d.,]+/g

/** What a rate speaks of, by its own words. */
export interface Topic {
  readonly rate: LocalFigure
  /** Its name as written; empty for a share. */
  readonly name: string
  /** What it is of, without words that say nothing, and without who was asked; empty if it does not say. */
  readonly object: string
  readonly known: Rate
}

/** The topic of a rate; `object` is what it is of, as written. */
export function topicOf(
  rate: LocalFigure,
  { name, object: own }: RatePhrase,
  known: Rate,
  object = own,
): Topic {
  if (object === '') return { rate, name, object, known }
  const named = essence(object, lettersIn(object), known)
  return { rate, name, object: known.sample ? named.replace(asked, '') : named, known }
}

/**
 * Whether the rate names something that neither count speaks of (信访办结率 is not made of 行政复议案件), or the two are of different
 * proceedings. `ofAsked`: the base are those who were asked.
 */
export function isElsewhere(topic: Topic, part: Count, base: Count, ofAsked = false): boolean {
  if (areOfOtherProceedings(part, base)) return true
  const { object, known } = topic
  // 对调解工作的满意率99%。回访250人，满意的241人: who was asked does not name the work again.
  if (object.length < 2 || (ofAsked && known.sample) || goesOn(topic, part, base)) return false
  return !isSpokenOf(object, sentenceOf(base, topic) + sentenceOf(part, topic))
}

/**
 * Whether part and base, which are not elsewhere, speak of the same thing. `same`: their words have something in common, or those
 * of the base and the rate; `other`: they are called differently; `unsaid`: one of them names nothing.
 */
export function kinshipOf(topic: Topic, part: Count, base: Count): 'same' | 'other' | 'unsaid' {
  // 其中…, or 参加培训的70名: the thing counted is the base's and is not named again.
  if (
    base.figure.sentence === part.figure.sentence &&
    inOnePassage(base, part) &&
    (part.figure.qualifiers.part || part.lead.endsWith('的'))
  )
    return 'same'
  const { object, known } = topic
  const baseNoun = essenceOf(base, known)
  if (baseNoun === '') return 'unsaid'
  const partNoun = essenceOf(part, known)
  if (partNoun === '') return object !== '' && sharesPair(object, baseNoun) ? 'same' : 'unsaid'
  return sharesPair(partNoun, baseNoun) || sharesPair(partNoun, sentenceOf(base, topic)) ? 'same' : 'other'
}

/** Whether the words of the two have something in common, whatever the rate says. */
export function speakOfOne(part: Count, base: Count, { rate, known }: Topic): boolean {
  return (
    !areOfOtherProceedings(part, base) &&
    kinshipOf({ rate, name: '', object: '', known }, part, base) === 'same'
  )
}

/** 仲裁结案率97.9%。全年应结412件，实结389件: the sentence behind goes on about the rate and names nothing of its own. */
function goesOn({ rate, known }: Topic, part: Count, base: Count): boolean {
  return (
    distanceOf(part, rate) === 3 &&
    distanceOf(base, rate) === 3 &&
    essenceOf(part, known) === '' &&
    essenceOf(base, known) === ''
  )
}

/** Whether the words speak of the object: in two of its characters, or in more words of which it is short (业委会 for 业主委员会). */
function isSpokenOf(object: string, words: string): boolean {
  if (sharesPair(object, words)) return true
  if (object.length !== 3) return false
  const [first = '', second = '', last = ''] = object
  for (let at = words.indexOf(first); at !== -1; at = words.indexOf(first, at + 1)) {
    const name = words.slice(at, at + longestName)
    const middle = name.indexOf(second, 1)
    if (middle > 0 && name.indexOf(last, middle + 1) > 0) return true
  }
  return false
}

/** How long a name may be that three characters are short for. */
const longestName = 7

/** Who was asked whether he is content: 代表 of 代表满意率. They are not what is counted. */
const asked =
  /代表|委员|企业|用户|居民|村民|职工|学员|家长|患者|当事人|对象|申请人|来访人|受援人|办事人|主体|师生|业主|游客|旅客|消费者|投诉人|来电人/g

/** What the law keeps apart, by its words: the cases of one are never counted among those of the other. */
const proceedings: readonly (readonly SoughtWord[])[] = [
  ['复议'],
  ['诉讼', '应诉', '败诉', '出庭', '一审'],
  ['信访', '来信', '来访'],
  ['公开申请', '依申请公开'],
  ['人大代表', '政协', '建议', '提案'],
  ['法律援助'],
  ['投诉', '举报'],
].map(sought)

/** Whether two counts name different proceedings: 行政复议案件326件 is not what 一审败诉71件 is a part of. */
function areOfOtherProceedings(a: Count, b: Count): boolean {
  const ofA = proceedingsOf(a)
  if (ofA === 0) return false
  const ofB = proceedingsOf(b)
  return ofB !== 0 && (ofA & ofB) === 0
}

/** The proceedings that a count names, a bit for each. */
function proceedingsOf(count: Count): number {
  if (count.proceedings !== null) return count.proceedings
  let named = 0
  for (let nth = 0; nth < proceedings.length; nth++)
    for (const word of proceedings[nth] as readonly SoughtWord[])
      if (mayStandIn(count.letters, word) && count.words.includes(word.text)) named |= 1 << nth
  count.proceedings = named
  return named
}

/** The sentence up to the count, without the name of the rate itself. */
function sentenceOf({ prose, figure }: Count, { name }: Topic): string {
  const { scanned, text } = prose
  const from = Math.max(scanned.sentences[figure.sentence] ?? 0, figure.from - 80)
  const words = text.slice(from, figure.tailTo)
  return name === '' ? words : words.replace(name, '')
}

/** What a count's words name; kept with it, since many pairs of counts ask. */
function essenceOf(count: Count, rate: Rate): string {
  for (let known = count.essences; known !== null; known = known.next)
    if (known.rate === rate) return known.words
  const words = essence(count.words, count.letters, rate)
  count.essences = { rate, words, next: count.essences }
  return words
}

/**
 * What is left of the words, of these letters, without the rate's own and without words that say nothing; shorter than two
 * characters: nothing.
 */
function essence(words: string, letters: number, known: Rate): string {
  let left = words
  for (const list of [known.part, known.whole, known.base])
    for (const word of list) if (mayStandIn(letters, word)) left = left.replaceAll(word.text, '')
  if (mayNameBystander.test(left)) left = left.replace(bystander, '')
  left = left.replace(generic, '')
  return left.length < 2 ? '' : left
}

/** Whether the words name nothing that could be counted. */
export function namesNothing(words: string): boolean {
  return essence(words, 0, nameless) === ''
}

/** Whether two texts have two characters in common that stand side by side. */
export function sharesPair(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= a.length; at++) if (b.includes(a.slice(at, at + 2))) return true
  return false
}
