import type { PartProfile } from '../ruleset/profile.ts'
import { type Block, type BlockRange, type BlockShape, perShape } from '../text/block.ts'
import { blocksWith } from '../text/blocks-with.ts'
import { escaped } from '../text/escaped.ts'
import { matchesIn } from '../text/matches.ts'
import { phraseAround, type Stretch } from './clause.ts'
import { perYear } from './per-year.ts'
import { filled } from './role.ts'

/** How many mentions of a part are kept: they are evidence, not a concordance. */
const mostMentions = 20

/** A phrase of a block that holds a mention word. */
type FindPhrases = (shape: BlockShape) => readonly Stretch[]

/** Where the subject of a part is spoken of outside its own sections: the phrases that hold one of its mention words. */
export function findMentions(
  part: PartProfile,
  blocks: readonly Block[],
  isElsewhere: (block: Block) => boolean,
  year: number | null,
): readonly BlockRange[] {
  const mentions: BlockRange[] = []
  const find = finderOf(part, year)
  if (!find) return mentions
  for (const block of blocksWith(blocks, find)) {
    if (!isElsewhere(block)) continue
    for (const { from, to } of find(block.shape))
      if (mentions.length < mostMentions) mentions.push({ block, from, to })
  }
  return mentions
}

/** The finder for the words of a part; null for a part without words. */
const finderOf = perYear((part: PartProfile, year): FindPhrases | null => {
  const words = part.mentions.map((written) => filled(written, year)).filter((word) => word !== null)
  return words.length === 0 ? null : makeFinder(words)
})

const none: readonly Stretch[] = Object.freeze([])

function makeFinder(words: readonly string[]): FindPhrases {
  const pattern = new RegExp([...new Set(words)].map(escaped).join('|'), 'g')
  return perShape(({ folded }) => {
    let found: Stretch[] | null = null
    for (const match of matchesIn(folded, pattern)) {
      found ??= []
      const last = found.at(-1)
      if (last && match.index < last.to) continue
      if (found.length < mostMentions * 4) found.push(phraseAround(folded, match.index))
    }
    return found ?? none
  })
}
