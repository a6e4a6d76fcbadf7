import { type BlockShape, perShape } from '../text/block.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { type ScannedShape, scanShape } from './scan-shape.ts'

/** A block of prose (no table cell) with its figures, apart from where it stands: what is found in it can be kept. */
export interface Prose {
  readonly shape: BlockShape
  /** The block's folded text: all offsets of its figures are offsets in it. */
  readonly text: string
  /** Whether it stands in a plan, where a figure is an aim unless the plan looks back with it. */
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
  const figures = scanned.figures.map((figure) =>
    looksBack(shape.folded, figure) ? figure : { ...figure, role: 'target' as const },
  )
  return { shape, text: shape.folded, planned: true, figures, scanned }
})

/** 在2022年完成3690批次抽检任务的基础上, 巩固2023年挽回损失41.26万元等成果: what has been reached, told once more in a plan. */
function looksBack(text: string, { from, to }: LocalFigure): boolean {
  return (
    reached.test(text.slice(to, to + farthest)) &&
    takesUp.test(text.slice(Math.max(0, from - farthest), from))
  )
}

const takesUp = /(?:在|巩固|总结)[^,。;]{0,20}(?:19|20)\d\d年[^,。;]*$/
const reached = /^[^,。;]{0,24}(?:基础上|成果|成效|成绩|经验)/
const farthest = 40

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
