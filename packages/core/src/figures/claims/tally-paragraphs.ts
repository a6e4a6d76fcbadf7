import { type DraftClaim, draftClaims, type FindInDraft, type Passage } from '../context.ts'
import { isExact } from '../interval.ts'
import type { Claim, Verdict } from '../ledger.ts'
import { passagesWith } from '../passages-with.ts'
import { type Prose, perProse } from '../prose.ts'
import { approximate } from '../rational.ts'
import type { LocalFigure } from './local-claim.ts'
import { type ListStyle, paragraphPoint, pointNouns, pointUnits } from './ordered-points.ts'
import { evidenceIn } from './placed.ts'
import { slotted } from './slots.ts'
import { tallyRule, tallyVerdict } from './tally-claim.ts'
import { printedUnit, printedValue } from './wording.ts'

/** How many paragraphs behind the count its points are looked for. */
const furthest = 400

/** Finds counts of points that follow as paragraphs of their own: 以下四个方面： and then （一）…, （二）…, （三）…. */
export const paragraphTallies: FindInDraft = ({ passages }) => {
  const claims: DraftClaim[] = []
  for (const passage of passagesWith(passages, announcesPoints)) {
    const declared = announced(passage.prose) as LocalFigure
    const points = pointsAfter(passages, passage.index + 1)
    if (points.length < 2) continue
    const claim = claimOf(passage, declared, points)
    if (claim) claims.push(claim)
  }
  return draftClaims(claims)
}

const announcesPoints = (prose: Prose): boolean => prose.figures.length > 0 && announced(prose) !== null

/** The count that announces points at the end of a passage; null if there is none. */
const announced = perProse(({ shape, figures, text }: Prose): LocalFigure | null => {
  const last = figures[figures.length - 1]
  if (!last || text.length - last.to > 20 || !pointUnits.has(last.unit.name) || !isExact(last.interval))
    return null
  const behind = text.slice(last.to).trim()
  if (!/^[^,;。:!?()]{0,12}[:。]?$/.test(behind)) return null
  const { slots } = slotted(shape)
  const slot = slots[slots.length - 1]
  if (!slot || slot.index !== figures.length - 1) return null
  const abstract =
    last.unit.name === '点' ||
    last.unit.name === '方面' ||
    last.unit.name === '条' ||
    last.unit.name === '类' ||
    pointNouns.test(slot.tail)
  if (!abstract) return null
  return behind.endsWith(':') || /以下|如下|下列/.test(slot.label) ? last : null
})

/** The paragraphs that begin with 1, 2, 3 … of one style, from the passage at `from` on; empty if it is not the first point. */
export function pointsAfter(passages: readonly Passage[], from: number): Passage[] {
  const first = passages[from]
  const start = first && paragraphPoint(first.block.shape)
  if (!first || !start || start.number > 1) return []
  const points: Passage[] = [first]
  for (let at = from + 1; at < Math.min(passages.length, from + furthest); at++) {
    const passage = passages[at] as Passage
    const found = paragraphPoint(passage.block.shape)
    if (endsList(passage, first, start.style, found?.style ?? null)) break
    if (!found || found.style !== start.style) continue
    if (found.number === 1) break
    if (found.number !== 0 && found.number !== points.length + 1) return []
    points.push(passage)
  }
  return points
}

/** Styles from the outermost to the innermost; a number of an outer style ends a list of an inner one. */
const levels: readonly ListStyle[] = ['han-comma', 'han-bracket', 'arabic', 'arabic-bracket', 'circled']

function endsList(passage: Passage, first: Passage, style: ListStyle, found: ListStyle | null): boolean {
  const { kind, depth } = passage.block.shape
  const listed = first.block.shape.kind === 'list-item'
  if (listed) return kind !== 'list-item' || depth < first.block.shape.depth
  if (kind === 'heading') return first.block.shape.kind !== 'heading' || depth < first.block.shape.depth
  return (
    found !== null &&
    found !== style &&
    levels.includes(found) &&
    levels.indexOf(found) < levels.indexOf(style)
  )
}

function claimOf(passage: Passage, figure: LocalFigure, points: readonly Passage[]): DraftClaim | null {
  const listed = points.length
  const verdict = tallyVerdict(approximate(printedValue(figure)), {
    least: listed,
    most: listed,
    open: false,
    certainty: 'certain',
  })
  return verdict === null ? null : { verdict, tell: () => tell(passage, figure, points, verdict) }
}

function tell(
  { block, first }: Passage,
  figure: LocalFigure,
  points: readonly Passage[],
  verdict: Verdict,
): Claim {
  const { from, to, index } = figure
  const printed = block.shape.text.slice(from, to)
  const { suffix } = printedUnit(figure)
  const listed = `${points.length}${suffix}`
  return {
    kind: 'tally',
    rule: tallyRule,
    verdict,
    place: { block, from, to },
    operands: [{ figure: first + index, role: 'result' }],
    arithmetic: `列出${listed}，文中为“${printed}”`,
    variant: null,
    data: { listed, printed },
    evidence: points.map((point, at) =>
      evidenceIn(point.block, {
        from: 0,
        to: Math.min(point.block.shape.text.length, 24),
        label: `第${at + 1}${suffix}`,
      }),
    ),
  }
}
