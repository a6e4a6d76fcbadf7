import type { Block } from '../../text/block.ts'
import type { LocalObservation, Observation } from '../check.ts'

/** A block's observation at its place in the draft. */
export function placed(local: LocalObservation, block: Block): Observation {
  const { from, to, fixes, ...rest } = local
  const at = { block, from, to }
  if (!fixes) return { ...rest, at }
  return {
    ...rest,
    at,
    fixes: fixes.map((fix) => ({
      kind: fix.kind,
      title: fix.title,
      edits: fix.edits.map((edit) => ({ range: { block, from: edit.from, to: edit.to }, text: edit.text })),
    })),
  }
}
