import type { Profile } from '../ruleset/profile.ts'
import type { Block, BlockRange } from '../text/block.ts'
import { matchesIn } from '../text/matches.ts'
import { isOrgan, levelOf } from './organ.ts'
import { pageLineOf } from './page-line.ts'

/** A line that may be the title. */
export interface TitleCandidate {
  readonly place: BlockRange
  /** The issuer that the line itself names, as a stretch of the block; null if it names none. */
  readonly issuer: BlockRange | null
  /** Whether it ends with the kind of document that it is. */
  readonly complete: boolean
  readonly year: boolean
  readonly phrase: boolean
}

/** The kinds of documents with which titles end. */
const kinds =
  /(?:报告|总结|汇报|述职|述法|情况|要点|安排|计划|打算|方案|意见|通知|通报|综述|白皮书|年报|说明|讲话|发言|材料|公告|纪要|批复|请示)(?: ?[(][^)]{1,12}[)])?$/
/** What a site puts behind a page's name: `…报告_法治政府_某某人民政府门户网站`. */
const siteName = / ?(?:_+| [|–—-]+ ?|\|).*$/
const longestTitle = 100

/** The block as a candidate for the title; null if it cannot be one. */
export function titleCandidate(block: Block, profile: Profile): TitleCandidate | null {
  const { folded, kind } = block.shape
  if (folded.length > longestTitle || kind === 'table-cell' || kind === 'list-item') return null
  if (/^ ?[-—–]/.test(folded) || pageLineOf(block.shape).metadata) return null
  const site = siteName.exec(folded)
  let to = site && /网|政府|首页|公开/.test(site[0]) ? site.index : folded.length
  while (to > 0 && ' 。.!,;:'.includes(folded.charAt(to - 1))) to--
  const text = folded.slice(0, to)
  if (/[。;!]|,.*,|如下$/.test(text)) return null
  const complete = kinds.test(text)
  const phrase = profile.titles.some((title) => text.replace(/ /g, '').includes(title))
  const marked = kind === 'heading' && block.shape.depth === 1
  if (!complete && !phrase && !marked) return null
  const issuer = issuerIn(text)
  return {
    place: { block, from: 0, to },
    issuer: issuer && { block, ...issuer },
    complete,
    year: yearIn(text) !== null,
    phrase: phrase || marked,
  }
}

/** What ends the issuer's name in a title. */
const subject =
  /关于|(?:(?:19|20)\d\d|[二〇○零一三四五六七八九]{4}) ?年|法治政府|推进法治|依法行政|法治建设|法治|(?:人民)?政府工作|年度|工作(?!委员会)|情况|开展|贯彻|落实/

/** Where a title names its issuer: `青石镇人民政府2024年度…`, `2024年度青石镇…`, `青石镇关于…`. Folded text. */
export function issuerIn(title: string): { from: number; to: number } | null {
  const lead = /^[《 ]*(?:(?:(?:19|20)\d\d|[二〇○零一三四五六七八九]{4}) ?年(?:度)? ?)?/.exec(title)
  const from = lead?.[0].length ?? 0
  const next = subject.exec(title.slice(from))
  if (!next || next.index < 2) return null
  let to = from + next.index
  while (to > from && title.charAt(to - 1) === ' ') to--
  const name = title.slice(from, to)
  return isOrgan(name) || levelOf(name) !== null ? { from, to } : null
}

const titleYears = /(?<![\d—~-])((?:19|20)\d\d)(?: ?年度?)(?![—~-])/g
const hanYears = /([二一][〇○零一二三四五六七八九]{3})年/

/** The year that a title names outside 《》 and brackets, with its place; null if it names none. Folded text. */
export function yearIn(title: string): { year: number; from: number; to: number } | null {
  const open = title.replace(/《[^》]*》|\([^)]*\)/g, (inner) => ' '.repeat(inner.length))
  for (const match of matchesIn(open, titleYears)) {
    const behind = open.slice(0, match.index)
    if (/\d ?[—~至-] ?$/.test(behind)) continue
    return { year: Number(match[1]), from: match.index, to: match.index + match[0].length }
  }
  const han = hanYears.exec(open)
  if (!han) return null
  const digits = [...(han[1] as string)].map((digit) => Math.max(0, '一二三四五六七八九'.indexOf(digit) + 1))
  return { year: Number(digits.join('')), from: han.index, to: han.index + han[0].length }
}
