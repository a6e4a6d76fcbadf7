import type { Document } from '../read/document.ts'
import { type Block, type BlockRange, blockShape } from '../text/block.ts'
import { identity } from '../text/source-map.ts'

/** What the front matter says of the report; each place lies in the front matter. */
export interface FrontMatterFields {
  readonly title: BlockRange | null
  readonly issuer: BlockRange | null
  readonly period: BlockRange | null
  readonly written: BlockRange | null
  readonly published: BlockRange | null
  readonly documentNumber: BlockRange | null
}

const keys: readonly (readonly [keyof FrontMatterFields, RegExp])[] = [
  ['title', /^(?:title|标题)$/i],
  ['issuer', /^(?:issuer|author|发文机关|发文单位|单位|报告单位)$/i],
  ['period', /^(?:period|year|报告年度|年度)$/i],
  ['written', /^(?:date|signed|written|成文日期|发文日期|日期)$/i],
  ['published', /^(?:published|发布日期|发布时间)$/i],
  ['documentNumber', /^(?:number|document-number|文号|发文字号)$/i],
]

const entry = /^([^\s:#][^:\n]{0,30}?)[ \t]*:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*?))[ \t]*$/gm

/**
 * The fields of the front matter that describe the report. Their block is the front matter itself; its index is -1, as it
 * is none of the document's blocks.
 */
export function frontMatterFields(document: Document): FrontMatterFields {
  const fields: { -readonly [Key in keyof FrontMatterFields]: BlockRange | null } = {
    title: null,
    issuer: null,
    period: null,
    written: null,
    published: null,
    documentNumber: null,
  }
  const { frontMatter, draft } = document
  if (!frontMatter) return fields
  const { start, end } = frontMatter.range
  const text = draft.text.slice(start, end)
  const shape = blockShape({
    kind: 'code',
    text,
    map: identity,
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
  const block: Block = { index: -1, start, shape }
  for (const match of text.matchAll(entry)) {
    const value = match[2] ?? match[3] ?? match[4] ?? ''
    const field = keys.find(([, pattern]) => pattern.test(match[1] as string))?.[0]
    if (!field || value === '' || fields[field]) continue
    const from = match.index + match[0].lastIndexOf(value)
    fields[field] = { block, from, to: from + value.length }
  }
  return fields
}
