import { perShape } from './block.ts'
import { enclosing, isOneOf } from './signs.ts'

const none: readonly number[] = Object.freeze([])

/**
 * Where brackets, quotation and title marks stand in a block's text, from left to right: what looks for pairs of them need not go
 * over all of it.
 */
export const marksOf = perShape(({ folded, signs }): readonly number[] => {
  if ((signs & enclosing) === 0) return none
  const places: number[] = []
  for (let at = 0; at < folded.length; at++) if (isOneOf(folded.charCodeAt(at), enclosing)) places.push(at)
  return places
})
