import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import { type BlockShape, has } from '../../text/block.ts'
import { signs } from '../../text/signs.ts'
import type { GlyphGroup } from './entries.ts'
import { textScanner } from './text-scan.ts'

/** What a glyph stands for: its kind, and the glyphs that may be meant, one behind the other. */
interface GlyphMeaning {
  readonly kind: GlyphGroup['kind']
  readonly meant: string
}

/** A glyph of the table at its place, and the glyphs that may be meant. */
export interface GlyphHit {
  readonly kind: GlyphGroup['kind']
  readonly meant: readonly string[]
  readonly at: number
  readonly glyph: string
}

const tables = new WeakMap<DataKinds, (shape: BlockShape) => readonly GlyphHit[]>()
const none: readonly GlyphHit[] = []

/** The glyphs of a block's text that `data/glyphs` knows. */
export function glyphFinder(data: DataKinds): (shape: BlockShape) => readonly GlyphHit[] {
  let find = tables.get(data)
  if (!find) {
    const { scan } = textScanner(data)
    let meanings: Meanings | undefined
    find = (shape) => {
      const places = scan(shape).glyphs
      const found = has(shape, signs.year) ? zeros(shape.text) : none
      if (places.length === 0) return found
      meanings ??= meaningsOf(data)
      return [...found, ...known(shape.text, places, meanings, found)]
    }
    tables.set(data, find)
  }
  return find
}

type Meanings = ReadonlyMap<string, GlyphMeaning>

function meaningsOf(data: DataKinds): Meanings {
  const meanings = new Map<string, GlyphMeaning>()
  for (const { kind, pairs } of entriesOf<GlyphGroup>(data, 'glyphs'))
    for (const row of pairs)
      for (const pair of row.split(' ')) {
        const glyph = String.fromCodePoint(pair.codePointAt(0) as number)
        meanings.set(glyph, { kind, meant: pair.slice(glyph.length) })
      }
  return meanings
}

/** The glyphs of the table at the places where some may stand; not those taken already. */
function known(
  text: string,
  places: readonly number[],
  table: Meanings,
  taken: readonly GlyphHit[],
): GlyphHit[] {
  const hits: GlyphHit[] = []
  for (const at of places) {
    const glyph = text.charAt(at)
    const meaning = table.get(glyph)
    if (!meaning || taken.some((hit) => hit.at === at)) continue
    if (meaning.kind === 'letter' && !isLetterInPlace(text, at, table)) continue
    hits.push({ at, glyph, kind: meaning.kind, meant: [...meaning.meant] })
  }
  return hits
}

/** A letter O or a digit 0 in a year of Chinese numerals, where 〇 belongs: 二O二四年, 二0二四年. */
function zeros(text: string): readonly GlyphHit[] {
  let found: GlyphHit[] | null = null
  for (let end = text.indexOf('年', 4); end !== -1; end = text.indexOf('年', end + 1)) {
    const first = text.charCodeAt(end - 4)
    if (first !== 0x4e00 && first !== 0x4e8c) continue
    for (let at = end - 3; at < end; at++) {
      if (!isZero(text.charCodeAt(at)) || !hanYear.test(text.slice(end - 4, end))) continue
      found ??= []
      found.push({ at, glyph: text.charAt(at), kind: 'letter', meant: ['〇'] })
    }
  }
  return found ?? none
}

const hanYear = /^[一二][一二三四五六七八九〇零○OoＯ０0О]{3}$/

/** O, o, a Cyrillic О or 0, of any width. */
function isZero(unit: number): boolean {
  return (
    unit === 0x30 || unit === 0x4f || unit === 0x6f || unit === 0xff2f || unit === 0xff10 || unit === 0x41e
  )
}

const letter = /[\u0370-\u03ff\u0400-\u04ff]/
const neighbour = /[A-Za-z0-9\u4e00-\u9fff]/

/**
 * Whether a Cyrillic or Greek letter stands where a Latin one is meant: next to Latin letters, digits or Chinese
 * characters, in a word that holds no letter that is only Cyrillic or Greek.
 */
function isLetterInPlace(text: string, at: number, table: Meanings): boolean {
  let from = at
  while (from > 0 && letter.test(text[from - 1] as string)) from--
  let to = at + 1
  while (to < text.length && letter.test(text[to] as string)) to++
  if (to - from > 6) return false
  for (let nth = from; nth < to; nth++) if (!table.has(text[nth] as string)) return false
  return neighbour.test(text[from - 1] ?? '') || neighbour.test(text[to] ?? '')
}
