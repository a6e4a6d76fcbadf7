import { type Block, sourceRange } from '../../text/block.ts'
import type { LocalObservation, Observation } from '../check.ts'

/** A block's observation in source offsets. */
export function placed(local: LocalObservation, block: Block): Observation {
  const { from, to, fixes, ...rest } = local
  const at = sourceRange(block, from, to)
  if (!fixes) return { ...rest, at }
  return {
    ...rest,
    at,
    fixes: fixes.map((fix) => ({
      kind: fix.kind,
      title: fix.title,
      edits: fix.edits.map((edit) => ({ range: sourceRange(block, edit.from, edit.to), text: edit.text })),
    })),
  }
}
