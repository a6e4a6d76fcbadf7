import type { BlockShape } from '../../text/block.ts'
import type { Verdict } from '../ledger.ts'
import { approximate } from '../rational.ts'
import type { Enumeration } from './enumerations.ts'
import type { LocalClaim } from './local-claim.ts'
import type { Slot } from './slots.ts'
import { printedUnit, printedValue } from './wording.ts'

/** The rule that objects when a count and the list beside it differ. */
export const tallyRule = 'figures/tally'

/** What a count says against the list beside it; null if the list need not be complete. */
export function tallyVerdict(
  declared: number,
  list: Pick<Enumeration, 'least' | 'most' | 'open' | 'certainty'>,
): Verdict | null {
  if (declared >= list.least && declared <= list.most) return 'consistent'
  if (list.open && list.least <= declared) return null
  if (list.open) return list.certainty === 'certain' ? 'inconsistent' : 'question'
  if (list.certainty === 'hardly') return null
  const difference = declared > list.most ? declared - list.most : list.least - declared
  if (difference > Math.max(2, Math.floor(list.least / 2))) return null
  return list.certainty === 'certain' ? 'inconsistent' : 'question'
}

/** The claim that a count makes about its list, shown at the count. */
export function tallyClaim(shape: BlockShape, { figure, index }: Slot, list: Enumeration): LocalClaim | null {
  const declared = approximate(printedValue(figure))
  const verdict = tallyVerdict(declared, list)
  if (verdict === null) return null
  return {
    kind: 'tally',
    rule: tallyRule,
    verdict,
    variant: verdict === 'question' ? 'question' : null,
    operands: [{ figure: index, role: 'result' }],
    tell: () => {
      const printed = shape.text.slice(figure.from, figure.to)
      const number = list.least === list.most ? String(list.least) : `${list.least}或${list.most}`
      const listed = `${number}${printedUnit(figure).suffix}`
      return {
        from: figure.from,
        to: figure.to,
        arithmetic: `列出${listed}，文中为“${printed}”`,
        data: { listed, printed },
        evidence: [
          { from: list.from, to: Math.min(list.to, list.from + longestEvidence), label: `列出${listed}` },
        ],
      }
    },
  }
}

const longestEvidence = 200
