import { perDraft } from '../read/per-draft.ts'
import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block } from '../text/block.ts'
import { keptFilter } from '../text/kept-filter.ts'
import { claimFinders } from './claims/index.ts'
import type { LocalClaim, LocalFigure } from './claims/local-claim.ts'
import { movedTo, placed } from './claims/placed.ts'
import {
  type BlockFigures,
  type DraftClaims,
  draftClaims,
  type FigureContext,
  isObjection,
  type Passage,
  type Surroundings,
} from './context.ts'
import { type Description, descriptionOf } from './describe.ts'
import type { Claim, Figure, Ledger } from './ledger.ts'
import { claimsOfPassages, type Objection, type PassageClaims } from './passage-claims.ts'
import { sharedPassages, sharedProses } from './passages-with.ts'
import { readFigures } from './read-figures.ts'
import { toldBefore } from './tell-once.ts'
import { reasonsUnchecked } from './unchecked.ts'

/** Reads every figure of the report and recomputes every relation. */
export function keepLedger(report: Report, data: DataKinds): Ledger {
  const context = readFigures(report, data)
  const found = findClaims(context)
  return new KeptLedger(context, found, objectionsOf(context, found))
}

const lastObjections = perDraft((): { objections: readonly Claim[] } => ({ objections: none }))

/** The objections; the very same list as before the edit, if they are the very same claims. */
function keepObjections({ report }: FigureContext, objections: readonly Claim[]): readonly Claim[] {
  const last = lastObjections(report.document)
  const before = last.objections
  const isSame =
    before.length === objections.length && objections.every((claim, nth) => claim === before[nth])
  if (!isSame) last.objections = objections
  return last.objections
}

/** A class, as `MadeDocument` is one (read/chunked.ts): getters of an object literal would keep every draft in memory. */
class KeptLedger implements Ledger {
  readonly objections: readonly Claim[]
  readonly #context: FigureContext
  readonly #found: FoundClaims
  /** All claims that do not hold, those among them that tell what another has told. */
  readonly #raised: readonly Claim[]
  readonly #twice: ReadonlySet<Claim>
  #figures: readonly Figure[] | undefined
  #claims: readonly Claim[] | undefined
  #unchecked: Ledger['unchecked'] | undefined

  constructor(context: FigureContext, found: FoundClaims, raised: readonly Claim[]) {
    const twice = toldBefore(raised, () => figuresOfRates(context, found))
    this.objections = keepObjections(
      context,
      raised.filter((claim) => !twice.has(claim)),
    )
    this.#context = context
    this.#found = found
    this.#raised = raised
    this.#twice = twice
    Object.freeze(this)
  }

  get figures(): readonly Figure[] {
    this.#figures ??= placedFigures(this.#context.holders())
    return this.#figures
  }

  get claims(): readonly Claim[] {
    this.#claims ??= allClaims(this.#context, this.#found, this.#raised).filter(
      (claim) => !this.#twice.has(claim),
    )
    return this.#claims
  }

  get unchecked(): Ledger['unchecked'] {
    this.#unchecked ??= reasonsUnchecked(this.figures, this.claims)
    return this.#unchecked
  }
}

/** The claims of a draft as they were found. */
interface FoundClaims {
  /** By passage; null for a passage without figures. */
  readonly inPassages: readonly (PassageClaims | null)[]
  /** By the position of their kind in `claimFinders`. */
  readonly inDraft: readonly DraftClaims[]
}

const none: readonly never[] = []
const noClaims = draftClaims(none)

function findClaims(context: FigureContext): FoundClaims {
  const inPassages = claimsInPassages(context)
  const inDraft = claimFinders.map((kind) => ('inDraft' in kind ? kind.inDraft(context) : noClaims))
  return { inPassages, inDraft }
}

/** The last claims of a draft that were found by passage, and in what. */
interface LastClaims {
  context: FigureContext | null
  inPassages: FoundClaims['inPassages']
}

const lastClaims = perDraft((): LastClaims => ({ context: null, inPassages: none }))

/** The claims of every passage: those of the last version wherever neither the passage has changed nor the one above it. */
function claimsInPassages(context: FigureContext): FoundClaims['inPassages'] {
  const { passages, data } = context
  const last = lastClaims(context.report.document)
  const before = last.context?.data === data ? last.context.passages : none
  const found =
    before.length === passages.length
      ? inTheirPlaces(context, before, last.inPassages)
      : amongOthers(context, before, last.inPassages)
  claimsFollow(last.inPassages, found)
  last.context = context
  last.inPassages = found
  return found
}

/** The claims of passages of which as many stand in the draft as before. */
function inTheirPlaces(
  context: FigureContext,
  before: readonly Passage[],
  known: FoundClaims['inPassages'],
): FoundClaims['inPassages'] {
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
  known: FoundClaims['inPassages'],
): FoundClaims['inPassages'] {
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

const { follows: claimsFollow, placesWith: placesOfClaims } = keptFilter(
  (found: PassageClaims | null): PassageClaims | null => found,
)
const hasObjections = (found: PassageClaims | null): boolean => found !== null && found.objections.length > 0
const hasRates = (found: PassageClaims | null): boolean => found !== null && found.rated.length > 0

/** The claims that do not hold, in order of rank, then of reading. */
function objectionsOf({ passages }: FigureContext, { inPassages, inDraft }: FoundClaims): Claim[] {
  const byRank = inDraft.map(({ objections }) => objections.map((claim) => claim.tell()))
  for (const at of placesOfClaims(inPassages, hasObjections))
    for (const objection of (inPassages[at] as PassageClaims).objections)
      byRank[objection.rank]?.push(placedObjection(objection, passages[at] as Passage, passages[at - 1]))
  return byRank.flat()
}

/** The objection at its place; the very same claim as before an edit that leaves its passages alone, moved among the figures. */
function placedObjection(objection: Objection, own: Passage, above: Passage | undefined): Claim {
  const { placed: known } = objection
  if (known?.own === own && known.above === above)
    return movedTo(known.claim, objection.claim.operands, own, above)
  const claim = placed(objection.claim, objection.told, own, above)
  objection.placed = { own, above, claim }
  return claim
}

/** All claims, in order of rank, then of reading; `objections` are those of them that have been told already. */
function allClaims(
  { passages }: FigureContext,
  { inPassages, inDraft }: FoundClaims,
  objections: readonly Claim[],
): Claim[] {
  let next = 0
  return inDraft.flatMap((across, rank) => [
    ...across.all().map((claim) => (isObjection(claim) ? (objections[next++] as Claim) : claim.tell())),
    ...passages.flatMap((passage) =>
      claimsOf(inPassages[passage.index], rank).map((claim) =>
        isObjection(claim)
          ? (objections[next++] as Claim)
          : placed(claim, claim.tell(), passage, passages[passage.index - 1]),
      ),
    ),
  ])
}

/** The claims of one kind in a passage. */
function claimsOf(found: PassageClaims | null | undefined, rank: number): readonly LocalClaim[] {
  return found?.kinds.find((kind) => kind.rank === rank)?.claims ?? none
}

/** The figures that take part in rates, right or wrong. */
function figuresOfRates({ passages }: FigureContext, { inPassages }: FoundClaims): ReadonlySet<number> {
  const figures = new Set<number>()
  for (const at of placesOfClaims(inPassages, hasRates)) {
    const { first } = passages[at] as Passage
    const above = passages[at - 1]?.first ?? 0
    for (const operand of (inPassages[at] as PassageClaims).rated)
      figures.add(operand.figure + (operand.above ? above : first))
  }
  return figures
}

/** The figures at their places in the report. */
function placedFigures(holders: readonly BlockFigures[]): readonly Figure[] {
  const figures: Figure[] = []
  for (const { block, figures: own } of holders)
    for (const local of own) figures.push(placedFigure(local, block, figures.length))
  return figures
}

/** A figure of a table, whose row and column say what it counts. */
const undescribed: Description = { verb: '', from: 0, to: 0 }

function placedFigure(local: LocalFigure, block: Block, index: number): Figure {
  const { text, folded } = block.shape
  const { verb, from, to } = local.heading === null ? descriptionOf(folded, local) : undescribed
  return {
    index,
    place: { block, from: local.from, to: local.to },
    text: local.text,
    interval: local.interval,
    unit: local.unit,
    subject: local.heading ?? text.slice(from, to),
    subjectPlace: to > from ? { block, from, to } : null,
    qualifiers: local.qualifiers,
    time: local.time,
    role: local.role,
    verb,
    sentence: local.sentence,
    group: local.group,
    clause: local.clause,
    depth: local.depth,
    leadFrom: local.leadFrom,
    tailTo: local.tailTo,
  }
}
