import { type BlockShape, perShape } from '../text/block.ts'
import { kindByCode, mark, name, numeral } from './character-kinds.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { completeFigures, type FoundFigure, foundFigure } from './complete-figures.ts'
import { flowOf, passMark } from './flow.ts'
import { isLoneDigit } from './lone-digits.ts'
import { endOfName } from './names.ts'
import { readQuantity } from './read-quantity.ts'

/** The figures of one block and how its text is divided. */
export interface ScannedShape {
  readonly figures: readonly LocalFigure[]
  /** Where its sentences (up to 。！？) begin, if it has figures; `LocalFigure.sentence` counts in them. */
  readonly sentences: readonly number[]
  /** Where its clauses (up to ，：；。 or a parenthesis) begin, if it has figures; `LocalFigure.clause` counts in them. */
  readonly clauses: readonly number[]
}

/** Reads every figure of a block; kept with the block's shape. */
export const scanShape = perShape(scan)

/** A block without figures: nobody asks how it is divided. */
const nothing: ScannedShape = { figures: [], sentences: [0], clauses: [0] }

/** Whether a numeral stands in the text that has to be read; in most blocks none does. */
function mayHoldFigure(text: string): boolean {
  for (let at = 0; at < text.length; at++)
    if (kindByCode[text.charCodeAt(at)] === numeral && !isLoneDigit(text, at)) return true
  return false
}

/**
 *     全年受理案件 32件 (其中涉农 5件)，办结 30件。
 *     ^lead        ^quantity ^depth 1  ^clause     ^sentence
 */
function scan(shape: BlockShape): ScannedShape {
  const text = shape.folded
  if (!mayHoldFigure(text)) return nothing
  const found: FoundFigure[] = []
  const flow = flowOf(text)
  for (let at = 0; at < text.length; ) {
    const kind = kindByCode[text.charCodeAt(at)]
    let to = at + 1
    if (kind === 0) {
      at = to
      continue
    }
    if (kind === mark) passMark(flow, at, found.length)
    else if (kind === name) to = Math.max(endOfName(text, at), to)
    else if (kind === numeral && !isLoneDigit(text, at)) {
      const step = readQuantity(text, at, flow.leadFrom)
      if (typeof step === 'number') to = step
      else {
        found.push(foundFigure(shape, step, found.length, flow))
        to = step.to
        flow.leadFrom = to
      }
    }
    at = to
  }
  completeFigures(shape, found, flow)
  return { figures: found, sentences: flow.sentences, clauses: flow.clauses }
}
