import type { BlockRange } from '@hegao/core'
import type { CodeLens } from 'vscode-languageserver'
import { commands } from '../commands.ts'
import { itemName, roleName } from '../describe.ts'
import type { CheckedDraft } from '../drafts.ts'
import { placeToRange } from '../places.ts'
import { wordsOf } from '../words.ts'

/** A lens above each part (its role and how many items it has) and each shortcoming (which measure answers it). */
export function codeLenses(draft: CheckedDraft): CodeLens[] {
  if (!draft.settings.codeLens) return []
  return [...partLenses(draft), ...shortcomingLenses(draft), ...measureLenses(draft)]
}

function partLenses(draft: CheckedDraft): CodeLens[] {
  const { report, profile } = draft.result.analysis
  const said = wordsOf(draft.locale)
  return report.parts.flatMap((part) => {
    const first = part.sections[0]
    if (!first) return []
    const items = { shortcomings: report.shortcomings, plan: report.measures, other: null }[
      part.role as 'shortcomings' | 'plan' | 'other'
    ]
    const name = roleName(profile, part.role, draft.locale) ?? part.role
    return [lens(draft, first.titlePlace, items?.length ? `${name} · ${said.items(items.length)}` : name, [])]
  })
}

function shortcomingLenses(draft: CheckedDraft): CodeLens[] {
  const { report, coverage } = draft.result.analysis
  const said = wordsOf(draft.locale)
  return coverage.shortcomings.flatMap(({ item, verdict, best, links }) => {
    if (verdict === 'not-checkable') return []
    const measure = best === null ? undefined : report.measures[best.measure]
    if (verdict === 'unanswered' || !measure) return [lens(draft, item.head, said.unanswered, [])]
    const title = (verdict === 'weak' ? said.weaklyAnswered : said.answeredBy)(itemName(measure))
    const targets = links.flatMap((link) => report.measures[link.measure]?.head ?? [])
    return [lens(draft, item.head, title, targets.length > 0 ? targets : [measure.head])]
  })
}

function measureLenses(draft: CheckedDraft): CodeLens[] {
  const { report, coverage } = draft.result.analysis
  const said = wordsOf(draft.locale)
  const answered = new Map<number, BlockRange[]>()
  for (const { item, best, verdict } of coverage.shortcomings) {
    if (best && verdict !== 'unanswered')
      answered.set(best.measure, [...(answered.get(best.measure) ?? []), item.head])
  }
  return report.measures.flatMap((measure) => {
    const heads = answered.get(measure.index)
    return heads ? [lens(draft, measure.head, said.answers(heads.length), heads)] : []
  })
}

/** A lens over the line where the place begins; choosing it shows the first target. */
function lens(
  draft: CheckedDraft,
  place: BlockRange,
  title: string,
  targets: readonly BlockRange[],
): CodeLens {
  const target = targets[0]
  const range = placeToRange(draft.document, place)
  if (!target) return { range, command: { title, command: '' } }
  const shown = placeToRange(draft.document, target)
  return { range, command: { title, command: commands.showPlace, arguments: [draft.uri, shown] } }
}
