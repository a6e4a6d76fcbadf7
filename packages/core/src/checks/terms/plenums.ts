import { has, perShape } from '../../text/block.ts'
import { matchesIn } from '../../text/matches.ts'
import { signs } from '../../text/signs.ts'

/** A plenum as a text names it, alone or in a list: 党的二十届二中、三中全会. */
interface PlenumHit {
  /** 二十届三中全会. */
  readonly term: string
  readonly from: number
  readonly to: number
}

const session = /(十[七八九]|二十[一二]?)届((?:[一二三四五六七]中(?:全会)?(?:、|和|及|以及|与)?){1,7})/g

const none: readonly PlenumHit[] = []

/**
 * The plenums that the block names, each at the stretch that names it.
 *
 *     党的二十届二中、三中全会精神
 *         ^^^^^^^^^^^ 二十届二中全会 at 二十届二中, 二十届三中全会 at 三中全会
 */
export const plenumsOf = perShape((shape): readonly PlenumHit[] => {
  if (!has(shape, signs.session)) return none
  const found: PlenumHit[] = []
  for (const list of matchesIn(shape.folded, session)) {
    const [, congress = '', sessions = ''] = list
    if (!sessions.includes('全会')) continue
    const start = list.index + congress.length + 1
    for (const [nth, one] of [...sessions.matchAll(/([一二三四五六七])中(?:全会)?/g)].entries()) {
      const at = start + one.index
      found.push({
        term: `${congress}届${one[1]}中全会`,
        from: nth === 0 ? list.index : at,
        to: at + one[0].length,
      })
    }
  }
  return found
})
