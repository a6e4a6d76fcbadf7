import type { BlockShape } from '../../text/block.ts'
import type { Enumeration } from './enumerations.ts'
import type { Slot, SlottedBlock } from './slots.ts'

const numerals = '一二三四五六七八九十'

/** The value of a numeral from 一 to 十九; 0 for anything else. */
export function smallNumeral(text: string): number {
  if (text.length === 1) return numerals.indexOf(text) + 1
  if (text.length === 2 && text[0] === '十') return 10 + numerals.indexOf(text[1] as string) + 1
  return 0
}

/** 一是, 一要, 第一, （一）, (1), 1. or ① in front of a point, behind a mark. */
const point =
  /(?:^|[,;:。!?\n])\s*(?:([一二三四五六七八九十]{1,2})(?:是|要|抓|,)|第([一二三四五六七八九十]{1,2})[,、:]|\(([一二三四五六七八九十]{1,2})\)|\((\d{1,2})\)|(\d{1,2})[.、](?!\d)|([①-⑳]))/g

/** Which kind of number the point has, and its value. */
function readPoint(found: RegExpMatchArray): { style: number; number: number } {
  const style = found.slice(1).findIndex((group) => group !== undefined)
  const text = found[style + 1] as string
  if (style <= 2) return { style, number: smallNumeral(text) }
  return { style, number: style === 5 ? text.charCodeAt(0) - 0x2460 + 1 : Number(text) }
}

/** Nouns and measure words that count points of a text rather than things in the world. */
export const pointNouns =
  /^(?:大)?(?:个)?(?:方面|点|条|主要|重点|突出|工作|任务|措施|举措|做法|问题|不足|短板|特点|原因|环节|关键|突破|体系|经验|建议|要求|亮点|成效|弱项|差距|困难|目标|原则|抓手|转变|提升)/
export const pointUnits = new Set(['点', '条', '方面', '大', '项', '个', '类'])

/** 三件实事, 五件事, 四步, 三道关: deeds that are told one by one. */
const deeds =
  /^(?:件.{0,3}事|招|步(?!行)|策$|道(?:难题|关|防线)|本[账帐]|张网|把(?:尺|锁|火|刀)|块(?:短板|硬骨头)|场(?:硬仗|攻坚))/

/** 上述两个问题: the points were told before. */
const looksBack = /(?:上述|以上|这|前述|该)$/

/** 主要做法有四条：一是…；二是…: the points that follow a count in its block, behind that mark. */
export function pointsBehind(
  { masked, text, slots }: SlottedBlock,
  at: number,
  mark: string,
): Enumeration | null {
  if (mark !== ':' && mark !== '。' && mark !== ',') return null
  const { figure, tail, label } = slots[at] as Slot
  const unit = figure.unit.name
  if (!(pointUnits.has(unit) || ('件招步策道本张把块场'.includes(unit[0] ?? '-') && deeds.test(unit + tail))))
    return null
  const behind = text.slice(figure.to, figure.to + 24)
  const introduced = /^([^,;:。!?()]{0,12})([:。,])\s*(?=[一第(1①])/.exec(behind)
  if (!introduced || looksBack.test(label)) return null
  if ((slots[at + 1]?.figure.from ?? masked.length) < figure.to + introduced[0].length) return null
  const abstract = figure.unit.name === '点' || figure.unit.name === '方面' || pointNouns.test(tail)
  const bare = tail.trim() === '' && figure.unit.name === '条'
  if (introduced[2] !== ':' && !(abstract || bare)) return null
  if (introduced[2] === ',' && !abstract) return null
  const from = figure.to + introduced[0].length - 1
  const count = countPoints(text.slice(from))
  if (count < 2) return null
  return {
    least: count,
    most: count,
    open: false,
    from: from + 1,
    to: masked.length,
    kind: 'points',
    certainty: 'certain',
  }
}

/** How many points of one style, numbered from one without a gap, the text holds; 0 if it does not begin with the first. */
function countPoints(text: string): number {
  let style = -1
  let expected = 1
  point.lastIndex = 0
  for (let found = point.exec(text); found !== null; found = point.exec(text)) {
    const read = readPoint(found)
    if (style === -1) {
      if (read.number !== 1 || found.index > 1) return 0
      style = read.style
    }
    if (read.style !== style) continue
    if (read.number === 1 && expected > 1) break
    if (read.number !== expected) return 0
    expected++
  }
  return expected - 1
}

/** How the points of a list of paragraphs are numbered; `bullet` is not numbered at all. */
export type ListStyle =
  | 'inline'
  | 'ordinal'
  | 'han-comma'
  | 'han-bracket'
  | 'arabic'
  | 'arabic-bracket'
  | 'circled'
  | 'marker'
  | 'bullet'

const starts: readonly (readonly [ListStyle, RegExp])[] = [
  ['han-comma', /^\s*([一二三四五六七八九十]{1,2})、/],
  ['inline', /^\s*([一二三四五六七八九十]{1,2})(?:是|要|抓)/],
  ['ordinal', /^\s*第([一二三四五六七八九十]{1,2})[,、:]/],
  ['han-bracket', /^\s*\(([一二三四五六七八九十]{1,2})\)/],
  ['arabic', /^\s*(\d{1,2})[.、．](?!\d)/],
  ['arabic-bracket', /^\s*\((\d{1,2})\)/],
  ['circled', /^\s*([①-⑳])/],
]

/** The number in front of a paragraph (0 for a bullet) and its style; null if it has none. */
export function paragraphPoint(
  shape: BlockShape,
): { readonly style: ListStyle; readonly number: number } | null {
  for (const [style, expression] of starts) {
    const found = expression.exec(shape.folded)
    if (!found) continue
    const text = found[1] as string
    if (style === 'circled') return { style, number: text.charCodeAt(0) - 0x2460 + 1 }
    return { style, number: style.startsWith('arabic') ? Number(text) : smallNumeral(text) }
  }
  if (shape.kind !== 'list-item') return null
  const ordered = /^\d+/.exec(shape.marker)
  return ordered ? { style: 'marker', number: Number(ordered[0]) } : { style: 'bullet', number: 0 }
}
