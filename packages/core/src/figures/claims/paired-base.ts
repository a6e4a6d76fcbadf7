import { partOf } from './count-part.ts'
import { type Count, clashes, divisible, inOnePassage } from './counts.ts'
import { type Certainty, likely, sure } from './operands.ts'
import { distanceBetween, isIts, type SoughtRate } from './sought-rate.ts'
import { isElsewhere, kinshipOf } from './topic.ts'

/** The base of a part, and how surely it is that. */
export interface FoundBase {
  readonly base: Count
  readonly kind: 'whole' | 'base' | null
  readonly certainty: () => Certainty
}

/** The base of a part: by its own words, or by grammar (其中, 中), or by the words of the rate's data. */
export function baseOf(sought: SoughtRate, part: Count): FoundBase | null {
  const whole = baseByWords(sought, part, 'whole')
  if (whole) return whole
  const enclosing = wholeOf(sought, part)
  const base = baseByWords(sought, part, 'base')
  if (enclosing) {
    const nearer =
      base &&
      (base.base === enclosing || distanceBetween(enclosing, part) >= distanceBetween(base.base, part))
    return nearer ? base : { base: enclosing, kind: kindOf(sought, enclosing), certainty: sure }
  }
  return base ?? baseByPlace(sought, part)
}

function kindOf({ known, ofSuccess }: SoughtRate, count: Count): FoundBase['kind'] {
  const part = partOf(count, known, ofSuccess)
  return part === 'whole' || part === 'base' ? part : null
}

/** The nearest count that the data call the base, or surely the base, and that may be the one of this part. */
function baseByWords(sought: SoughtRate, part: Count, kind: 'whole' | 'base'): FoundBase | null {
  for (const base of sought.nearest) {
    if (base.at === part.at || !divisible(base.figure, part.figure) || clashes(base.figure, part.figure))
      continue
    // The part before the rate and its base behind it: the words of another sentence part.
    if (part.at < sought.rate.index && base.at > sought.rate.index) continue
    if (!isIts(sought, kind, base)) continue
    const certainty = certaintyOf(sought, part, base, kind)
    if (certainty) return { base, kind, certainty }
  }
  return null
}

/** How sure it is that the part is one of that base; null if it is not, or may well not be. */
function certaintyOf(
  { topic, known }: SoughtRate,
  part: Count,
  base: Count,
  kind: 'whole' | 'base',
): FoundBase['certainty'] | null {
  if (isElsewhere(topic, part, base, kind === 'whole')) return null
  const away = distanceBetween(base, part)
  const alike = known.alike && kind === 'base'
  if (away === 0 && !alike) return () => (kinshipOf(topic, part, base) === 'other' ? 'likely' : 'sure')
  const kinship = kinshipOf(topic, part, base)
  if (kinship === 'same') return away <= 1 ? sure : likely
  return kinship === 'unsaid' && away === 1 && !alike ? likely : null
}

/** The count of which the part is told as 其中, or which stands before it with 中: its whole by grammar. */
function wholeOf(sought: SoughtRate, part: Count): Count | undefined {
  const { counts, known, ofSuccess } = sought
  const { text } = part.prose
  for (let nth = counts.length - 1; nth >= 0; nth--) {
    const count = counts[nth] as Count
    if (!inOnePassage(count, part) || count.at >= part.at) continue
    if (!divisible(count.figure, part.figure) || part.figure.sentence - count.figure.sentence > 1) continue
    if (part.figure.from - count.figure.to > longestBetween) continue
    const between = text.slice(count.figure.to, part.figure.from)
    // 127件调解案件中，制作调解书82件。…共37件: 中 encloses its own sentence.
    const isEnclosed = part.figure.sentence === count.figure.sentence && enclosing.test(between)
    if (!isEnclosed && !/其中[^。;]*$/.test(between)) continue
    if (known.sample && between.includes('其中')) continue
    const told = partOf(count, known, ofSuccess)
    if (told === null || told === 'base' || told === 'whole') return count
  }
  return undefined
}

const longestBetween = 80
const enclosing = /^[^,。;]{0,16}[中里内][,的有]?/

/** A base that nothing but its place and unit tells. */
function baseByPlace(sought: SoughtRate, part: Count): FoundBase | null {
  const { known, topic } = sought
  if (known.sample) return null
  const before = countBefore(sought, part)
  if (!before || isElsewhere(topic, part, before)) {
    if (before && known.alike && !countsPersons(before, part)) return null
    return onlyAbove(sought, part)
  }
  if (known.alike && kinshipOf(topic, part, before) !== 'same' && !countsPersons(before, part)) return null
  return { base: before, kind: null, certainty: likely }
}

/** 责任单位48家。年底考核，优秀15家: the one count that the sentence or paragraph before tells in the part's unit. */
function onlyAbove(sought: SoughtRate, part: Count): FoundBase | null {
  const { counts, known, topic } = sought
  const own = counts.filter((count) => count.at < part.at)
  const alike = own.filter((count) => divisible(count.figure, part.figure))
  const [base] = alike
  if (!base || alike.length > 1 || distanceBetween(base, part) !== 1) return null
  if (own[own.length - 1] !== base || clashes(base.figure, part.figure) || base.figure.role === 'target')
    return null
  if (partOf(base, known, sought.ofSuccess) !== null || isElsewhere(topic, part, base)) return null
  return known.alike && kinshipOf(topic, part, base) !== 'same'
    ? null
    : { base, kind: null, certainty: likely }
}

/** 调解员628名，获得评定412名: persons of whom some are told more about. */
function countsPersons(base: Count, part: Count): boolean {
  return [base, part].every(({ figure }) => figure.unit.name === '名' || figure.unit.name === '人')
}

/** The count right before the part in its sentence, of the same unit, whatever its words; brackets are passed over. */
function countBefore({ counts, known, ofSuccess }: SoughtRate, part: Count): Count | undefined {
  const { figure, prose } = part
  let before = figure.index - 1
  while ((prose.figures[before]?.depth ?? 0) > figure.depth) before--
  return counts.findLast(
    (count) =>
      count.figure.index === before &&
      inOnePassage(count, part) &&
      count.figure.sentence === figure.sentence &&
      divisible(count.figure, figure) &&
      partOf(count, known, ofSuccess) === null,
  )
}
