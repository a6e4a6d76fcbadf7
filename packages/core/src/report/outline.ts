import { type Block, type BlockRange, perShape, perStretch } from '../text/block.ts'
import { placesWith } from '../text/blocks-with.ts'
import { mayBeBare } from './bare-heading.ts'
import { headingOf, type LocalHeading } from './heading.ts'
import type { Label, LabelStyle, Role, Section } from './report.ts'

/** A block that was accepted as a heading, before its level is known. */
export interface Heading {
  readonly block: Block
  readonly label: Label | null
  readonly depth: number
  readonly runIn: boolean
  readonly title: BlockRange
  /** Offset in the block behind the title, where a run-in heading's text begins. */
  readonly rest: number
  /** An unnumbered heading inside the section before it: it names a part that the section's heading names too. */
  readonly inner?: boolean
  /** The role of a paragraph that holds a part without a heading. */
  readonly lead?: Role
}

/** A section in the making: what the outline alone tells; its role comes later. */
export type SectionDraft = { -readonly [Key in keyof Section]: Section[Key] } & {
  readonly lead: Role | null
}

const styleOrder: Readonly<Record<LabelStyle, number>> = {
  chapter: 10,
  section: 14,
  'han-comma': 20,
  'han-bracket': 30,
  'arabic-dot': 40,
  'arabic-bracket': 50,
  circled: 60,
  'inline-is': 70,
  'inline-ordinal': 70,
}

/** An unnumbered heading inside another section comes between its level and the next. */
const innerStep = 4

/** Which unnumbered paragraphs are headings all the same. */
export interface BareHeadings {
  /** The heading that an unnumbered paragraph is, or null. `outer` is the last numbered or Markdown heading before it. */
  readonly of: (block: Block, next: Block | undefined, outer: Heading | null) => Heading | null
}

/**
 * The headings among the blocks `from`…`to`: Markdown headings, numbered paragraphs that read as headings, numbered
 * paragraphs whose sisters do, and the unnumbered ones that `bareHeadings` knows.
 */
export function findHeadings(
  blocks: readonly Block[],
  from: number,
  to: number,
  bareHeadings: BareHeadings,
): Heading[] {
  const found: Heading[] = []
  /** Which of them are headings whatever their sisters are. */
  const sure: boolean[] = []
  let outer: Heading | null = null
  for (const at of placesWith(blocks, mayBeHeading)) {
    if (at < from) continue
    if (at >= to) break
    const block = blocks[at] as Block
    const local = headingOf(block.shape)
    if (local) {
      const heading = headingAt(block, local)
      const high = isHigh(local)
      if (local.depth > 0 || high) outer = heading
      found.push(heading)
      sure.push(high || local.form !== 'numbered')
    } else {
      const bareHeading = bareHeadings.of(block, blocks[at + 1], outer)
      if (!bareHeading) continue
      found.push(bareHeading)
      sure.push(true)
    }
  }
  return acceptRuns(found, sure)
}

/** Whether the block is a heading by its own words, or is one where its neighbours and the profile say so. */
export const mayBeHeading = perShape((shape) => headingOf(shape) !== null || mayBeBare(shape))

function isHigh(local: LocalHeading): boolean {
  const style = local.label?.style
  return style === 'chapter' || style === 'section' || style === 'han-comma' || style === 'han-bracket'
}

/** The block as the heading that it is by its own words. */
export function headingAt(block: Block, local: LocalHeading): Heading {
  const { label } = local
  return {
    block,
    label: label && {
      style: label.style,
      number: label.number,
      place: { block, from: label.from, to: label.to },
    },
    depth: local.depth,
    runIn: local.rest < block.shape.folded.length,
    title: { block, from: local.from, to: local.to },
    rest: local.rest,
  }
}

/** Headings of one numbering, by their positions, and how many of them are surely headings. */
interface Run {
  readonly order: number
  readonly members: number[]
  sure: number
}

/**
 * Numbered paragraphs with a long first sentence count as headings only if at least half of their run do. A run is what
 * stands in one numbering: the same style, up to a heading of an outer style.
 */
function acceptRuns(found: readonly Heading[], sure: readonly boolean[]): Heading[] {
  const accepted = sure.slice()
  let open: Run[] = []
  const close = (order: number): void => {
    if (!open.some((run) => run.order >= order)) return
    for (const run of open) {
      if (run.order < order) continue
      const isRun = run.sure * 2 >= run.members.length
      for (const member of run.members)
        accepted[member] = isRun || (accepted[member] === true && !isListEntry(found[member] as Heading))
    }
    open = open.filter((run) => run.order < order)
  }
  for (let nth = 0; nth < found.length; nth++) {
    const { label } = found[nth] as Heading
    if (!label) {
      close(0)
      continue
    }
    const order = styleOrder[label.style]
    close(order + 1)
    let run = label.number > 1 ? open.find((one) => one.order === order) : undefined
    if (!run) {
      close(order)
      run = { order, members: [], sure: 0 }
      open.push(run)
    }
    run.members.push(nth)
    if (sure[nth]) run.sure++
  }
  close(0)
  return found.filter((_, nth) => accepted[nth])
}

/** Whether the heading is a whole sentence under 1. or lower: among longer ones it is an entry of their list. */
function isListEntry({ block, label, depth, runIn }: Heading): boolean {
  return (
    depth === 0 &&
    !runIn &&
    label !== null &&
    styleOrder[label.style] >= lowest &&
    /[。;!?]$/.test(block.shape.folded)
  )
}

const lowest = styleOrder['arabic-dot']

/**
 * Nests headings into sections. The level is the rank of the heading's style among the styles that the draft uses, so a
 * style that is skipped somewhere does not shift the others. `to` is behind the last block of the body.
 */
export function nestSections(
  headings: readonly Heading[],
  blocks: readonly Block[],
  to: number,
): SectionDraft[] {
  const orders = ordersOf(headings)
  const ranks = [...new Set(orders)].sort((a, b) => a - b)
  const rankOf = new Map(ranks.map((order, nth) => [order, nth + 1]))
  const sections: SectionDraft[] = []
  const stack: SectionDraft[] = []
  const children: number[][] = []
  for (let index = 0; index < headings.length; index++) {
    const heading = headings[index] as Heading
    const level = rankOf.get(orders[index] as number) as number
    const from = heading.block.index
    while (stack.length > 0 && (stack.at(-1) as SectionDraft).level >= level) {
      ;(stack.pop() as SectionDraft).to = from
    }
    const parent = stack.at(-1)?.index ?? -1
    if (parent >= 0) (children[parent] as number[]).push(index)
    const own: number[] = []
    children.push(own)
    const section: SectionDraft = {
      index,
      level,
      label: heading.label,
      title: titleText(heading.title),
      titlePlace: heading.title,
      runIn: heading.runIn,
      body: bodyOf(heading, headings[index + 1], blocks, to),
      from,
      to,
      parent,
      children: own,
      lead: heading.lead ?? null,
      role: null,
    }
    sections.push(section)
    stack.push(section)
  }
  return sections
}

/** A title as text. */
export const titleText = perStretch(({ text }, from, to) => text.slice(from, to).trim())

/** A section's own text: the rest of a run-in heading, then the blocks up to the next heading. */
export function bodyOf(
  heading: Heading,
  next: Heading | undefined,
  blocks: readonly Block[],
  to: number,
): BlockRange[] {
  const body: BlockRange[] = []
  const { block } = heading
  const { text } = block.shape
  if (heading.runIn) {
    let from = heading.rest
    while (from < text.length && /\s/.test(text.charAt(from))) from++
    if (from < text.length) body.push({ block, from, to: text.length })
  }
  const end = Math.min(next?.block.index ?? to, to)
  for (let at = block.index + 1; at < end; at++) {
    const own = blocks[at] as Block
    body.push({ block: own, from: 0, to: own.shape.text.length })
  }
  return body
}

/**
 * A number for each heading by which outer styles come before inner ones. Labels have the official order. A Markdown
 * depth takes the order of the labels at that depth; without any it stands between its neighbours, or, when the draft
 * uses labels only in paragraphs, outside or inside of them by which comes first.
 */
function ordersOf(headings: readonly Heading[]): number[] {
  const depths = depthOrders(headings)
  const known = headings.map((heading) => {
    if (heading.label) return styleOrder[heading.label.style]
    return heading.depth > 0 ? (depths.get(heading.depth) as number) : null
  })
  let outermost = Number.POSITIVE_INFINITY
  for (const order of known) if (order !== null && order < outermost) outermost = order
  const isBareFirst = known.indexOf(null) < known.indexOf(outermost)
  const unnumbered = !Number.isFinite(outermost)
    ? styleOrder['han-comma']
    : isBareFirst
      ? outermost - 5
      : outermost
  return known.map((order, nth) => order ?? unnumbered + (headings[nth]?.inner ? innerStep : 0))
}

function depthOrders(headings: readonly Heading[]): Map<number, number> {
  const orders = new Map<number, number>()
  const used = [...new Set(headings.map((heading) => heading.depth))].filter((depth) => depth > 0).sort()
  for (const depth of used) {
    const counts = new Map<number, number>()
    for (const heading of headings) {
      if (heading.depth !== depth || !heading.label) continue
      const order = styleOrder[heading.label.style]
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    const common = [...counts].sort((a, b) => b[1] - a[1])[0]
    if (common) orders.set(depth, common[0])
  }
  for (const depth of used) {
    if (orders.has(depth)) continue
    const shallower = [...orders].filter(([known]) => known < depth).map(([, order]) => order)
    const deeper = [...orders].filter(([known]) => known > depth).map(([, order]) => order)
    if (shallower.length > 0) orders.set(depth, Math.max(...shallower) + 1)
    else if (deeper.length > 0) orders.set(depth, Math.min(...deeper) - 5)
    else orders.set(depth, firstOrder(headings, depth))
  }
  return orders
}

/** The order of the shallowest Markdown depth when no Markdown heading is numbered. */
function firstOrder(headings: readonly Heading[], depth: number): number {
  let outer = 0
  for (const heading of headings) {
    if (heading.depth === depth) break
    if (heading.label) outer = Math.max(outer, styleOrder[heading.label.style] + 1)
  }
  return outer === 0 ? 5 : outer
}
