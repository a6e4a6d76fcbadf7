import { type Claim, type Item, type Range as OffsetRange, rangeOf } from '@hegao/core'
import type { Location, Position } from 'vscode-languageserver'
import type { CheckedDraft } from '../drafts.ts'
import { holds, toRange } from '../places.ts'

/** What a place leads to: a shortcoming to its measures and back, a repeated figure to its first statement. */
export function definition(draft: CheckedDraft, position: Position): Location[] {
  const offset = draft.document.offsetAt(position)
  const { report, coverage } = draft.result.analysis
  const repeats = repeatsAt(draft, offset)
  const first = repeats[0]
  if (first && !holds(first, offset)) return [location(draft, first)]

  const shortcoming = itemAt(report.shortcomings, offset)
  if (shortcoming) {
    const links = coverage.shortcomings.find(({ item }) => item === shortcoming)?.links ?? []
    return links.flatMap(({ measure }) => itemLocation(draft, report.measures[measure]))
  }
  const measure = itemAt(report.measures, offset)
  if (!measure) return []
  return coverage.shortcomings
    .filter(({ best, verdict }) => best?.measure === measure.index && verdict !== 'unanswered')
    .flatMap(({ item }) => itemLocation(draft, item))
}

/** Everything that belongs together with the place: all statements of one figure, or the other side of a coverage link. */
export function references(draft: CheckedDraft, position: Position, withDeclaration: boolean): Location[] {
  const offset = draft.document.offsetAt(position)
  const repeats = repeatsAt(draft, offset)
  if (repeats.length > 0)
    return (withDeclaration ? repeats : repeats.slice(1)).map((range) => location(draft, range))
  const { report } = draft.result.analysis
  const own = itemAt(report.shortcomings, offset) ?? itemAt(report.measures, offset)
  return [...(withDeclaration && own ? itemLocation(draft, own) : []), ...definition(draft, position)]
}

/** All statements of the figure at the offset, the first one first; empty if it is stated once. */
function repeatsAt(draft: CheckedDraft, offset: number): OffsetRange[] {
  const { figures, claims } = draft.result.analysis.ledger
  const here = figures.find((figure) => holds(rangeOf(figure.place), offset))
  if (!here) return []
  const together = new Set([here.index])
  const repeats = claims.filter((claim) => claim.kind === 'repeat')
  for (let size = 0; size !== together.size; ) {
    size = together.size
    for (const claim of repeats) if (mentions(claim, together)) addAll(claim, together)
  }
  if (together.size < 2) return []
  return [...together]
    .sort((a, b) => a - b)
    .flatMap((index) => figures[index] ?? [])
    .map(({ place }) => rangeOf(place))
}

function mentions(claim: Claim, figures: ReadonlySet<number>): boolean {
  return claim.operands.some(({ figure }) => figures.has(figure))
}

function addAll(claim: Claim, figures: Set<number>): void {
  for (const { figure } of claim.operands) figures.add(figure)
}

function itemAt(items: readonly Item[], offset: number): Item | null {
  return items.find((item) => item.places.some((place) => holds(rangeOf(place), offset))) ?? null
}

function itemLocation(draft: CheckedDraft, item: Item | undefined): Location[] {
  return item ? [location(draft, rangeOf(item.head))] : []
}

function location(draft: CheckedDraft, range: OffsetRange): Location {
  return { uri: draft.uri, range: toRange(draft.document, range) }
}
