import { overlaps, rangeOf } from '@hegao/core'
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver'
import type { CheckedDraft } from '../drafts.ts'
import { toOffsets } from '../places.ts'

/** The recomputed value beside each stated rate in the range: `97.5%` `＝39÷40`. */
export function inlayHints(draft: CheckedDraft, range: Range): InlayHint[] {
  if (!draft.settings.inlayHints) return []
  const asked = toOffsets(draft.document, range)
  const { claims } = draft.result.analysis.ledger
  return claims.flatMap((claim) => {
    if (claim.kind !== 'ratio' && claim.kind !== 'change') return []
    const place = rangeOf(claim.place)
    const label = recomputed(claim.arithmetic)
    if (label === null || !overlaps(place, asked)) return []
    return {
      position: draft.document.positionAt(place.end),
      label,
      kind: InlayHintKind.Parameter,
      tooltip: claim.arithmetic,
      paddingLeft: true,
    }
  })
}

/** The right side of the sum in a claim's line: `＝93.75%` of `办结30件÷受理32件＝93.75%，文中为“100%”`. */
export function recomputed(arithmetic: string): string | null {
  return /[＝=≈][^，,；;＝=≈]+/.exec(arithmetic)?.[0]?.trim() ?? null
}
