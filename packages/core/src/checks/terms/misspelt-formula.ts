import { type MissedWording, shortestWording } from '../../prose/near-miss-finder.ts'
import type { Stretch } from '../../prose/term-context.ts'
import type { NearMiss } from '../../prose/term-near-miss.ts'
import { titleAround, titlesOf } from '../../prose/term-titles.ts'
import { type DataKinds, entriesOf } from '../../ruleset/data.ts'
import { type BlockShape, sourceRange } from '../../text/block.ts'
import { placeCheck } from '../check.ts'
import { misnamedLaw } from '../citations/law-titles.ts'
import { replacementOf } from '../shared/replacement.ts'
import { isHan } from '../shared/scan.ts'
import type { FormulaGroup } from './entries.ts'
import { glyphFinder } from './glyph-table.ts'
import { confusionLexicon } from './lexicon.ts'
import { type LooksAlike, looksAlike } from './look-alikes.ts'
import { type Formula, hitFinder, textScanner } from './text-scan.ts'

/** Parameters of `misspelt-formula`: none; the wordings come from `data/formulas`. */
export type MisspeltFormulaParameters = Readonly<Record<string, never>>

/** A near miss together with the wording that was meant. */
interface Misspelling extends NearMiss {
  readonly formula: string
}

/** From this length on any other character in the middle is a slip; shorter wordings need one that sounds or looks alike. */
const longFormula = 9
/** Characters that must be right on either side of such a slip. */
const anchor = 3
/** From this length on a lost, or a doubled, character leaves enough evidence. */
const lostFrom = 6
const doubledFrom = 5
/** Behind these words a new phrase begins, so that a wording's lonely first character belongs to it: 加强|法政府建设. */
const leads = [
  '加强',
  '推进',
  '推动',
  '深化',
  '落实',
  '开展',
  '规范',
  '完善',
  '健全',
  '全面',
  '提升',
  '强化',
  '建立',
  '实施',
  '做好',
  '抓好',
  '的',
  '和',
  '与',
  '及',
  '对',
  '在',
  '将',
  '把',
]
/** Words for “and”, one as good as the other. */
const joins = new Set([...'和与及同'])
/** Before these characters a phrase has ended. */
const ends = new Set([...'的和与及等是为中以、，。；：,.;:）)”》'])

/** Reports near misses of fixed formulas and names, once a slip. */
export const misspeltFormula = placeCheck<MisspeltFormulaParameters, Misspelling>(
  'misspelt-formula',
  0,
  (_parameters, { data }) => searcher(data),
  ({ ruleset: { data } }, _parameters, report, places) => {
    if (places.length === 0) return
    const glyphs = glyphFinder(data)
    for (const { block, found } of places) {
      const { shape } = block
      for (const miss of found) {
        const { from, to, slip, formula } = miss
        if (isToldElsewhere(data, shape, miss, glyphs)) continue
        const at = sourceRange(block, from, to)
        const text = shape.text.slice(from, to)
        report({
          at,
          key: `${text} ${formula}`,
          data: { text, formula },
          ...(slip === 'split' ? { variant: 'split' } : {}),
          fixes: replacementOf(block, from, to, formula),
        })
      }
    }
  },
)

/** Whether another rule tells of the same slip: a word mixed up, a variant glyph, a law's title. */
function isToldElsewhere(
  data: DataKinds,
  shape: BlockShape,
  miss: Misspelling,
  glyphs: (shape: BlockShape) => readonly { readonly at: number }[],
): boolean {
  if (hitFinder(data, confusionLexicon)(shape).some((hit) => overlap(hit, miss))) return true
  if (glyphs(shape).some(({ at }) => at >= miss.from && at < miss.to)) return true
  const title = titleAround(titlesOf(shape), miss.from, miss.to)
  return title !== null && misnamedLaw(data, shape.folded, title.from, title.to) !== null
}

const none: readonly Misspelling[] = []

/**
 * The search for the wordings of a ruleset's data.
 * @throws RangeError for a wording that is too short to have near misses.
 */
function searcher(data: DataKinds): (shape: BlockShape) => readonly Misspelling[] {
  const right = new Set<string>()
  for (const group of entriesOf<FormulaGroup>(data, 'formulas')) {
    for (const wording of [...group.formulas, ...(group.legitimate ?? [])]) right.add(wording)
    for (const wording of group.formulas)
      if (wording.length < shortestWording)
        throw new RangeError(`the wording "${wording}" needs at least four characters`)
  }
  const { scan, formulas } = textScanner(data)
  const alike = looksAlike(data)
  return (shape) => {
    const { missed } = scan(shape)
    return missed.length === 0 ? none : misspellingsOf(shape, missed, formulas, right, alike)
  }
}

/** Those of the near misses that are slips of the keyboard; of those that overlap, the longest wording's. */
function misspellingsOf(
  { folded }: BlockShape,
  missed: readonly MissedWording[],
  formulas: readonly Formula[],
  right: ReadonlySet<string>,
  alike: LooksAlike,
): readonly Misspelling[] {
  let found: Misspelling[] | null = null
  for (const { wording, miss } of missed) {
    const { formula, slips } = formulas[wording] as Formula
    if (!slips.includes(miss.slip) || !isSlip(folded, miss, formula, alike)) continue
    if (right.has(folded.slice(miss.from, miss.to))) continue
    if (miss.slip === 'lost' && isExplained(folded, miss, right)) continue
    found ??= []
    found.push({ ...miss, formula })
  }
  return found === null ? none : longestOf(found, folded.length)
}

/** Of near misses that overlap the longest wording's, by their places in a text of that length. */
function longestOf(found: Misspelling[], length: number): readonly Misspelling[] {
  found.sort((a, b) => b.formula.length - a.formula.length || a.from - b.from)
  const taken: Misspelling[] = []
  // Characters that a longer wording has taken: asking them keeps a block full of slips linear.
  const covered = new Uint8Array(found.length > 1 ? length : 0)
  for (const miss of found) {
    if (covered.subarray(miss.from, miss.to).includes(1)) continue
    covered.fill(1, miss.from, miss.to)
    taken.push(miss)
  }
  return taken.sort((a, b) => a.from - b.from)
}

/** Whether the stretch is another wording, exact, with at most two characters of its surroundings: 推|行|执法全过程记录制度. */
function isExplained(folded: string, { from, to }: Stretch, right: ReadonlySet<string>): boolean {
  for (let start = from; start <= from + 2; start++)
    for (let end = to - 2; end <= to + 2; end++) if (right.has(folded.slice(start, end))) return true
  return false
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to
}

/** Whether the difference is a slip of the keyboard and not another word. */
function isSlip(folded: string, miss: NearMiss, formula: string, alike: LooksAlike): boolean {
  const { slip, from, index } = miss
  const meant = formula[index] as string
  if (slip === 'split') return true
  if (!isHan(meant.charCodeAt(0))) return false
  if (slip === 'swapped') return isHan(formula.charCodeAt(index + 1))
  if (slip === 'doubled') return formula.length >= doubledFrom
  if (slip === 'lost') return formula.length >= lostFrom && standsAlone(folded, miss, formula)
  const written = folded[from + index] as string
  if (!isHan(written.charCodeAt(0)) || (joins.has(written) && joins.has(meant))) return false
  if (alike(written, meant)) return true
  return formula.length >= longFormula && index >= anchor && formula.length - 1 - index >= anchor
}

/** Whether a single character left on one side of a lost one belongs to the wording, and not to the word before or behind. */
function standsAlone(folded: string, { from, to, index }: NearMiss, formula: string): boolean {
  if (index === 1) {
    const before = folded.slice(Math.max(0, from - 2), from)
    if (
      before !== '' &&
      isHan(before.charCodeAt(before.length - 1)) &&
      !leads.some((lead) => before.endsWith(lead))
    )
      return false
  }
  return index < formula.length - 2 || to === folded.length || ends.has(folded[to] as string)
}
