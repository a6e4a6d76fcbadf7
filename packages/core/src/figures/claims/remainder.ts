import { middle } from '../interval.ts'
import type { Prose } from '../prose.ts'
import { compare, hundred } from '../rational.ts'
import { type Count, countsNear, distanceOf } from './counts.ts'
import { labelFrom } from './label.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import type { RatePhrase } from './rate-phrase.ts'
import type { RatedFigure } from './rates-of.ts'
import type { FindInPassage } from './setting.ts'

/** Rates of work done, that cannot be 100% while some of it is still open. */
const ofWork =
  /(?:办结|审结|结案|答复|回复|办复|化解|处置|整改|整改完成|解决|调处|处理|完成|销号|销案|清零|落实|治理|消除|执结|评查|审查|审核|调解成功|成功|按期办结)率$/
const openWords =
  /(?:其余|剩余|另有|余下|还有|尚有|仍有)[^,。;]{0,14}$|未(?:审结|办结|答复|化解|解决|整改|完成|结|处置)[^,。;]{0,6}$|^(?:结转|待办)[^,。;]{0,8}$|正在(?:办理|审理|处理|调解|整改|化解)[^,。;]{0,8}$|结转(?:至|到)?下[^,。;]{0,10}$/
const openTail =
  /^[^,。;]{0,14}(?:正在|尚未|仍在|尚在|结转|顺延|延期|推迟|延后|暂缓|转入下|跨年|未(?:办结|审结|答复|化解|解决|整改|完成)|待)/
/** 尚有6本案卷未评查: what is left over, and that it was not done. */
const leftLead = /(?:其余|剩余|另有|另外|余下|还有|还剩|尚有|尚余|仍有|剩下)[^,。;]{0,14}$/
const notDone =
  /^[^,。;]{0,14}?(?:未(?!发[生现]|出现|超)|没有?(?!发[生现]|出现|超)|[在待正]|顺延|延期|推迟|延后|暂缓|结转|转入下|跨年)/
const denied = /[未没]有?[^,。;]{0,3}$/
const counted = /已(?:全部)?(?:办结|审结|答复|化解|整改|解决|完成)|不予受理|转(?:送|交)|不属于/

/** Finds 100% beside cases that are still open: both cannot be true. */
export const remainders: FindInPassage = ({ prose, rates }) => {
  const claims: LocalClaim[] = []
  for (const rated of rates) {
    const { rate, phrase } = rated
    if (phrase?.kind !== 'named' || rated.operands || rate.qualifiers.bound !== 'exact') continue
    if (compare(middle(rate.interval), hundred) !== 0) continue
    const claim = remainderClaim(prose, rated, phrase)
    if (claim) claims.push(claim)
  }
  return claims
}

function remainderClaim(prose: Prose, { rate, counts }: RatedFigure, phrase: RatePhrase): LocalClaim | null {
  if (/^(?:按期|按时|及时|限时|法定)|扣除|剔除|不含|除外/.test(phrase.name)) return null
  const ownWork = ofWork.test(phrase.name)
  const open = countsNear(counts, rate).find(
    (count) => mayBeOpen(count, rate) && (ownWork ? isOpen(count) : isDenied(count, phrase)),
  )?.figure
  if (!open || isOfOtherRate(prose, open, rate)) return null
  return {
    kind: 'ratio',
    rule: 'figures/remainder',
    verdict: 'inconsistent',
    variant: null,
    operands: [
      { figure: open.index, role: 'open' },
      { figure: rate.index, role: 'result' },
    ],
    tell: () => {
      const { text } = prose.shape
      const told = text.slice(labelFrom(prose, open), Math.min(open.tailTo, open.to + 14)).replace(/\s+/g, '')
      const printed = text.slice(rate.from, rate.to)
      return {
        from: phrase.from,
        to: rate.to,
        arithmetic: `“${told}”，文中为“${printed}”`,
        data: { name: phrase.name, printed, open: told },
        evidence: [{ from: labelFrom(prose, open), to: open.tailTo, label: told }],
      }
    },
  }
}

/** 清单完成率100%，事项覆盖率96.5%，尚有26项未覆盖: what is not done is what another rate of the sentence tells. */
function isOfOtherRate(
  { text, scanned: { sentences } }: Prose,
  open: LocalFigure,
  rate: LocalFigure,
): boolean {
  const undone = /^[^,。;]{0,8}?未能?([^,。;\d]{2})/.exec(text.slice(open.to, open.tailTo))?.[1]
  if (undone === undefined) return false
  const sentence = text.slice(sentences[open.sentence] ?? 0, Math.min(text.length, open.from))
  return sentence.includes(`${undone}率`) && !text.slice(rate.leadFrom, rate.from).includes(`${undone}率`)
}

/** Whether the count is of some things in the rate's own group of clauses. */
function mayBeOpen(count: Count, rate: LocalFigure): boolean {
  const { unit, interval } = count.figure
  return distanceOf(count, rate) === 0 && unit.kind === 'measure' && interval.low?.numerator !== 0n
}

/** 覆盖率100%，还有2个村没有覆盖: whether the count is of those for which the rate's own word is denied. */
function isDenied({ lead, tail }: Count, phrase: RatePhrase): boolean {
  if (phrase.rate?.counted === false || !leftLead.test(lead)) return false
  const words = [phrase.name.slice(-3, -1), ...(phrase.rate?.part ?? []).map(({ text }) => text)]
  return words.some((word) => denied.test(tail.slice(0, Math.max(0, tail.indexOf(word)))))
}

/** Whether the count is of cases left open. */
function isOpen({ lead, tail }: Count): boolean {
  if (counted.test(lead + tail) || /上年|往年|去年|年初/.test(lead)) return false
  return (
    openTail.test(tail) ||
    (leftLead.test(lead) && notDone.test(tail)) ||
    (openWords.test(lead) && (/未|正在|结转下|结转至|结转到/.test(lead) || openTail.test(tail)))
  )
}
