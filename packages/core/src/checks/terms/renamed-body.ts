import type { Analysis } from '../../analysis.ts'
import { type Block, type BlockShape, perShape } from '../../text/block.ts'
import { blocksWith } from '../../text/blocks-with.ts'
import { placeCheck } from '../check.ts'
import { lastDayOf, monthsAfter, monthText } from './day.ts'
import { draftTimes, timesAndLayout } from './draft-times.ts'
import type { BodyEntry } from './entries.ts'
import { bodyLexicon } from './lexicon.ts'
import { insideTitle, sentenceHas, sentenceYears, textBefore } from './passage.ts'
import type { TermHit } from './term-index.ts'
import { hitFinder } from './text-scan.ts'

/** Parameters of `renamed-body`: months that places are given to follow a reform, and words of a sentence about the change. */
export interface RenamedBodyParameters {
  readonly grace: number
  readonly unless: readonly string[]
}

const former = /(?:原|前|旧|时任|原来的?|撤销|撤并|国家)$/

/** Reports names of bodies that had been renamed or abolished before the year of the report, once a body. */
export const renamedBody = placeCheck<RenamedBodyParameters, TermHit<BodyEntry>>(
  'renamed-body',
  0,
  (_parameters, { data }) => hitFinder(data, bodyLexicon),
  (analysis, { grace, unless }, report, places) => {
    if (places.length === 0) return
    const { year, earliest, said } = draftTimes(analysis)
    const start = year === null ? earliest : `${year}-01-01`
    if (start === null) return
    const own = ownNames(analysis)
    const tellsOfNew = tellerOfNew(analysis)
    for (const { block, found } of places) {
      const { shape } = block
      for (const { from, to, entry } of found) {
        // An issuer that bears the new name, or a draft that tells how the new body was set up: its place has followed.
        const hasFollowed = (): boolean => year !== null && (own.includes(entry.new) || tellsOfNew(entry))
        const isPast = (months: number): boolean => lastDayOf(monthsAfter(entry.since, months)) <= start
        if (!isPast(0) || (!isPast(entry.grace ?? grace) && !hasFollowed())) continue
        const text = shape.text.slice(from, to)
        if (own.includes(text) || insideTitle(shape, from, to)) continue
        if (former.test(textBefore(shape, from, 6).replace(/[省市县区镇]$/, ''))) continue
        if (sentenceHas(shape, from, unless) || namesEarlierYear(entry, shape, from, to)) continue
        report({
          at: { block, from, to },
          key: entry.old,
          data: { text, since: monthText(entry.since), new: entry.new, said },
        })
      }
    }
  },
  (analysis) => [
    ...timesAndLayout(analysis),
    ownNames(analysis),
    blocksWith(analysis.report.blocks, tellsOfBeginning),
  ],
)

/** What the draft calls its own issuer: it knows its own name best. */
function ownNames({ report: { metadata } }: Analysis): string {
  return `${metadata.titleText ?? ''} ${metadata.issuer?.name ?? ''} ${metadata.signatures.map(({ name }) => name).join(' ')}`
}

/** Asks whether the draft itself says that the new body was set up: 2019年2月，云岭县应急管理局挂牌成立. */
function tellerOfNew({ report }: Analysis): (entry: BodyEntry) => boolean {
  const told = new Map<string, boolean>()
  let blocks: readonly Block[] | undefined
  return ({ new: name }) => {
    let known = told.get(name)
    if (known === undefined) {
      blocks ??= blocksWith(report.blocks, tellsOfBeginning)
      known = blocks.some(({ shape }) => tellsThatItBegan(shape, name))
      told.set(name, known)
    }
    return known
  }
}

const tellsOfBeginning = perShape(({ folded }) => /挂牌|组建|成立/.test(folded))

function tellsThatItBegan({ folded }: BlockShape, name: string): boolean {
  const at = folded.indexOf(name)
  return (
    at !== -1 &&
    /^(?:已|正式|于)?[^,。;]{0,6}(?:挂牌|组建|成立)/.test(folded.slice(at + name.length, at + 24))
  )
}

function namesEarlierYear(entry: BodyEntry, shape: BlockShape, from: number, to: number): boolean {
  const changed = Number(entry.since.slice(0, 4))
  return sentenceYears(shape, from, to).some((year) => year <= changed)
}
