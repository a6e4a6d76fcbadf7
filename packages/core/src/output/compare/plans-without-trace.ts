import type { Analysis } from '../../analysis.ts'
import { findCoverage } from '../../coverage/find-coverage.ts'
import type { Item, Section } from '../../report/report.ts'
import { rangeOf, textOf } from '../../text/block.ts'
import type { Comparison } from './comparison.ts'

/** Below this score a result has nothing to do with a measure; coverage calls a shortcoming touched from 0.3 on. */
const leastTrace = 0.25

/** Measures planned last year of which this year's results say nothing: each is asked for as a shortcoming is. */
export function plansWithoutTrace(last: Analysis, now: Analysis): Comparison[] {
  const planned = last.report.measures
  const results = resultItems(now)
  if (planned.length === 0 || results.length === 0) return []
  const shortcomings = planned.map(({ section, label, head, places }, index): Item => {
    return { index, kind: 'shortcoming', section, label, head, places, cues: [] }
  })
  const { shortcomings: traces } = findCoverage({ shortcomings, measures: results }, now.ruleset.data, [])
  return traces.flatMap(({ item, verdict, reason, score, best }): Comparison[] => {
    // A measure is no shortcoming, and coverage says so; how near the nearest result comes it has reckoned all the same.
    const without = verdict === 'unanswered' || (reason === 'measure' && score < leastTrace)
    if (!without) return []
    const nearest = best === null ? undefined : results[best.measure]
    const name = headText(item)
    return [
      {
        kind: 'plan',
        verdict: 'look',
        message:
          now.locale === 'zh-CN'
            ? `上年安排的“${name}”，本年成效中没有提到`
            : `“${name}”, planned last year, is not among this year's results`,
        now: nearest ? rangeOf(nearest.head) : null,
        last: rangeOf(item.head),
      },
    ]
  })
}

/** The innermost sections of the results, as items that can answer. */
function resultItems({ report }: Analysis): Item[] {
  const sections = report.sections.filter(
    (section) => section.role === 'achievements' && section.children.length === 0,
  )
  return sections.map(
    (section, index): Item => ({
      index,
      kind: 'measure',
      section,
      label: section.label,
      head: section.titlePlace,
      places: placesOf(section),
      cues: [],
    }),
  )
}

function placesOf(section: Section): Item['places'] {
  return [section.titlePlace, ...section.body]
}

function headText(item: Item): string {
  return textOf(item.head)
    .trim()
    .replace(/[。；;，,]$/, '')
}
