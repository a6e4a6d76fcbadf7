import { type Count, clashes } from './counts.ts'
import { hinted, hints, matches } from './hints.ts'
import type { LocalFigure } from './local-claim.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { synonymsOf } from './synonyms.ts'
import { namesNothing, sharesPair } from './topic.ts'

const otherTime = hinted(
  /上年|去年|上一年|同期|同比|比上|较上|年初(?!确定|安排|下达|计划|部署|排定|制定|印发|列入|明确|预算|签订|承诺)|结转|每|[增减升降扩缩][^,。;|]{0,3}[到至为了]?\|/,
  hints.change | hints.carried | hints.otherKind,
)

/** Whether a count tells a result of the time that the rate speaks of, and none of an average. */
export function speaksOfNow(count: Count, rate: LocalFigure): boolean {
  return !clashes(count.figure, rate) && isOfNow(count)
}

/** Whether a count tells a result, and neither of last year nor of a change or an average; kept with it. */
function isOfNow(count: Count): boolean {
  const { figure, words, leadHints, tailHints } = count
  count.ofNow ??=
    figure.role === 'result' &&
    figure.time.relative !== 'last' &&
    figure.interval.low !== null &&
    !matches(otherTime, words, leadHints | tailHints)
  return count.ofNow
}

const rest =
  /缺[考席勤额训]|请假|弃[考权]|未(?![成来])|尚|没有|正在|其余|剩余|另有|还有|余下|仍有|(?<![接招优对看等款])待(?!遇)/

/** Whether the words are of what is left over, or not done. */
export function isRest(words: string): boolean {
  return rest.test(words)
}

/** Words that a rate or a count may name and that tell nothing of what is counted. */
export const saysNothing =
  /全[国省市州县区镇乡]|全年|年内|本年|案件|单位|部门|工作|情况|人员|项目|事项|其中|目前|按期|按时|及时|依法|平均|总体|综合|完成|达到|已|的|率|占比|比例|比重/g

/** The words beside a count, without the rate's own name where that follows: 40份案卷的合格率. */
function wordsOf({ words, lead, tail, figure, at }: Count, phrase: RatePhrase): string {
  const own = phrase.from - figure.to
  return at >= 0 && own >= 0 && own < tail.length ? `${lead}|${tail.slice(0, own)}` : words
}

/** The two characters of a rate's name that say what was done: 公示 of 及时公示率. Empty for a share. */
export function stemOf(phrase: RatePhrase): string {
  return phrase.kind === 'named' ? phrase.name.replace(/[率度面]$/, '').slice(-2) : ''
}

/**
 * Whether the rate is told in words of the count: its own word or another for the same (及格 for 合格), one of its data's, or its
 * word in more words (获得批准 of 获批率).
 */
export function isNamed(count: Count, phrase: RatePhrase): boolean {
  const words = wordsOf(count, phrase)
  if (phrase.kind === 'share') {
    const object = phrase.object.replace(saysNothing, ' ')
    return phrase.object.trim() === '' || sharesPair(object, words) || sharesSense(object, words)
  }
  const stem = stemOf(phrase)
  const denied = /[不未非]..率$/.test(phrase.name)
  const said = (word: string): boolean => {
    const at = words.indexOf(word)
    return at !== -1 && /[不未没无非][^,。;|]{0,2}$/.test(words.slice(0, at)) === denied
  }
  // 心理测评覆盖面: what was covered is named, and the count says so.
  if (phrase.rate?.alike && sharesPair(phrase.object.replace(saysNothing, ' '), words)) return true
  if (said(stem) || phrase.rate?.part.some(({ text }) => said(text)) || synonymsOf(stem).some(said))
    return true
  return !/[不未没无非]/.test(words) && [...stem].every((character) => words.includes(character))
}

/** Whether two characters of the object have a word in the count's that says the same: 线上 of 线上办理占比, and 网办. */
function sharesSense(object: string, words: string): boolean {
  for (let at = 0; at + 2 <= object.length; at++)
    if (synonymsOf(object.slice(at, at + 2)).some((word) => words.includes(word))) return true
  return false
}

/** Whether the rate's own word and the words of the count have a character in common. */
export function isKin(count: Count, phrase: RatePhrase): boolean {
  const words = wordsOf(count, phrase)
  if (/[不未没无非]/.test(words)) return false
  return [...stemOf(phrase)].some((character) => words.includes(character)) || sharesName(phrase, words)
}

/** Whether the rate's name and the words have four characters in common that stand side by side: 在线预约 of 在线预约开通率. */
function sharesName({ kind, name }: RatePhrase, words: string): boolean {
  if (kind !== 'named') return false
  for (let at = 0; at + 5 <= name.length; at++) if (words.includes(name.slice(at, at + 4))) return true
  return false
}

/** Whether the rate's name and the words before the count have a word in common that says something: 问题 of 问题发生率. */
export function isAbout({ lead }: Count, { kind, name }: RatePhrase): boolean {
  return kind === 'named' && !/[不未没无非]/.test(lead) && sharesPair(name.replace(saysNothing, ' '), lead)
}

const owed = /(?:应|须|需|任务|计划)(?:当|该|予|完成)?([^,。;、|应须需]{0,12})\|/
const done = /(?:已经?|实际?|现已?|完成)+([^,。;、|]{0,6})\|/

/** 全年应结412件: what had to be done, and not of what. 行政复议应结412件 names its own cases. */
export function owesUnnamed({ words }: Count): boolean {
  const due = owed.exec(words)
  return due !== null && namesNothing(words.slice(0, due.index))
}

/** 应装1486个、已装1342个: what had to be done, and of the same what has been done. */
export function isOwed(base: Count, part: Count): boolean {
  if (base.figure.sentence !== part.figure.sentence) return false
  const before = owed.exec(base.words)?.[1]
  const behind = before === undefined ? undefined : done.exec(part.words)?.[1]
  if (before === undefined || behind === undefined) return false
  return (
    behind === '' ||
    [...behind].some((character) => before.includes(character)) ||
    (before === '' && base.words.includes(behind))
  )
}
