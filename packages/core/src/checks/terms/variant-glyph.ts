import { type Block, sourceRange } from '../../text/block.ts'
import { placeCheck } from '../check.ts'
import { type GlyphHit, glyphFinder } from './glyph-table.ts'

/** Parameters of `variant-glyph`: from how many different traditional glyphs on the draft is taken to be a traditional one. */
export interface VariantGlyphParameters {
  readonly traditionalFrom: number
}

const kindNames = {
  traditional: { 'zh-CN': '繁体字或异体字', en: 'a traditional or variant form' },
  japanese: { 'zh-CN': '日本汉字的写法', en: 'a Japanese form' },
  damaged: { 'zh-CN': '复制文字时产生的错码', en: 'a wrong code from copying' },
  compatibility: {
    'zh-CN': '形似汉字的部首编码，检索不到',
    en: 'the code of a radical, which no search finds',
  },
  letter: { 'zh-CN': '形似的外文字母或数字', en: 'a letter or digit that only looks alike' },
} as const

/** Reports glyphs that do not belong in simplified Chinese text, once a glyph; none in a draft written in traditional characters. */
export const variantGlyph = placeCheck<VariantGlyphParameters, GlyphHit>(
  'variant-glyph',
  0,
  (_parameters, { data }) => glyphFinder(data),
  (_analysis, { traditionalFrom }, report, places) => {
    const hits: { block: Block; hit: GlyphHit }[] = []
    const traditional = new Set<string>()
    for (const { block, found } of places) {
      for (const hit of found) {
        hits.push({ block, hit })
        if (hit.kind === 'traditional') traditional.add(hit.glyph)
      }
    }
    const throughout = traditional.size >= traditionalFrom
    for (const { block, hit } of hits) {
      if (throughout && (hit.kind === 'traditional' || hit.kind === 'japanese')) continue
      const at = sourceRange(block, hit.at, hit.at + 1)
      const several = hit.meant.length > 1
      report({
        at,
        key: hit.glyph,
        data: {
          glyph: hit.glyph,
          context: contextOf(block.shape.text, hit.at),
          kind: kindNames[hit.kind],
          right: {
            'zh-CN': hit.meant.map((glyph) => `“${glyph}”`).join('或'),
            en: hit.meant.map((glyph) => `“${glyph}”`).join(' or '),
          },
        },
        fixes: hit.meant.map((text) => ({
          kind: several || hit.kind === 'damaged' ? ('suggestion' as const) : ('safe' as const),
          title: { 'zh-CN': `改为“${text}”`, en: `Replace it with “${text}”` },
          edits: [{ range: at, text }],
        })),
      })
    }
  },
)

/** The glyph with its neighbours, as a reader would look for it. */
function contextOf(text: string, at: number): string {
  return text.slice(Math.max(0, at - 2), at + 3).trim()
}
