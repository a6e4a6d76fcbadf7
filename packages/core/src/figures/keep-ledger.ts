import { perDraft } from '../read/per-draft.ts'
import type { Report } from '../report/report.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Block } from '../text/block.ts'
import { firstThat } from '../text/first-that.ts'
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
} from './context.ts'
import { type Description, descriptionOf } from './describe.ts'
import {
  type ClaimsByPassage,
  claimsInPassages,
  haveSameRates,
  placesOfObjections,
} from './keep-passage-claims.ts'
import type { Claim, Figure, Ledger } from './ledger.ts'
import type { Objection, PassageClaims } from './passage-claims.ts'
import { readFigures } from './read-figures.ts'
import { toldBefore } from './tell-once.ts'
import { reasonsUnchecked } from './unchecked.ts'

/** Reads every figure of the report and recomputes every relation. */
export function keepLedger(report: Report, data: DataKinds): Ledger {
  const context = readFigures(report, data)
  const found = findClaims(context)
  return new KeptLedger(context, found, objectionsOf(context, found))
}

/** Which of the claims that do not hold are told, and what that was found from. */
interface Told {
  readonly raised: readonly Claim[]
  readonly inPassages: ClaimsByPassage
  /** Those that tell what another has told. */
  readonly twice: ReadonlySet<Claim>
  /** The others: the very same list as before the edit, if they are the very same claims. */
  readonly objections: readonly Claim[]
  /** These by the rules that tell them, each list the very same as before the edit, if its claims are. */
  readonly byRule: ReadonlyMap<string, readonly Claim[]>
}

const lastTold = perDraft((): { told: Told | null } => ({ told: null }))

/** Which of the claims that do not hold are told: as before the edit, if they are the very same and so are the rates. */
function tellOnce(context: FigureContext, found: FoundClaims, raised: readonly Claim[]): Told {
  const last = lastTold(context.report.document)
  const { inPassages } = found
  const before = last.told
  if (before && areSame(before.raised, raised) && haveSameRates(before.inPassages, inPassages))
    last.told = { ...before, inPassages }
  else {
    const twice = toldBefore(raised, (figure) => isRated(figure, context, inPassages))
    const told = twice.size === 0 ? raised : raised.filter((claim) => !twice.has(claim))
    const isSame = before !== null && areSame(before.objections, told)
    const objections = isSame ? before.objections : told
    const byRule = isSame ? before.byRule : inRules(told, before?.byRule ?? noRules)
    last.told = { raised, inPassages, twice, objections, byRule }
  }
  return last.told
}

const noRules: Told['byRule'] = new Map()

function inRules(told: readonly Claim[], before: Told['byRule']): Told['byRule'] {
  const byRule = new Map<string, readonly Claim[]>()
  const open = new Map<string, Claim[]>()
  for (const claim of told) {
    const own = open.get(claim.rule)
    if (own) own.push(claim)
    else open.set(claim.rule, [claim])
  }
  for (const [rule, own] of open) {
    const known = before.get(rule)
    byRule.set(rule, known && areSame(known, own) ? known : own)
  }
  return byRule
}

function areSame(some: readonly Claim[], others: readonly Claim[]): boolean {
  return some.length === others.length && some.every((claim, nth) => claim === others[nth])
}

/** A class, as `MadeDocument` is one (read/chunked.ts): getters of an object literal would keep every draft in memory. */
class KeptLedger implements Ledger {
  readonly objections: readonly Claim[]
  readonly #context: FigureContext
  readonly #found: FoundClaims
  /** All claims that do not hold, those among them that tell what another has told. */
  readonly #raised: readonly Claim[]
  readonly #twice: ReadonlySet<Claim>
  readonly #byRule: Told['byRule']
  #figures: readonly Figure[] | undefined
  #claims: readonly Claim[] | undefined
  #unchecked: Ledger['unchecked'] | undefined

  constructor(context: FigureContext, found: FoundClaims, raised: readonly Claim[]) {
    const { twice, objections, byRule } = tellOnce(context, found, raised)
    this.objections = objections
    this.#byRule = byRule
    this.#context = context
    this.#found = found
    this.#raised = raised
    this.#twice = twice
    Object.freeze(this)
  }

  objectionsOf(rule: string): readonly Claim[] {
    return this.#byRule.get(rule) ?? none
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
  readonly inPassages: ClaimsByPassage
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

/** The claims that do not hold, in order of rank, then of reading. */
function objectionsOf({ passages }: FigureContext, { inPassages, inDraft }: FoundClaims): Claim[] {
  const byRank = inDraft.map(({ objections }) => objections.map((claim) => claim.tell()))
  for (const at of placesOfObjections(inPassages))
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

/** Whether a figure takes part in a rate, right or wrong: one of its own passage, or of the passage below. */
function isRated(figure: number, { passages }: FigureContext, inPassages: ClaimsByPassage): boolean {
  const at = firstThat(passages, ({ first }) => first > figure) - 1
  const own = figure - (passages[at] as Passage).first
  const isIn = (place: number, above: boolean): boolean =>
    inPassages[place]?.rated.some(
      (operand) => operand.figure === own && (operand.above === true) === above,
    ) === true
  return isIn(at, false) || isIn(at + 1, true)
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
