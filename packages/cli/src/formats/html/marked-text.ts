import { severities } from '@hegao/core'
import type { ReportedFinding } from '@hegao/workspace'
import { escapeHtml } from './escape.ts'

/** A finding with the anchor of its card. */
export interface PlacedFinding {
  readonly finding: ReportedFinding
  readonly anchor: string
}

/**
 * Gives stretches of the draft, asked for in reading order, as HTML with the places of findings marked. Where findings overlap,
 * each piece takes the loudest severity and leads to the card of that finding; of several the first.
 */
export function markerOf(
  source: string,
  findings: readonly PlacedFinding[],
): (from: number, to: number) => string {
  const placed = findings.filter(({ finding }) => !finding.document)
  const ranked = [...placed].sort(
    (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
  )
  const rank = new Map(ranked.map((own, nth) => [own, nth]))
  const coming = placed.sort((a, b) => a.finding.range.start - b.finding.range.start)
  let next = 0
  let open: PlacedFinding[] = []
  return (from, to) => {
    for (; next < coming.length && (coming[next] as PlacedFinding).finding.range.start < to; next++)
      open.push(coming[next] as PlacedFinding)
    open = open.filter(({ finding }) => finding.range.end > from)
    const loudestFirst = [...open].sort((a, b) => (rank.get(a) as number) - (rank.get(b) as number))
    return markedText(source, from, to, loudestFirst)
  }
}

/** The stretch with these findings marked, of which the first win. */
function markedText(source: string, from: number, to: number, here: readonly PlacedFinding[]): string {
  const cuts = new Set([from, to])
  const cutBy = ({ finding }: PlacedFinding): [from: number, to: number] => [
    Math.max(from, finding.range.start),
    Math.min(to, finding.range.end),
  ]
  for (const placed of here) for (const cut of cutBy(placed)) cuts.add(cut)
  const edges = [...cuts].sort((a, b) => a - b)
  const pieceAt = new Map(edges.map((edge, nth) => [edge, nth]))
  const owners: (PlacedFinding | undefined)[] = new Array(edges.length - 1).fill(undefined)
  const free = freePieces(edges.length)
  for (const placed of here) {
    const [first, behind] = cutBy(placed).map((cut) => pieceAt.get(cut) as number) as [number, number]
    for (let piece = free.from(first); piece < behind; piece = free.from(piece)) {
      owners[piece] = placed
      free.take(piece)
    }
  }
  return owners
    .map((owner, nth) => {
      const text = escapeHtml(source.slice(edges[nth], edges[nth + 1]))
      if (!owner) return text
      return `<mark class="${owner.finding.severity}"><a href="#${owner.anchor}">${text}</a></mark>`
    })
    .join('')
}

/** Pieces of which some are taken: each leads to the next one that may be free, and ever more directly. */
function freePieces(count: number): { from: (piece: number) => number; take: (piece: number) => void } {
  const onward = Uint32Array.from({ length: count + 1 }, (_, piece) => piece)
  return {
    from: (piece) => {
      let end = piece
      while (onward[end] !== end) end = onward[end] as number
      for (let at = piece; at !== end; ) {
        const next = onward[at] as number
        onward[at] = end
        at = next
      }
      return end
    },
    take: (piece) => {
      onward[piece] = piece + 1
    },
  }
}
