// What the bench measures of the core: its public surface, and the stages one by one.

export { observe } from '../../packages/core/src/checks/observe.ts'
export { readFigures } from '../../packages/core/src/figures/read-figures.ts'
export * from '../../packages/core/src/index.ts'
export { toFindings } from '../../packages/core/src/output/to-findings.ts'
export { parsePart } from '../../packages/core/src/read/markdown-stack.ts'
export { suppress } from '../../packages/core/src/suppress.ts'
