import {
  halvesCount,
  type MissedWording,
  nearMissFinder,
  shortestWording,
} from '../../prose/near-miss-finder.ts'
import { pairTable, passNotes, passOver, repeatsIn, unitsIn } from '../../prose/pair-table.ts'
import type { DataKinds } from '../../ruleset/data.ts'
import { entriesOf } from '../../ruleset/data.ts'
import { type BlockShape, isProse, perShape } from '../../text/block.ts'
import type { FormulaGroup } from './entries.ts'
import { glyphUnits } from './glyph-units.ts'
import { type Lexicon, lexicons } from './lexicon.ts'
import { type FindHits, type Hits, indexOf, noHits } from './term-index.ts'

/** What one pass over a block's text finds for all rules that look for wordings, glyphs or words said twice. */
export interface TextScan {
  /** The hits of all lexicons. */
  readonly hits: Hits
  /** The near misses of the formulas. */
  readonly missed: readonly MissedWording[]
  /** Where something may stand twice in a row, from left to right. */
  readonly repeats: readonly number[]
  /** Where glyphs may stand that do not belong there. */
  readonly glyphs: readonly number[]
}

/** A fixed wording and the slips that are looked for. */
export interface Formula {
  readonly formula: string
  readonly slips: FormulaGroup['slips']
}

/** The scan of blocks for the data of a ruleset, and what the near misses are numbered by. */
interface Scanner {
  readonly scan: (shape: BlockShape) => TextScan
  readonly formulas: readonly Formula[]
  hitFinder(lexicon: Lexicon<unknown>): FindHits<unknown>
}

const scanners = new WeakMap<DataKinds, Scanner>()

/** The scanner for a ruleset's data; what it finds is kept with the shapes. It is made when first asked for. */
export function textScanner(data: DataKinds): Scanner {
  let scanner = scanners.get(data)
  if (!scanner) {
    scanner = scannerOf(data)
    scanners.set(data, scanner)
  }
  return scanner
}

/** The finder of a lexicon's hits. */
export function hitFinder<Entry>(data: DataKinds, lexicon: Lexicon<Entry>): FindHits<Entry> {
  return textScanner(data).hitFinder(lexicon) as FindHits<Entry>
}

const none: readonly number[] = []
const nothing: TextScan = { hits: noHits, missed: [], repeats: none, glyphs: none }

function scannerOf(data: DataKinds): Scanner {
  const formulas: Formula[] = []
  for (const { formulas: wordings, slips } of entriesOf<FormulaGroup>(data, 'formulas'))
    for (const formula of wordings) if (formula.length >= shortestWording) formulas.push({ formula, slips })
  const wordings = formulas.map(({ formula }) => formula)
  const index = indexOf(
    lexicons.map((lexicon) => ({ key: lexicon, terms: (add) => lexicon.terms(data, add) })),
  )
  const table = pairTable(index.links + halvesCount(wordings), glyphUnits(data))
  const hitsAmong = index.matcher(table)
  const { findNoted } = nearMissFinder(wordings, table)
  const notes = passNotes()

  const scan = perShape((shape): TextScan => {
    if (!isProse(shape)) return nothing
    const { folded } = shape
    passOver(folded, table, notes)
    const { beginningCount, otherCount } = notes
    if (beginningCount + otherCount === 0) return nothing
    return {
      hits: hitsAmong(folded, notes),
      missed: findNoted(folded, notes),
      repeats: otherCount === 0 ? none : repeatsIn(folded, notes),
      glyphs: otherCount === 0 ? none : unitsIn(notes),
    }
  })
  return { scan, formulas, hitFinder: (lexicon) => index.finder(lexicon, (shape) => scan(shape).hits) }
}
