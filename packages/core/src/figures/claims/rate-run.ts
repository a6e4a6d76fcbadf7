import type { Prose } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'

/** The numbers that stand in one list with a figure, as positions among those of its block. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** The list in which a figure stands, with nothing but 、 and 和 between its numbers; the figure alone if there are no others. */
export function runAround({ figures, text }: Prose, { index }: LocalFigure): Run {
  let first = index
  while (first > 0 && joins(text, figures[first - 1] as LocalFigure, figures[first] as LocalFigure)) first--
  let last = index
  while (
    last + 1 < figures.length &&
    joins(text, figures[last] as LocalFigure, figures[last + 1] as LocalFigure)
  )
    last++
  return { first, last }
}

/** The numbers of the list in which a figure stands. */
export function runOf(prose: Prose, figure: LocalFigure): readonly LocalFigure[] {
  const { first, last } = runAround(prose, figure)
  return prose.figures.slice(first, last + 1)
}

function joins(text: string, a: LocalFigure, b: LocalFigure): boolean {
  const gap = b.from - a.to
  return gap > 0 && gap <= 2 && a.unit.kind === b.unit.kind && between.test(text.slice(a.to, b.from))
}

const between = /^(?:、|和|及|与|以及|,|或)?$/
