import type { Prose } from '../prose.ts'
import { closureOf, fittingTotal, nearestTo, possibleLists } from './closure.ts'
import type { LocalClaim } from './local-claim.ts'
import { type Slot, slotted } from './slots.ts'
import type { OrphanList } from './sum.ts'
import { sumClaim } from './sum-claim.ts'
import { sameUnit } from './wording.ts'

/** How many figures of the paragraph before may be the total. */
const furthestTotal = 12

/** The claim of a list without a total against the figures at the end of the paragraph before it; null if there is none. */
export function adopted({ list, block }: OrphanList, prose: Prose, above: Prose): LocalClaim | null {
  if (list.introduction === 'of-which' && !/^其中/.test(block.text)) return null
  const { shape } = above
  const earlier = slotted(shape)
  const first = block.slots[list.parts[0] as number] as Slot
  const wholes = earlier.slots
    .slice(-furthestTotal)
    .filter((slot) => slot.depth === 0 && sameUnit(slot.figure.unit, first.figure.unit))
    .reverse()
    .slice(0, 3)
  const whole = wholes[0]
  const lists = possibleLists(list, block.slots)
  if (!whole || lists.length === 0) return null
  const shapes = { shape: prose.shape, wholeShape: shape }
  const fit = fittingTotal(lists, wholes)
  if (fit) return sumClaim({ ...shapes, ...fit, verdict: 'consistent', variant: null })
  const parts = nearestTo(whole, lists)
  const leadIn = `${earlier.masked.slice(whole.figure.to)}\n${block.masked.slice(0, first.figure.from)}`
  const closure = closureOf({ block, list, whole, parts, leadIn })
  if (closure === 'inconsistent')
    return sumClaim({ ...shapes, whole, parts, verdict: 'inconsistent', variant: null })
  return closure === 'short' && parts.length >= 3
    ? sumClaim({ ...shapes, whole, parts, verdict: 'question', variant: 'short' })
    : null
}
