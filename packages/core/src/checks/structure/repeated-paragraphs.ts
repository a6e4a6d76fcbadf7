import { perDraft } from '../../read/per-draft.ts'
import type { Report } from '../../report/report.ts'
import { type Block, type BlockShape, perShape } from '../../text/block.ts'
import { sharedBlocks } from '../../text/blocks-with.ts'

/** A paragraph that stands in the draft once more. */
export interface Repeated {
  readonly first: Block
  readonly again: Block
}

/** What is kept of a draft that is being edited. */
interface Kept {
  blocks: readonly Block[]
  leastCharacters: number
  /** The paragraphs of each text, in reading order; null as long as the draft was looked at once only. */
  byText: Map<string, readonly Block[]> | null
  /** The texts that stand in several of them. */
  readonly several: Set<string>
  /** What was told last; null if it is no longer right. */
  repeated: readonly Repeated[] | null
}

const nothing: readonly Block[] = []
const keptOf = perDraft(
  (): Kept => ({ blocks: nothing, leastCharacters: 0, byText: null, several: new Set(), repeated: null }),
)

/**
 * The paragraphs of some length that say, apart from their numbers, what another one before them says, in reading order; the very
 * same list as before an edit that touches none of them.
 */
export function repeatedParagraphs(
  { document, blocks }: Report,
  leastCharacters: number,
): readonly Repeated[] {
  const kept = keptOf(document)
  const isFirst = kept.blocks.length === 0
  if (kept.byText === null || kept.leastCharacters !== leastCharacters) {
    kept.byText = isFirst ? null : new Map()
    kept.several.clear()
    kept.repeated = null
    kept.leastCharacters = leastCharacters
    if (kept.byText) exchange(kept, kept.byText, nothing, blocks)
  } else {
    const { front, back } = sharedBlocks(kept.blocks, blocks)
    const [before, now] = [
      kept.blocks.slice(front, kept.blocks.length - back),
      blocks.slice(front, blocks.length - back),
    ]
    exchange(kept, kept.byText, before, now)
  }
  kept.blocks = blocks
  if (kept.byText === null) return amongAll(blocks, leastCharacters)
  kept.repeated ??= amongKept(kept, kept.byText)
  return kept.repeated
}

/** Takes some blocks out of the groups and puts others in. */
function exchange(
  kept: Kept,
  byText: Map<string, readonly Block[]>,
  before: readonly Block[],
  now: readonly Block[],
): void {
  const { leastCharacters, several } = kept
  const gone = new Set(before)
  const put = (text: string, group: readonly Block[]): void => {
    if (group.length > 1 || several.has(text)) kept.repeated = null
    if (group.length === 0) byText.delete(text)
    else byText.set(text, group)
    if (group.length > 1) several.add(text)
    else several.delete(text)
  }
  for (const { shape } of before) {
    if (!isParagraph(shape, leastCharacters)) continue
    const text = withoutNumber(shape)
    put(
      text,
      (byText.get(text) ?? nothing).filter((block) => !gone.has(block)),
    )
  }
  for (const block of now) {
    if (!isParagraph(block.shape, leastCharacters)) continue
    const text = withoutNumber(block.shape)
    const group = byText.get(text)
    put(text, group ? [...group, block].sort((a, b) => a.index - b.index) : [block])
  }
}

function amongKept({ several }: Kept, byText: ReadonlyMap<string, readonly Block[]>): readonly Repeated[] {
  const found: Repeated[] = []
  for (const text of several) {
    const [first, ...others] = byText.get(text) as readonly [Block, ...Block[]]
    for (const again of others) found.push({ first, again })
  }
  return found.sort((a, b) => a.again.index - b.again.index)
}

/** The same in one go, by length: most lengths come once, and need no comparison of texts. */
function amongAll(blocks: readonly Block[], leastCharacters: number): readonly Repeated[] {
  const found: Repeated[] = []
  const seen: Seen = new Map()
  for (const block of blocks) {
    if (!isParagraph(block.shape, leastCharacters)) continue
    const first = firstOf(seen, withoutNumber(block.shape), block)
    if (first !== block) found.push({ first, again: block })
  }
  return found
}

function isParagraph({ kind, folded }: BlockShape, leastCharacters: number): boolean {
  return folded.length >= leastCharacters && kind !== 'table-cell' && kind !== 'code'
}

type Seen = Map<number, Block | Map<string, Block>>

/** The first paragraph with that text; the block itself if it is the first. */
function firstOf(seen: Seen, text: string, block: Block): Block {
  let same = seen.get(text.length)
  if (same === undefined) {
    seen.set(text.length, block)
    return block
  }
  if (!(same instanceof Map)) {
    same = new Map([[withoutNumber(same.shape), same]])
    seen.set(text.length, same)
  }
  const first = same.get(text)
  if (!first) same.set(text, block)
  return first ?? block
}

/** What numbers a paragraph: the same text under another number is still the same. */
const number = /^[(]?[一二三四五六七八九十\d]{1,3}[)、.]+ ?/

const withoutNumber = perShape(({ folded }) => {
  const written = number.exec(folded)
  return written ? folded.slice(written[0].length) : folded
})
