import { markedReport, report, terms } from '../corpora.mjs'
import { stopwatch } from '../measure.mjs'
import { loadCore, loadRemark } from '../program.mjs'

/** Where the time of a check goes, in process and warm: each stage and rule against remark-parse on the same text. */
export async function stages({ smoke, rounds: wanted }) {
  const core = await loadCore()
  const parse = await loadRemark()
  const count = smoke ? 2 : 40
  const rounds = smoke ? 2 : (wanted ?? 12)
  const drafts = Array.from({ length: count }, (_, nth) => ({
    path: `${nth}.md`,
    format: 'markdown',
    text: report(nth + 1, 4_500),
  }))
  const ruleset = builtin(core)
  const alone = ruleset.rules.map((rule) => ({ ...ruleset, rules: [rule] }))
  const watch = stopwatch()
  for (let round = 0; round < rounds; round++) {
    for (const [nth, draft] of drafts.entries()) {
      const timed = (name, task) => watch.timed(name, nth, task)
      timed('remark-parse', () => parse(draft.text))
      timed('the whole check', () => core.check({ ...draft }, ruleset))
      const document = timed('read', () => core.read({ ...draft }))
      const analysis = core.analyse(document, ruleset)
      timed('report', () => analysis.report)
      timed('ledger', () => analysis.ledger)
      timed('coverage', () => analysis.coverage)
      timed('all rules', () => core.observe(analysis))
      // Each rule by itself, on blocks that no rule has looked at.
      const fresh = plain(core.analyse(core.read({ ...draft }), ruleset))
      const observations = []
      for (const own of alone) {
        const asked = { ...fresh, ruleset: own }
        observations.push(...timed(`rule ${own.rules[0].id}`, () => core.observe(asked)).observations)
      }
      timed('findings', () => core.suppress(analysis, core.toFindings(observations, analysis).findings))
    }
  }
  const least = watch.means()
  const rules = Object.entries(least).filter(([name]) => name.startsWith('rule '))
  const rest = Object.entries(least).filter(([name]) => !name.startsWith('rule '))
  const all = [...rest, ...rules.sort((a, b) => b[1] - a[1]).slice(0, 12)]
  const base = least['remark-parse']
  const targets = { ledger: 1, 'the whole check': 1 }
  return {
    title: 'Stages of a check, in process and warm (4,500 characters)',
    against: 'remark-parse',
    rows: all.map(([name, time]) => ({
      name,
      unit: 'ms a report',
      median: time,
      ratio: time / base,
      ...(targets[name] ? { target: targets[name], judged: time / base } : {}),
    })),
  }
}

function plain(analysis) {
  const { document, options, locale, profile, report: found, ledger, coverage } = analysis
  return { document, options, locale, profile, report: found, ledger, coverage }
}

export function builtin(core, more = []) {
  const merged = core.mergePacks([core.builtinPack, ...more])
  return { ...merged, rules: merged.rules.filter((rule) => !rule.optIn) }
}

/** What 2,000 more terms cost, and what a draft full of markup costs against the parser that it must equal. */
export async function additions({ smoke, rounds: wanted }) {
  const core = await loadCore()
  const count = smoke ? 2 : 40
  const rounds = smoke ? 2 : (wanted ?? 30)
  const texts = Array.from({ length: count }, (_, nth) => report(nth + 1, 4_500))
  const wording = core.builtinPack.rules.find((rule) => rule.check === 'wording')
  const rule = {
    ...wording,
    id: 'terms/office-wording',
    with: { terms: terms(2_000).map((word) => ({ wrong: word, right: [`${word}〇`] })) },
  }
  const few = builtin(core)
  const many = builtin(core, [{ id: 'office', version: '0.0.0', rules: [rule], profiles: [], data: {} }])
  const marked = Array.from({ length: smoke ? 2 : 20 }, (_, nth) => markedReport(nth + 1, 4_500))
  const watch = stopwatch()
  const all = (name, drafts, task) => {
    for (const [nth, text] of drafts.entries())
      watch.timed(name, nth, () => task({ path: 'a.md', format: 'markdown', text }))
  }
  // By runs, as folders are checked: the tables of both sets of rules do not fit into a processor's caches together.
  for (let round = 0; round < rounds; round++) {
    all('few', texts, (draft) => core.check(draft, few))
    all('many', texts, (draft) => core.check(draft, many))
    all('read', marked, (draft) => core.read(draft))
    all('stack', marked, ({ text }) => core.parsePart(text))
  }
  const { few: without, many: withTerms, read, stack } = watch.means()
  return {
    title: 'What more costs',
    against: 'the line above',
    rows: [
      { name: 'check, built-in rules', unit: 'ms a report', median: without },
      {
        name: 'check, 2,000 terms more',
        unit: 'ms a report',
        median: withTerms,
        ratio: withTerms / without,
        target: 1.1,
        judged: withTerms / without,
      },
      {
        name: 'drafts full of markup: the unified stack',
        unit: 'ms a report',
        median: stack,
      },
      {
        name: 'drafts full of markup: read',
        unit: 'ms a report',
        median: read,
        ratio: read / stack,
        target: 1.05,
        judged: read / stack,
      },
    ],
  }
}
