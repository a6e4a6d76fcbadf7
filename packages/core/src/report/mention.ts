import type { PartProfile } from '../ruleset/profile.ts'
import type { Block, BlockRange } from '../text/block.ts'
import { phraseAround } from './clause.ts'
import type { Role } from './report.ts'
import { filled } from './role.ts'

/** How many mentions of a part are kept: they are evidence, not a concordance. */
const mostMentions = 20

/** Where the part's subject is spoken of outside its own sections: the phrases that hold one of its mention words. */
export function findMentions(
  part: PartProfile,
  blocks: readonly Block[],
  rolesOf: (block: Block) => readonly Role[],
  year: number | null,
): BlockRange[] {
  const words = part.mentions.map((word) => filled(word, year)).filter((word) => word !== null)
  const mentions: BlockRange[] = []
  if (words.length === 0) return mentions
  for (const block of blocks) {
    if (mentions.length >= mostMentions) break
    if (rolesOf(block).includes(part.role)) continue
    const { folded } = block.shape
    let behind = 0
    for (const word of words) {
      const at = folded.indexOf(word, behind)
      if (at === -1) continue
      const { from, to } = phraseAround(folded, at)
      mentions.push({ block, from, to })
      behind = to
    }
  }
  return mentions
}
