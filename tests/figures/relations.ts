/**
 * Fixture drafts with their relations marked: `{s1=187}` is the total of sum 1, `{s1+112}` one of its parts. The marks are the
 * test's own knowledge of what belongs together; the tool sees the draft without them.
 *
 *     s  sum      = total, + part, * part of a second partition
 *     b  account  + what came in, - what went out
 *     c  change   < before, > after, d and f difference up and down, % and v rate up and down, p points up
 *     r  ratio    : base, / part, % rate       t  tally    # count, ~ entry
 *     e  repeat   @ value                      m  mean     = year, / month
 *     n  bound    [ at least, ] a value that must keep to it
 */
export interface Mark {
  readonly group: string
  readonly role: string
  readonly text: string
  /** Offset in the draft without marks. */
  readonly start: number
}

/** A fixture without its marks. */
export interface MarkedFixture {
  readonly text: string
  readonly marks: readonly Mark[]
}

const mark = /\{([a-z]\d+)([^\w\s一-龥])([^{}]*)\}|\{([a-z]\d+)([dfvpx])([^{}]*)\}/g

/** Takes the marks out of a fixture. */
export function readFixture(marked: string): MarkedFixture {
  const marks: Mark[] = []
  let text = ''
  let copied = 0
  for (const found of marked.matchAll(mark)) {
    text += marked.slice(copied, found.index)
    const content = (found[3] ?? found[6]) as string
    marks.push({
      group: (found[1] ?? found[4]) as string,
      role: (found[2] ?? found[5]) as string,
      text: content,
      start: text.length,
    })
    text += content
    copied = found.index + found[0].length
  }
  return { text: text + marked.slice(copied), marks }
}

/** The marks by their group. */
export function groupsOf(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const groups = new Map<string, Mark[]>()
  for (const entry of marks) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  return groups
}

/** A printed number as a fraction of whole numbers, with the half unit that rounding hides (zero for counts). */
interface Printed {
  readonly value: number
  readonly unit: number
}

/** Numbers in the fixtures are small, so that binary floats with a margin far below a unit are exact enough here. */
const margin = 1e-9

function printed(text: string): Printed {
  const han = '零一二三四五六七八九十'.indexOf(text)
  if (han >= 0) return { value: han, unit: 0 }
  const decimals = text.split('.')[1]?.length ?? 0
  return { value: Number(text.replaceAll(',', '')), unit: decimals > 0 ? 10 ** -decimals : 0 }
}

/** Whether the numbers of a group contradict each other beyond rounding and truncation. */
export function isBroken(marks: readonly Mark[]): boolean {
  const of = (role: string): Printed[] =>
    marks.filter((entry) => entry.role === role).map(({ text }) => printed(text))
  const sum = (values: readonly Printed[]): Printed => ({
    value: values.reduce((so, { value }) => so + value, 0),
    unit: values.reduce((so, { unit }) => so + unit, 0),
  })
  switch (marks[0]?.group[0]) {
    case 's':
      return apart(sum(of('+')), sum(of('='))) || (of('*').length > 0 && apart(sum(of('*')), sum(of('='))))
    case 'b':
      return apart(sum(of('+')), sum(of('-')))
    case 'e':
      return of('@').some((value) => apart(value, of('@')[0] as Printed))
    case 't':
      return of('#').some(({ value }) => value !== marks.filter(({ role }) => role === '~').length)
    case 'm':
      return !prints(of('/')[0] as Printed, (of('=')[0] as Printed).value / 12, 0)
    case 'n':
      return of(']').some(({ value }) => value < (of('[')[0] as Printed).value)
    case 'r': {
      const [base, part, rate] = [of(':')[0], of('/')[0], of('%')[0]] as [Printed, Printed, Printed]
      return !prints(rate, (part.value / base.value) * 100, 0) || part.value > base.value
    }
    default:
      return isBrokenChange(of)
  }
}

function isBrokenChange(of: (role: string) => Printed[]): boolean {
  const after = of('>')[0] as Printed
  const up = of('d')[0]
  const before = of('<')[0] ?? { value: after.value - (up?.value ?? 0), unit: after.unit }
  const spread = ((before.unit + after.unit) / 2 / before.value) * 100 * (1 + after.value / before.value)
  const growth = (after.value / before.value - 1) * 100
  return (
    (of('<')[0] !== undefined &&
      of('d').some((amount) =>
        apart(amount, { value: after.value - before.value, unit: before.unit + after.unit }),
      )) ||
    of('f').some((amount) =>
      apart(amount, { value: before.value - after.value, unit: before.unit + after.unit }),
    ) ||
    of('%').some((rate) => !prints(rate, growth, spread)) ||
    of('v').some((rate) => !prints(rate, -growth, spread)) ||
    of('x').some((times) => !prints(times, after.value / before.value, 0)) ||
    of('p').some((points) =>
      apart(points, { value: after.value - before.value, unit: before.unit + after.unit }),
    )
  )
}

/** Whether two sums differ by more than rounding hides. */
function apart(a: Printed, b: Printed): boolean {
  return Math.abs(a.value - b.value) > (a.unit + b.unit) / 2 + margin
}

/** Whether a value between `value` ± `spread` rounds or is cut off to the printed rate. */
function prints(rate: Printed, value: number, spread: number): boolean {
  const unit = rate.unit === 0 ? 1 : rate.unit
  return value + spread + margin >= rate.value - unit / 2 && value - spread < rate.value + unit - margin
}
