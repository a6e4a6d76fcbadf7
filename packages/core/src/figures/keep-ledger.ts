import { perDraft } from '../read/per-draft.ts'
import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block } from '../text/block.ts'
import { claimFinders } from './claims/index.ts'
import type { LocalClaim, LocalFigure } from './claims/local-claim.ts'
import { placed } from './claims/placed.ts'
import {
  type BlockFigures,
  type DraftClaims,
  draftClaims,
  type FigureContext,
  isObjection,
  type Passage,
} from './context.ts'
import { type Description, descriptionOf } from './describe.ts'
import type { Claim, Figure, Ledger } from './ledger.ts'
import { type PassageClaims, passageClaims } from './passage-claims.ts'
import { sharedProses } from './passages-with.ts'
import { readFigures } from './read-figures.ts'
import { toldBefore } from './tell-once.ts'
import { reasonsUnchecked } from './unchecked.ts'

/** Reads every figure of the report and recomputes every relation. */
export function keepLedger(report: Report, data: DataKinds): Ledger {
  const context = readFigures(report, data)
  const found = findClaims(context)
  return new KeptLedger(context, found, objectionsOf(context, found))
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
    this.objections = raised.filter((claim) => !twice.has(claim))
    this.#context = context
    this.#found = found
    this.#raised = raised
    this.#twice = twice
    Object.freeze(this)
  }

  get figures(): readonly Figure[] {
    this.#figures ??= placedFigures(this.#context.holders)
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
  const { front, back } = sharedProses(before, passages)
  const shift = passages.length - before.length
  const found = passages.map(({ prose, section }, at) => {
    if (prose.figures.length === 0) return null
    const above = passages[at - 1]
    const beside = above?.section === section
    if (at < front || at > passages.length - back) {
      const was = at < front ? at : at - shift
      if (beside === (before[was - 1]?.section === before[was]?.section))
        return last.inPassages[was] as PassageClaims
    }
    return passageClaims({ prose, above: above?.prose ?? null, beside, data })
  })
  last.context = context
  last.inPassages = found
  return found
}

/** The claims that do not hold, in order of rank, then of reading. */
function objectionsOf({ passages }: FigureContext, { inPassages, inDraft }: FoundClaims): Claim[] {
  const byRank = inDraft.map(({ objections }) => objections.map((claim) => claim.tell()))
  for (let at = 0; at < inPassages.length; at++) {
    const found = inPassages[at]
    if (!found || found.objections.length === 0) continue
    const passage = passages[at] as Passage
    for (const { rank, claim, told } of found.objections)
      byRank[rank]?.push(placed(claim, told, passage, passages[at - 1]))
  }
  return byRank.flat()
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
  for (const { index, first } of passages) {
    const above = passages[index - 1]?.first ?? 0
    for (const operand of inPassages[index]?.rated ?? none)
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
