import { PerformanceObserver } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { report } from '../corpora.mjs'
import { inputs } from '../growing.mjs'
import { loadCore } from '../program.mjs'
import { builtin } from './stages.mjs'

/** The longest drafts that are made, and how many milliseconds a draft may take to be doubled once more. */
const longest = 1_000_000
const patience = 30_000

/** Milliseconds of processor time; what takes less is all noise. */
const floor = 8

/**
 * Processor time for twice the length over that for the length: of reading, of the stages, and of every rule alone. Lengths are
 * doubled up to the longest, as long as a draft is checked within the patience; the steepest doubling counts. Collecting garbage
 * is part of the time, and the ratio without it is told beside.
 */
export async function growth({ smoke, size }) {
  const core = await loadCore()
  const ruleset = builtin(core)
  const start = smoke ? 2_000 : (size ?? 250_000)
  const alone = ruleset.rules.map((rule) => ({ ...ruleset, rules: [rule] }))
  const rows = []
  // Compiled code, not compiling it, is what is measured.
  if (!smoke)
    for (let seed = 1; seed <= 60; seed++)
      core.check({ path: 'a', format: 'text', text: report(seed) }, ruleset)
  for (const [name, [format, make]] of Object.entries(inputs)) {
    const steps = [await profileOf(core, ruleset, alone, format, make(start), smoke)]
    let length = start
    do {
      length *= 2
      steps.push(await profileOf(core, ruleset, alone, format, make(length), smoke))
    } while (!smoke && length * 2 <= longest && steps.at(-1).all < patience)
    const ratio = steepest(steps, ({ all }) => all)
    rows.push({
      name,
      unit: 'ms',
      median: steps.at(-1).all,
      ratio,
      note: noteOf(steps, length, smoke),
      target: 2.3,
      judged: ratio,
    })
  }
  return { title: 'Twice the length, up to a million characters', against: 'half the length', rows }
}

/** The greatest ratio of a profile's value to the same value of the profile before it. */
function steepest(steps, pick) {
  const ratios = steps.slice(1).map((step, at) => pick(step) / Math.max(pick(steps[at]), 0.01))
  return Math.max(...ratios)
}

/** What stage or rule is steepest, and what is left of the ratio where no garbage is counted. */
function noteOf(steps, length, smoke) {
  const last = steps.at(-1)
  const worth = Object.keys(last).filter(
    (stage) => stage !== 'all' && stage !== 'garbage' && last[stage] >= (smoke ? 0 : floor),
  )
  const ranked = worth
    .map((stage) => [stage, steepest(steps, (step) => Math.max(step[stage], floor / 2))])
    .sort(([, a], [, b]) => b - a)
  const [worst] = ranked
  const without = steepest(steps, ({ all, garbage }) => Math.max(all - garbage, 1))
  return `${length} characters; ${without.toFixed(2)} without garbage${worst ? `; steepest: ${worst[0]} ${worst[1].toFixed(2)}` : ''}`
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

let garbage = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) garbage += duration
}).observe({ entryTypes: ['gc'] })

/** Lets the observer see what has been collected. */
const observed = () => new Promise((resolve) => setTimeout(resolve, 1))

/** The least times of each stage and rule over a few runs of the draft. */
async function profileOf(core, ruleset, alone, format, text, smoke) {
  const least = {}
  const begun = Date.now()
  for (let round = 0; round < (smoke ? 1 : 5); round++) {
    if (round > 1 && Date.now() - begun > 4_000) break
    const own = {}
    const timed = (name, task) => {
      const start = process.cpuUsage()
      const value = task()
      const { user, system } = process.cpuUsage(start)
      own[name] = (user + system) / 1e3
      return value
    }
    if (!smoke) collect()
    await observed()
    garbage = 0
    // A flat copy, so that making the text is not part of what is measured.
    const draft = { path: 'a', format, text: Buffer.from(text, 'utf16le').toString('utf16le') }
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
    own.all = Object.values(own).reduce((sum, time) => sum + time, 0)
    await observed()
    own.garbage = garbage
    for (const [name, time] of Object.entries(own))
      least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, time)
  }
  return least
}
