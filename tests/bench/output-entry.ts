// What the bench measures of the command line: what is made of a draft once it has been checked.

export { fixInPasses } from '../../packages/cli/src/fix-passes.ts'
export { loadFormat } from '../../packages/cli/src/formats/index.ts'
export { formatNames } from '../../packages/cli/src/formats/names.ts'
export { outlineJson, outlineText } from '../../packages/cli/src/outline.ts'
export { patchText } from '../../packages/cli/src/patch-text.ts'
export { showTrace } from '../../packages/cli/src/show-trace.ts'
export { figureRows } from '../../packages/cli/src/tables/figure-rows.ts'
export { csvTable, markdownTable, terminalTable } from '../../packages/cli/src/tables/table.ts'
export { plain } from '../../packages/cli/src/terminal/paint.ts'
export * from '../../packages/core/src/index.ts'
export * from '../../packages/workspace/src/index.ts'
