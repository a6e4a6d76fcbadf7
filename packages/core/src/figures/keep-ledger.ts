import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block, BlockShape } from '../text/block.ts'
import { cellFigures } from './cell-figures.ts'
import { claimFinders } from './claims/index.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { placed } from './claims/placed.ts'
import type { BlockFigures, DraftClaim, FigureContext, Passage } from './context.ts'
import { type Description, descriptionOf } from './describe.ts'
import type { Claim, Figure, Ledger } from './ledger.ts'
import { isObjection, type PassageClaims, passageClaims } from './passage-claims.ts'
import { proseOf } from './prose.ts'
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
  readonly inDraft: readonly (readonly DraftClaim[])[]
}

const none: readonly never[] = []

function findClaims(context: FigureContext): FoundClaims {
  const { passages, data } = context
  const inPassages = passages.map(({ prose, section }, at) => {
    if (prose.figures.length === 0) return null
    const before = passages[at - 1]
    return passageClaims({
      prose,
      above: before?.prose ?? null,
      beside: before?.section === section,
      data,
    })
  })
  const inDraft = claimFinders.map((kind) => ('inDraft' in kind ? kind.inDraft(context) : none))
  return { inPassages, inDraft }
}

/** The claims that do not hold, in order of rank, then of reading. */
function objectionsOf({ passages }: FigureContext, { inPassages, inDraft }: FoundClaims): Claim[] {
  const byRank: Claim[][] = inDraft.map((across) => across.filter(isObjection).map((claim) => claim.tell()))
  for (const passage of passages)
    for (const { claim, rank, told } of inPassages[passage.index]?.objections ?? none)
      byRank[rank]?.push(placed(claim, told, passage, passages[passage.index - 1]))
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
    ...across.map((claim) => (isObjection(claim) ? (objections[next++] as Claim) : claim.tell())),
    ...passages.flatMap((passage) =>
      (inPassages[passage.index]?.byRank[rank] ?? none).map((claim) =>
        isObjection(claim)
          ? (objections[next++] as Claim)
          : placed(claim, claim.tell(), passage, passages[passage.index - 1]),
      ),
    ),
  ])
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

/** Whether a block that was set apart as page furniture reads as a sentence of the report: its figures are read all the same. */
function isSentence(shape: BlockShape): boolean {
  return shape.kind === 'paragraph' && shape.folded.endsWith('。')
}

/** All figures of the report in reading order, by the passages and table cells that they stand in. */
export function readFigures(report: Report, data: DataKinds): FigureContext {
  const holders: BlockFigures[] = []
  const passages: Passage[] = []
  const cells = new Map<Block, number>()
  const inCells = cellFigures(report.document.tables)
  const own = report.blocks
  let nextOwn = 0
  let count = 0
  for (const block of report.document.blocks) {
    const { shape } = block
    const isOwn = own[nextOwn] === block
    if (isOwn) nextOwn++
    const cell = inCells.get(block)
    if (shape.kind === 'code' || shape.kind === 'html' || (!isOwn && !isSentence(shape) && !cell)) continue
    const section = report.sectionOf(block)
    const planned = section?.role === 'plan'
    const prose = shape.kind === 'table-cell' ? null : proseOf(shape, planned)
    const figures = cell ? [inPlan(cell, planned)] : (prose ?? proseOf(shape, planned)).figures
    if (prose)
      passages.push({ index: passages.length, block, prose, first: count, section: section?.index ?? -1 })
    else if (figures.length > 0) cells.set(block, count + figures.length - 1)
    if (figures.length > 0) holders.push({ block, figures })
    count += figures.length
  }
  return Object.freeze({ report, data, passages, cells, holders })
}

/** A figure as it counts in a plan, where every figure is an aim. */
function inPlan(figure: LocalFigure, planned: boolean): LocalFigure {
  return planned ? { ...figure, role: 'target' } : figure
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
