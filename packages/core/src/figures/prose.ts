import { type BlockShape, perShape } from '../text/block.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { type ScannedShape, scanShape } from './scan-shape.ts'

/** A block of prose (no table cell) with its figures, apart from where it stands: what is found in it can be kept. */
export interface Prose {
  readonly shape: BlockShape
  /** The block's folded text: all offsets of its figures are offsets in it. */
  readonly text: string
  /** Whether it stands in a plan, where every figure is an aim. */
  readonly planned: boolean
  readonly figures: readonly LocalFigure[]
  readonly scanned: ScannedShape
}

const reporting = perShape((shape) => {
  const scanned = scanShape(shape)
  return { shape, text: shape.folded, planned: false, figures: scanned.figures, scanned }
})

const planning = perShape((shape) => {
  const scanned = scanShape(shape)
  const figures = scanned.figures.map((figure) => ({ ...figure, role: 'target' as const }))
  return { shape, text: shape.folded, planned: true, figures, scanned }
})

/** The prose of a block, in a plan or elsewhere; kept with the block's shape. */
export function proseOf(shape: BlockShape, planned: boolean): Prose {
  return planned ? planning(shape) : reporting(shape)
}

/** A function of the prose alone, computed once; as `perShape`. */
export function perProse<T>(compute: (prose: Prose) => T): (prose: Prose) => T {
  const inPlan = perShape((shape) => compute(planning(shape)))
  const elsewhere = perShape((shape) => compute(reporting(shape)))
  return ({ shape, planned }) => (planned ? inPlan(shape) : elsewhere(shape))
}

/** A function of a prose and its position among the passages of a draft, kept for the position that was asked for last. */
export function perPlace<T>(compute: (prose: Prose, at: number) => T): (prose: Prose, at: number) => T {
  const last = perProse((): { at: number; value: T | null } => ({ at: -1, value: null }))
  return (prose, at) => {
    const known = last(prose)
    if (known.at !== at) {
      known.at = at
      known.value = compute(prose, at)
    }
    return known.value as T
  }
}
