import type { Analysis } from '../../analysis.ts'
import type { Block } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'
import type { LawEntry } from './entries.ts'
import { lawLexicon } from './lexicon.ts'
import { insideTitle, isWholeTitle } from './passage.ts'
import { hitFinder } from './term-index.ts'

/** A place where a draft speaks of a law, by its title in 书名号 or by its bare name. */
export interface LawMention {
  readonly block: Block
  readonly from: number
  readonly to: number
  readonly entry: LawEntry
  /** Whether it stands in 书名号. */
  readonly titled: boolean
}

/** What behind a bare name makes it another word: 合同法律关系, 统计法治. */
const otherWord = new Set([...'律规治制院庭官定人学务则系医办典庄'])
/** What before a bare name makes it a local act or another law: 云岭省信访条例. */
const localBefore = new Set([...'省市州县区'])

/** All mentions of the laws of `data/laws`. Titles of other documents that hold such a name do not count. */
export function lawMentions({ report, ruleset }: Analysis): LawMention[] {
  const mentions: LawMention[] = []
  const find = hitFinder(ruleset.data, lawLexicon)
  for (const block of blocksWith(report.blocks, find)) {
    const { shape } = block
    for (const { from, to, entry } of find(shape)) {
      if (insideTitle(shape, from, to)) continue
      const titled = isWholeTitle(shape, from, to)
      if (!titled && otherWord.has(shape.folded[to] ?? '')) continue
      if (entry.local && !titled && localBefore.has(shape.folded[from - 1] ?? '')) continue
      mentions.push({ block, from, to, entry, titled })
    }
  }
  return mentions
}
