import { markAt } from '../prose/clauses.ts'
import { startsNumeral } from '../prose/numerals.ts'
import { type BlockShape, perShape } from '../text/block.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { describe } from './describe.ts'
import { endFlow, flowOf, passMark, type Span } from './flow.ts'
import { endOfName } from './not-figures.ts'
import type { Quantity } from './quantity.ts'
import { readQuantity } from './read-quantity.ts'
import { isTarget } from './targets.ts'
import { timeMarks, timeOf } from './times.ts'

/** The figures of one block and how its text is divided. */
export interface ScannedShape {
  readonly figures: readonly LocalFigure[]
  /** Sentences (up to 。！？), in order; `LocalFigure.sentence` counts in them. */
  readonly sentences: readonly Span[]
  /** Clauses (up to ，：；。 or a parenthesis), in order; `LocalFigure.clause` counts in them. */
  readonly clauses: readonly Span[]
}

/** A quantity where it was found, before its surroundings are looked at. */
interface Found {
  readonly quantity: Quantity
  readonly sentence: number
  readonly group: number
  readonly clause: number
  readonly depth: number
  readonly leadFrom: number
}

/** Units behind which the words before name a rate or a change, not something counted. */
const rates: ReadonlySet<string> = new Set(['percent', 'permille', 'points', 'times', 'ratio'])

const isMark = 1
const isNumeral = 2
const isName = 3

const isNothing = 0
const half = 0x534a
const notAsked = 255

/**
 * What a character may begin, by its code: most of a text is nothing of these and is passed over. Filled as characters are
 * met, since going through all of them would cost a short run more than its whole draft.
 */
const kinds = new Uint8Array(0x10000).fill(notAsked)

function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  let kind = kinds[code] as number
  if (kind === notAsked) {
    if (markAt(text, at) !== 0) kind = isMark
    else if (startsNumeral(code) || code === half) kind = isNumeral
    else kind = '《“‘「[【'.includes(text[at] as string) ? isName : isNothing
    kinds[code] = kind
  }
  return kind
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
  const flow = flowOf(text)
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text, at)
    if (kind === isMark) passMark(flow, at, found.length)
    if (kind === isNumeral) {
      const { quantity, to } = readQuantity(text, at, flow.leadFrom)
      if (quantity) {
        const { sentence, group, clause, outer, leadFrom } = flow
        found.push({ quantity, sentence, group, clause, depth: outer.length, leadFrom })
        flow.leadFrom = to
      }
      at = to
    } else at = kind === isName ? Math.max(endOfName(text, at), at + 1) : at + 1
  }
  endFlow(flow)
  const { sentences, clauses } = flow
  return { figures: complete(shape, found, sentences), sentences, clauses }
}

/** Adds to each quantity what its surroundings say: what is counted, when, whether it is a part, a total or a target. */
function complete(shape: BlockShape, found: readonly Found[], sentences: readonly Span[]): LocalFigure[] {
  if (found.length === 0) return []
  const text = shape.folded
  const times = timeMarks(text)
  let nextTime = 0
  return found.map((entry, nth) => {
    const { quantity, sentence, leadFrom } = entry
    const { from, to } = quantity
    const here = sentences[sentence] as Span
    while (nextTime < times.length && (times[nextTime]?.to ?? 0) <= from) nextTime++
    const limit = Math.min(found[nth + 1]?.quantity.from ?? text.length, text.length)
    const tailTo = endOfTail(text, to, limit)
    const described = describe(text, leadFrom, quantity.boundFrom, to, tailTo, rates.has(quantity.unit.kind))
    const lead = text.slice(leadFrom, quantity.boundFrom)
    const time = timeOf(text, times, nextTime, here.from, from)
    const cumulative = /累计|历年|以来/.test(lead) || time.relative === 'span'
    return {
      from,
      to,
      text: shape.text.slice(from, to),
      interval: quantity.interval,
      unit: quantity.unit,
      subject: shape.text.slice(described.from, described.to),
      subjectAt: described.to > described.from ? { from: described.from, to: described.to } : null,
      qualifiers: {
        bound: quantity.bound,
        total:
          /(?:共|共计|合计|总计|累计|总数|总量)(?:达到?|有|为)?$/.test(lead) ||
          /^(?:\S{0,4})?(?:共|合计|总计)/.test(lead),
        cumulative,
        part: text.slice(Math.max(here.from, from - 200), from).includes('其中'),
      },
      time,
      role: isTarget(text, here.from, from, to) ? 'target' : 'result',
      verb: described.verb,
      sentence,
      group: entry.group,
      clause: entry.clause,
      depth: entry.depth,
      leadFrom,
      tailTo,
    }
  })
}

/** The next mark, or `limit`. Brackets that hold no figure are passed over: 24个乡镇（街道）中. */
function endOfTail(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit) {
    if (kindOf(text, at) === isMark) {
      const close = text[at] === '(' ? text.slice(at, Math.min(limit, at + 24)).indexOf(')') : -1
      if (close === -1) return at
      at += close
    }
    at++
  }
  return at
}
