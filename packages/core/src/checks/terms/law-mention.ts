import type { DataKinds } from '../../ruleset/data.ts'
import { type BlockShape, perShape } from '../../text/block.ts'
import type { LawEntry } from './entries.ts'
import { lawLexicon } from './lexicon.ts'
import { titledAs } from './passage.ts'
import { hitFinder } from './text-scan.ts'

/** A place in a block that speaks of a law, by its title in 书名号 or by its bare name. */
export interface LawMention {
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

type FindMentions = (shape: BlockShape) => readonly LawMention[]

const finders = new WeakMap<DataKinds, FindMentions>()

/**
 * The finder of all mentions of the laws of `data/laws`; what it finds is kept with the shapes. Titles of other documents that
 * hold such a name do not count.
 */
export function lawMentionFinder(data: DataKinds): FindMentions {
  let finder = finders.get(data)
  if (!finder) {
    const find = hitFinder(data, lawLexicon)
    finder = (shape) => {
      const hits = find(shape)
      return hits.length === 0 ? none : mentionsOf(shape)
    }
    const mentionsOf = perShape((shape) => {
      const mentions: LawMention[] = []
      for (const hit of find(shape)) {
        const mention = mentionAt(shape, hit)
        if (mention !== null) mentions.push(mention)
      }
      return mentions
    })
    finders.set(data, finder)
  }
  return finder
}

const none: readonly LawMention[] = []

function mentionAt(
  shape: BlockShape,
  { from, to, entry }: { readonly from: number; readonly to: number; readonly entry: LawEntry },
): LawMention | null {
  const title = titledAs(shape, from, to)
  if (title === 'part') return null
  const titled = title === 'whole'
  if (!titled && otherWord.has(shape.folded[to] ?? '')) return null
  if (entry.local && !titled && localBefore.has(shape.folded[from - 1] ?? '')) return null
  return { from, to, entry, titled }
}
