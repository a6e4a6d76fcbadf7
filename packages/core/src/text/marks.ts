import { perShape } from './block.ts'
import { enclosing, isOneOf } from './signs.ts'

/** Chinese characters have no lower code; the marks have. */
const leastHan = 0x3400

const none: readonly number[] = Object.freeze([])

/**
 * Where brackets, quotation and title marks stand in a block's text, from left to right: what looks for pairs of them need not go
 * over all of it.
 */
export const marksOf = perShape(({ folded, signs }): readonly number[] => {
  if ((signs & enclosing) === 0) return none
  const places: number[] = []
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    if (unit < leastHan && isOneOf(unit, enclosing)) places.push(at)
  }
  return places
})
