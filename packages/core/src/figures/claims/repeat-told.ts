import type { Prose } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'

/** A printed number at its place in the draft. */
export interface PrintedAt {
  readonly figure: LocalFigure
  readonly prose: Prose
  /** Position of its passage among those of the draft. */
  readonly at: number
}

/** Words of time, scope and manner that do not change what is counted. */
export const plain =
  /截至?(?:20\d\d年)?\d{0,2}月?[底末]|全年|今年|本年度?|年内|当年|[一二三四五六七八九十]年来|20\d\d年度?|年底|目前|以来|其中|(?:提高|提升|上升|增长|增加|下降|降低|扩大|发展|增|降)(?=[到至为])|我|各[类项种级]|全部|所有|累计|共计?|一共|总计|已经?|先后|依法|统计|达到|到|至|达|为|是|约|近|了|的|有|实现|在|中|[\s、,:()\d.%]/g
/** What speaks of a mean, a change, an aim, another time: both must be told so, or neither. */
export const apart =
  /每[^,。;、]|[人户月日季]均|分别|新增|同比|环比|[比较](?![例重率])|最|第|目标|计划|半年|季度|[\d一二三四五六七八九十]月|上年|去年|前年|其余|剩余|另|部分|净?增|增长|提高|下降|提升|减少|占|直接|仅/g

/** The words around a number that say what is counted, and what was done with it. */
export function toldOf({ figure, prose }: PrintedAt): string {
  const { text, scanned } = prose
  const from = (clause: number): number => Math.max(scanned.clauses[clause] ?? 0, figure.from - longest)
  const behind = text.slice(figure.to, Math.min(figure.tailTo, figure.to + longest))
  const own = `${text.slice(from(figure.clause), figure.from)}${behind}`
  // 装机规模持续扩大，达到16.2万千瓦: a clause without a name speaks of what the one before names.
  return stripped(own).length < 2 && figure.clause > 0
    ? `${text.slice(from(figure.clause - 1), figure.from)}${behind}`
    : own
}

/** The told words without those that do not change what is counted. */
export function stripped(told: string): string {
  return told.replace(ofAll, '').replace(plain, '').replace(apart, '')
}

const ofAll = /[全我本][国省市州县区镇乡村]/g

/** How many characters of a clause are looked at. */
const longest = 40
