import type { Nodes, RootContent } from 'mdast'
import type { Point } from 'unist'

/** The node with all its positions moved; a node that stays where it is is given back itself. */
export function shifted(node: RootContent, offset: number, lines: number): RootContent {
  if (offset === 0 && lines === 0) return node
  const copy = { ...node }
  const pending: Nodes[] = [copy]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.position !== undefined)
      next.position = {
        start: movePoint(next.position.start, offset, lines),
        end: movePoint(next.position.end, offset, lines),
      }
    if (!('children' in next)) continue
    const children: Nodes[] = next.children.map((child) => ({ ...child }))
    next.children = children as typeof next.children
    for (const child of children) pending.push(child)
  }
  return copy
}

function movePoint(point: Point, offset: number, lines: number): Point {
  return { line: point.line + lines, column: point.column, offset: (point.offset ?? 0) + offset }
}
