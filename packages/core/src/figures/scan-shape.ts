import { type BlockShape, perShape } from '../text/block.ts'
import { characterKind, kinds } from './character-kinds.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { completeFigures, type Found } from './complete-figures.ts'
import { type Cues, noCues, noteCue } from './cues.ts'
import { endFlow, flowOf, passMark, type Span } from './flow.ts'
import { endOfName } from './not-figures.ts'
import { readQuantity } from './read-quantity.ts'

/** The figures of one block and how its text is divided. */
export interface ScannedShape {
  readonly figures: readonly LocalFigure[]
  /** Sentences (up to 。！？), in order; `LocalFigure.sentence` counts in them. */
  readonly sentences: readonly Span[]
  /** Clauses (up to ，：；。 or a parenthesis), in order; `LocalFigure.clause` counts in them. */
  readonly clauses: readonly Span[]
}

/** Reads every figure of a block; kept with the block's shape. */
export const scanShape = perShape(scan)

/**
 *     全年受理案件 32件 (其中涉农 5件)，办结 30件。
 *     ^lead        ^quantity ^depth 1  ^clause     ^sentence
 */
function scan(shape: BlockShape): ScannedShape {
  const text = shape.folded
  const found: Found[] = []
  const cues = noCues()
  const flow = flowOf(text)
  for (let at = 0; at < text.length; ) {
    const kind = characterKind(text, at)
    let to = at + 1
    if (kind === kinds.mark) passMark(flow, at, found.length)
    else if (kind === kinds.cue) noteCue(cues, text, at)
    else if (kind === kinds.name) to = Math.max(endOfName(text, at), to)
    else if (kind === kinds.numeral) {
      const step = readQuantity(text, at, flow.leadFrom)
      if (typeof step === 'number') to = step
      else {
        const { sentence, sentenceFrom, group, clause, outer, leadFrom } = flow
        found.push({ quantity: step, sentence, sentenceFrom, group, clause, depth: outer.length, leadFrom })
        to = step.to
        flow.leadFrom = to
      }
    }
    if (to > at + 1) noteCuesBetween(cues, text, at + 1, to)
    at = to
  }
  endFlow(flow)
  const { sentences, clauses } = flow
  return { figures: found.length === 0 ? none : completeFigures(shape, found, cues), sentences, clauses }
}

const none: readonly LocalFigure[] = []

/** Cues in what is passed over: names and numbers. */
function noteCuesBetween(cues: Cues, text: string, from: number, to: number): void {
  for (let at = from; at < to; at++) if (characterKind(text, at) === kinds.cue) noteCue(cues, text, at)
}
