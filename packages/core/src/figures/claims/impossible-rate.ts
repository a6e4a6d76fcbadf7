import type { FindClaims, Passage } from '../context.ts'
import type { Claim, Figure } from '../ledger.ts'
import { compare, hundred } from '../rational.ts'
import type { RatePhrase } from './rate-phrase.ts'
import { ratesOf } from './rates-of.ts'

/** Words that make more than 100% possible: of a target, of last year, of what was planned. */
const beyond = /目标|任务|计划|指标|定额|预算|预期|进度|序时|同期|上年|去年|去年同期|超额|超过|同比|增长|年均/

/** Finds rates above 100% that can never exceed it: a part is never more than its whole. */
export const impossibleRates: FindClaims = (context) => {
  const claims: Claim[] = []
  for (const { passage, rate, phrase } of ratesOf(context)) {
    if (!phrase || !rate.interval.low || compare(rate.interval.low, hundred) <= 0) continue
    const claim = impossible(passage, rate, phrase)
    if (claim) claims.push(claim)
  }
  return claims
}

function impossible(passage: Passage, rate: Figure, phrase: RatePhrase): Claim | null {
  if (phrase.kind === 'of') return null
  const clause = passage.scanned.clauses[rate.clause]
  const words = passage.text.slice(Math.max(clause?.from ?? 0, rate.place.from - 40), rate.place.from)
  if (beyond.test(words)) return null
  if (phrase.kind === 'named' ? phrase.rate === null || phrase.rate.atMost100 === false : phrase.base !== '')
    return null
  const printed = passage.block.shape.text.slice(rate.place.from, rate.place.to)
  return {
    kind: 'ratio',
    rule: 'figures/impossible-rate',
    verdict: 'inconsistent',
    place: { block: passage.block, from: Math.min(phrase.from, rate.place.from), to: rate.place.to },
    operands: [{ figure: rate.index, role: 'result' }],
    arithmetic: `${printed}＞100%`,
    variant: null,
    data: { name: phrase.name, printed },
    evidence: [],
  }
}
