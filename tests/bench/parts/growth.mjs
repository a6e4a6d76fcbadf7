import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { report } from '../corpora.mjs'
import { inputs } from '../growing.mjs'
import { loadCore, loadOutput } from '../program.mjs'
import { outputsOf } from '../written.mjs'
import { builtin } from './stages.mjs'

/** The longest drafts that are made, and how many milliseconds a draft of half the length may have taken. */
const longest = 1_000_000
const patience = 2_000
/** A length is measured again until so many milliseconds are spent on it, but no more often than this. */
const enough = 1_000
const mostRounds = 5

/** The inputs of which all is written. */
const writtenOf = [
  'report, Markdown',
  'one paragraph without full stops',
  'rates of one thing',
  'shortcomings',
  'half-width marks',
]

/** Milliseconds of processor time; what takes less is all noise. */
const floor = 8
/** What twice the length may take, and how often a steeper doubling is measured again. */
const target = 2.3
const mostAgain = 3

/**
 * Processor time for twice the length over that for the length: of reading, of the stages, of every rule alone, and of all that
 * is written of a draft once it is checked. Lengths are doubled up to the longest, unless a run takes too long; the steepest
 * doubling counts. One that is too steep is measured again: machines do other work as well.
 */
export async function growth({ smoke, size }) {
  const core = await loadCore()
  const ruleset = builtin(core)
  const alone = ruleset.rules.map((rule) => ({ ...ruleset, rules: [rule] }))
  // Compiled code, not compiling it, is what is measured.
  if (!smoke)
    for (let seed = 1; seed <= 60; seed++)
      core.check({ path: 'a', format: 'text', text: report(seed) }, ruleset)
  const rows = []
  const add = async (name, make, run) => {
    const row = await grown(name, make, run, { smoke, start: smoke ? 2_000 : (size ?? 125_000) })
    rows.push(row)
    if (!smoke) tell(row)
  }
  for (const [name, [format, make]] of Object.entries(inputs)) {
    const run = (text, timed) => checkInSteps(core, ruleset, alone, { path: 'a', format, text }, timed)
    await add(name, make, run)
  }
  const program = await loadOutput()
  for (const name of smoke ? writtenOf.slice(0, 1) : writtenOf) {
    const [format, make] = inputs[name]
    const run = (text, timed) => outputsOf(program, { path: 'a', format, text }, timed)
    await add(`${name}: all that is written of it`, make, run)
  }
  return { title: 'Twice the length, up to a million characters', against: 'half the length', rows }
}

/** A line for each input as it is done: the whole takes minutes. */
function tell({ name, median, ratio, note }) {
  console.error(`${name.padEnd(40)} ${ratio.toFixed(2)} ${median.toFixed(0).padStart(7)} ms  ${note}`)
}

/** Measures an input at lengths of which each is twice the one before. */
async function grown(name, make, run, { smoke, start }) {
  const steps = [await profileOf(make(start), run, smoke)]
  let length = start
  do {
    length *= 2
    steps.push(await profileOf(make(length), run, smoke))
  } while (!smoke && length * 2 <= longest && steps.at(-1).all < patience)
  for (let again = 0; !smoke && again < mostAgain; again++) {
    const at = steps.findIndex(
      (step, nth) => nth > 0 && atLeast(step.all) / atLeast(steps[nth - 1].all) > target,
    )
    if (at === -1) break
    for (const nth of [at - 1, at])
      steps[nth] = lesser(steps[nth], await profileOf(make(start * 2 ** nth), run, smoke))
  }
  const ratio = steepest(steps, ({ all }) => all)
  return {
    name,
    unit: 'ms',
    median: steps.at(-1).all,
    ratio,
    note: noteOf(steps, length, smoke),
    target,
    judged: ratio,
  }
}

function atLeast(time) {
  return Math.max(time, floor)
}

/** The lesser of two profiles' times. */
function lesser(one, other) {
  return Object.fromEntries(Object.keys(one).map((name) => [name, Math.min(one[name], other[name])]))
}

/** The greatest ratio of a profile's value to the same value of the profile before it. */
function steepest(steps, pick) {
  const values = steps.map((step) => atLeast(pick(step)))
  return Math.max(...values.slice(1).map((value, at) => value / values[at]))
}

/** How far the lengths went, and what stage or rule is steepest. */
function noteOf(steps, length, smoke) {
  const last = steps.at(-1)
  const [worst] = Object.keys(last)
    .filter((stage) => stage !== 'all' && (smoke || last[stage] >= 4 * floor))
    .map((stage) => [stage, steepest(steps, (step) => step[stage])])
    .sort(([, a], [, b]) => b - a)
  return `${length} characters${worst ? `; steepest: ${worst[0]} ${worst[1].toFixed(2)}` : ''}`
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

/** The least times of each step over a few runs of the draft. */
async function profileOf(text, run, smoke) {
  const least = {}
  let spent = 0
  for (let round = 0; round < (smoke ? 1 : mostRounds) && (round === 0 || spent < enough); round++) {
    const own = {}
    const timed = (name, task) => {
      const start = process.cpuUsage()
      const value = task()
      const { user, system } = process.cpuUsage(start)
      own[name] = (user + system) / 1e3
      return value
    }
    if (!smoke) collect()
    // A flat copy, so that making the text is not part of what is measured.
    await run(Buffer.from(text, 'utf16le').toString('utf16le'), timed)
    own.all = Object.values(own).reduce((sum, time) => sum + time, 0)
    spent += own.all
    for (const [name, time] of Object.entries(own))
      least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, time)
  }
  return least
}

function checkInSteps(core, ruleset, alone, draft, timed) {
  const document = timed('read', () => core.read(draft))
  const analysis = core.analyse(document, ruleset)
  timed('report', () => analysis.report)
  timed('ledger', () => analysis.ledger)
  timed('coverage', () => analysis.coverage)
  const { options, locale, profile, report: found, ledger, coverage } = analysis
  const observations = []
  for (const own of alone) {
    const asked = { document, options, locale, profile, report: found, ledger, coverage, ruleset: own }
    for (const observation of timed(own.rules[0].id, () => core.observe(asked)).observations)
      observations.push(observation)
  }
  timed('findings', () => core.suppress(analysis, core.toFindings(observations, analysis).findings))
}
