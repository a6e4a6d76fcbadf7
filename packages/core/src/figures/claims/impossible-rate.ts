import type { Prose } from '../prose.ts'
import { approximate, compare, hundred } from '../rational.ts'
import type { LocalClaim, LocalFigure } from './local-claim.ts'
import type { RatePhrase } from './rate-phrase.ts'
import type { FindInPassage } from './setting.ts'

/** Words that make more than 100% possible: of a target, of last year, of what was planned. */
const beyond = /目标|任务|计划|指标|定额|预算|预期|进度|序时|同期|上年|去年|去年同期|超额|超过|同比|增长|年均/

/** Rates of money, output and capacity, of which more than all can be had. */
const ofMoney =
  /[增收利负杠产溢]|回报|周转|补偿|换手|投入|偿|转换|自给|毛入学|贡献|认购|预售|执行|计提|拨备|上座|负荷|利用|充足|保值|折|超/

/** Finds rates above 100% that can never exceed it: a part is never more than its whole. */
export const impossibleRates: FindInPassage = ({ prose, rates }) => {
  const claims: LocalClaim[] = []
  for (const { rate, phrase } of rates) {
    const { low } = rate.interval
    if (!phrase || !low || approximate(low) < 99 || compare(low, hundred) <= 0) continue
    const claim = impossible(prose, rate, phrase)
    if (claim) claims.push(claim)
  }
  return claims
}

function impossible(prose: Prose, rate: LocalFigure, phrase: RatePhrase): LocalClaim | null {
  if (phrase.kind === 'of' || phrase.kind === 'plan') return null
  const from = Math.max(prose.scanned.clauses[rate.clause] ?? 0, rate.from - 40)
  const words = prose.text.slice(from, rate.from)
  if (beyond.test(words)) return null
  if (phrase.kind === 'named' ? phrase.rate?.atMost100 === false : phrase.base !== '') return null
  const unsure = phrase.kind === 'named' && phrase.rate === null
  if (unsure && ofMoney.test(words)) return null
  return {
    kind: 'ratio',
    rule: 'figures/impossible-rate',
    verdict: unsure ? 'question' : 'inconsistent',
    variant: unsure ? 'unsure' : null,
    operands: [{ figure: rate.index, role: 'result' }],
    tell: () => {
      const printed = prose.shape.text.slice(rate.from, rate.to)
      return {
        from: Math.min(phrase.from, rate.from),
        to: rate.to,
        arithmetic: `${printed}＞100%`,
        data: { name: phrase.name, printed },
        evidence: [],
      }
    },
  }
}
