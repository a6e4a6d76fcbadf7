import { perDraft } from '../read/per-draft.ts'
import { keptFilter } from '../text/kept-filter.ts'
import type { FigureContext, Passage, Surroundings } from './context.ts'
import { claimsOfPassages, type PassageClaims } from './passage-claims.ts'
import { sharedPassages, sharedProses } from './passages-with.ts'

/** The claims that were found passage by passage; null for a passage without figures. */
export type ClaimsByPassage = readonly (PassageClaims | null)[]

const filter = keptFilter((found: PassageClaims | null): PassageClaims | null => found)

/** Where the passages stand of which a claim does not hold. */
export function placesOfObjections(inPassages: ClaimsByPassage): readonly number[] {
  return filter.placesWith(inPassages, hasObjections)
}

const hasObjections = (found: PassageClaims | null): boolean => found !== null && found.objections.length > 0
const hasRates = (found: PassageClaims | null): boolean => found !== null && found.rated.length > 0

/** Whether no rates are told, before or now, where the passages have other claims than before. */
export function haveSameRates(before: ClaimsByPassage, now: ClaimsByPassage): boolean {
  if (before.length !== now.length) return false
  const { front, back } = filter.sharedEnds(before, now)
  for (let at = front; at < now.length - back; at++)
    if (hasRates(before[at] ?? null) || hasRates(now[at] ?? null)) return false
  return true
}

/** The last claims of a draft that were found by passage, and in what. */
interface LastClaims {
  context: FigureContext | null
  inPassages: ClaimsByPassage
}

const none: readonly never[] = []

const lastClaims = perDraft((): LastClaims => ({ context: null, inPassages: none }))

/** The claims of every passage: those of the last version wherever neither the passage has changed nor the one above it. */
export function claimsInPassages(context: FigureContext): ClaimsByPassage {
  const { passages, data } = context
  const last = lastClaims(context.report.document)
  const before = last.context?.data === data ? last.context.passages : none
  const found =
    before.length === passages.length
      ? inTheirPlaces(context, before, last.inPassages)
      : amongOthers(context, before, last.inPassages)
  filter.follows(last.inPassages, found)
  last.context = context
  last.inPassages = found
  return found
}

/** The claims of passages of which as many stand in the draft as before. */
function inTheirPlaces(
  context: FigureContext,
  before: readonly Passage[],
  known: ClaimsByPassage,
): ClaimsByPassage {
  const { passages } = context
  const { front, back } = sharedPassages(before, passages)
  // The passage behind those that were touched depends on the last of them.
  const end = Math.min(passages.length - back + 1, passages.length)
  if (front >= passages.length) return known
  const found = known.slice()
  const touched: number[] = []
  for (let at = front; at < end; at++) touched.push(at)
  findAt(found, context, touched)
  return found
}

/** The same where passages have come or gone, and all that stand behind them stand in other places. */
function amongOthers(
  context: FigureContext,
  before: readonly Passage[],
  known: ClaimsByPassage,
): ClaimsByPassage {
  const { passages } = context
  const { front, back } = sharedProses(before, passages)
  const shift = passages.length - before.length
  const found: (PassageClaims | null)[] = new Array(passages.length).fill(null)
  const touched: number[] = []
  for (let at = 0; at < passages.length; at++) {
    const was = at < front ? at : at - shift
    const isKept =
      (at < front || at > passages.length - back) &&
      isBesideAbove(passages, at) === isBesideAbove(before, was)
    if (isKept) found[at] = known[was] as PassageClaims | null
    else touched.push(at)
  }
  findAt(found, context, touched)
  return found
}

/** Whether the passage stands in one section with the one above it. */
function isBesideAbove(passages: readonly Passage[], at: number): boolean {
  return passages[at - 1]?.section === passages[at]?.section
}

/** Finds the claims of the passages at those places; null for a passage without figures. */
function findAt(
  found: (PassageClaims | null)[],
  { passages, data }: FigureContext,
  places: readonly number[],
): void {
  const holding = places.filter((at) => (passages[at] as Passage).prose.figures.length > 0)
  const claims = claimsOfPassages(
    holding.map((at): Surroundings => {
      const { prose } = passages[at] as Passage
      return { prose, above: passages[at - 1]?.prose ?? null, beside: isBesideAbove(passages, at), data }
    }),
  )
  for (const at of places) found[at] = null
  for (let nth = 0; nth < holding.length; nth++) found[holding[nth] as number] = claims[nth] as PassageClaims
}
