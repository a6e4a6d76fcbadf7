import type { Prose } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'

/**
 * No paragraph that somebody has written holds so many figures between two that belong together. Without a bound a list of
 * thousands in one paragraph would cost the square of its length.
 */
export const farthestFigure = 200

/** The figures of the passage round the one at `index`: all of them, but in a paragraph of hundreds. */
export function figuresNear({ figures }: Prose, index: number): readonly LocalFigure[] {
  if (figures.length <= farthestFigure) return figures
  return figures.slice(Math.max(0, index - farthestFigure), index + farthestFigure)
}
