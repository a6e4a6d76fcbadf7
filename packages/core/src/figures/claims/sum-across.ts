import type { Passage } from '../context.ts'
import type { Claim } from '../ledger.ts'
import { scanShape } from '../scan-shape.ts'
import { closureOf, fittingTotal, listText, nearestTo, possibleLists } from './closure.ts'
import type { LocalClaim } from './local-claim.ts'
import { evidenceIn, placed } from './placed.ts'
import { type Slot, slotted } from './slots.ts'
import type { OrphanList } from './sum.ts'
import { sumClaim } from './sum-claim.ts'
import { nameFrom, sameUnit } from './wording.ts'

/** How many figures of the paragraph before may be the total. */
const furthestTotal = 12

/** The claims of a list without a total against the figures at the end of the paragraph before it. */
export function adopted({ list, block }: OrphanList, passage: Passage, before: Passage): Claim[] {
  if (list.introduction === 'of-which' && !/^其中/.test(block.text)) return []
  const { shape } = before.block
  const earlier = slotted(shape, scanShape(shape).figures)
  const first = block.slots[list.parts[0] as number] as Slot
  const wholes = earlier.slots
    .slice(-furthestTotal)
    .filter((slot) => slot.depth === 0 && sameUnit(slot.figure.unit, first.figure.unit))
    .reverse()
    .slice(0, 3)
  const whole = wholes[0]
  const lists = possibleLists(list, block.slots)
  if (!whole || lists.length === 0) return []
  const shapes = { shape: passage.block.shape, wholeShape: shape }
  const fit = fittingTotal(lists, wholes)
  if (fit)
    return [
      across(
        sumClaim({ ...shapes, ...fit, verdict: 'consistent', variant: null }),
        fit.whole,
        passage,
        before,
      ),
    ]
  const parts = nearestTo(whole, lists)
  const leadIn = `${earlier.masked.slice(whole.figure.to)}\n${block.masked.slice(0, first.figure.from)}`
  const closure = closureOf({ list, whole, parts, leadIn, listText: listText(block, parts) })
  if (closure !== 'inconsistent') return []
  return [
    across(
      sumClaim({ ...shapes, whole, parts, verdict: 'inconsistent', variant: null }),
      whole,
      passage,
      before,
    ),
  ]
}

/** The claim with its total in the block before. */
function across(claim: LocalClaim, whole: Slot, passage: Passage, before: Passage): Claim {
  const [, ...parts] = claim.operands
  const [label, ...evidence] = claim.evidence
  const rest = placed({ ...claim, operands: parts, evidence }, passage)
  return {
    ...rest,
    operands: [{ figure: (before.figures[0]?.index ?? 0) + whole.index, role: 'total' }, ...rest.operands],
    evidence: [
      evidenceIn(before.block, { from: nameFrom(whole), to: whole.figure.to, label: label?.label ?? '' }),
      ...rest.evidence,
    ],
  }
}
