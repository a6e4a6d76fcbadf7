import type { Analysis } from '../analysis.ts'
import { type MessageData, type ObservedFix, type Place, rangeOfPlace } from '../checks/check.ts'
import { failure, type RuleObservation } from '../checks/observe.ts'
import type { Worded, Words } from '../checks/worded.ts'
import {
  type Edit,
  type Evidence,
  type Finding,
  type Fix,
  type Locale,
  type LocalText,
  type Note,
  type Severity,
  severities,
} from '../finding.ts'
import type { Rule } from '../ruleset/rule.ts'
import { type Block, rangeOf } from '../text/block.ts'
import { byPosition, type Range } from '../text/range.ts'
import { fill } from './fill.ts'
import { inReadingOrder } from './reading-order.ts'

/**
 * Puts observations into words and in reading order; observations of a rule that reports `once` become one finding. A rule
 * whose words cannot be filled in costs its own findings only, and is told in the notes, once.
 */
export function toFindings(
  observations: readonly RuleObservation[],
  analysis: Analysis,
): { findings: Finding[]; notes: Note[] } {
  const findings: Finding[] = []
  const failed = new Map<Rule, unknown>()
  const add = (group: readonly RuleObservation[]): void => {
    try {
      findings.push(toFinding(group, analysis))
    } catch (error) {
      failed.set((group[0] as RuleObservation).rule, error)
    }
  }
  const groups = new Map<Rule, Map<string, RuleObservation[]>>()
  for (const entry of observations) {
    if (entry.rule.report === 'each') {
      const { worded } = entry
      if (worded !== null && worded.locale === analysis.locale && isInPlace(worded))
        findings.push(worded.finding)
      else add(worded === null ? [entry] : worded.group)
      continue
    }
    const { key = '' } = entry.observation
    let own = groups.get(entry.rule)
    if (own === undefined) {
      own = new Map()
      groups.set(entry.rule, own)
    }
    const group = own.get(key)
    if (group) group.push(entry)
    else own.set(key, [entry])
  }
  for (const own of groups.values()) for (const group of own.values()) add(group)
  const notes = [...failed].map(([rule, error]) => failure(rule, error, analysis))
  return { findings: inReadingOrder(findings), notes }
}

/**
 * One finding of one observation, or of all observations of a group: the very same as before an edit that leaves the observations
 * as they are and does not move them, and the same words if it does.
 */
function toFinding(group: readonly RuleObservation[], analysis: Analysis): Finding {
  const { locale } = analysis
  const sorted = group.length === 1 ? group : inOrder(group)
  const first = sorted[0] as RuleObservation
  const last = first.worded
  const isKnown = last !== null && last.locale === locale && areSame(last.group, sorted)
  if (isKnown && isInPlace(last)) return last.finding
  const words = isKnown ? last.words : wordsFor(first, group.length, locale)
  const { rule, observation } = first
  const finding: Finding = {
    rule: rule.id,
    variant: observation.variant ?? null,
    severity: words.severity,
    message: words.message,
    advice: words.advice,
    range: observation.at ? rangeOfPlace(observation.at) : documentRange(analysis),
    evidence: evidenceOf(sorted, locale),
    fixes: fixesOf(sorted, locale),
    document: observation.at === null,
  }
  if (isKnown) {
    last.finding = finding
    noteStarts(last)
  } else if (first.isKept) {
    const worded = { locale, group: sorted, words, blocks: blocksOf(sorted), finding, starts: [] }
    noteStarts(worded)
    first.worded = worded
  }
  return finding
}

/** What the rule says of the observation, which is one of so many. @throws if it has no words for it. */
function wordsFor({ rule, observation }: RuleObservation, count: number, locale: Locale): Words {
  const words = observation.variant === undefined ? rule : rule.variants[observation.variant]
  if (!words) throw new RangeError(`rule ${rule.id} has no variant "${observation.variant}"`)
  const data = observation.data ?? noData
  return {
    severity: softest(words.severity ?? rule.severity, observation.severity),
    message: fill(words.message[locale], data, locale, rule.id, count),
    advice: fill(words.advice[locale], data, locale, rule.id, count),
  }
}

function areSame(some: readonly RuleObservation[], others: readonly RuleObservation[]): boolean {
  return some.length === others.length && some.every((one, nth) => one === others[nth])
}

function isInPlace({ blocks, starts }: Worded): boolean {
  if (blocks === null) return false
  for (let nth = 0; nth < blocks.length; nth++) if (blocks[nth]?.start !== starts[nth]) return false
  return true
}

function noteStarts({ blocks, starts }: Worded): void {
  if (blocks === null) return
  for (let nth = 0; nth < blocks.length; nth++) starts[nth] = (blocks[nth] as Block).start
}

/** The blocks in which the observations stand; null if one stands elsewhere. */
function blocksOf(group: readonly RuleObservation[]): readonly Block[] | null {
  const blocks: Block[] = []
  let isElsewhere = false
  const add = (place: Place | null): void => {
    if (place === null || !('block' in place)) isElsewhere = true
    else if (blocks[blocks.length - 1] !== place.block) blocks.push(place.block)
  }
  for (const { observation } of group) {
    add(observation.at)
    for (const { range } of observation.evidence ?? none) add(range)
    for (const { edits } of observation.fixes ?? none) for (const { range } of edits) add(range)
  }
  return isElsewhere ? null : blocks
}

const none: readonly never[] = []
const noData: MessageData = {}

/** What the observations rest on, and where else than at the first the same was observed. */
function evidenceOf(sorted: readonly RuleObservation[], locale: Locale): readonly Evidence[] {
  if (sorted.length === 1 && !sorted[0]?.observation.evidence) return none
  const evidence: Evidence[] = []
  for (let nth = 0; nth < sorted.length; nth++) {
    const { observation } = sorted[nth] as RuleObservation
    if (nth > 0 && observation.at)
      evidence.push({ range: rangeOfPlace(observation.at), label: alsoHere[locale] })
    for (const { range, label } of observation.evidence ?? none)
      evidence.push({ range: rangeOfPlace(range), label: typeof label === 'string' ? label : label[locale] })
  }
  return evidence
}

/** The observations by their places. */
function inOrder(group: readonly RuleObservation[]): readonly RuleObservation[] {
  const placed = group.map((entry) => ({ entry, at: placeOf(entry) }))
  // As a rule they come as they stand in the draft.
  if (placed.every(({ at }, nth) => nth === 0 || byPosition((placed[nth - 1] as Placed).at, at) <= 0))
    return group
  return placed.sort((a, b) => byPosition(a.at, b.at)).map(({ entry }) => entry)
}

interface Placed {
  readonly entry: RuleObservation
  readonly at: Range
}

function placeOf({ observation: { at } }: RuleObservation): Range {
  return at ? rangeOfPlace(at) : nowhere
}

const nowhere: Range = { start: -1, end: -1 }
const alsoHere: LocalText = { 'zh-CN': '同样的问题', en: 'the same here' }

/** Where a finding about the whole draft is shown: its title, or its first block, or its first character. */
function documentRange(analysis: Analysis): Range {
  const { title } = analysis.report.metadata
  if (title) return rangeOf(title)
  const first = analysis.report.blocks[0]
  if (first) return rangeOf({ block: first, from: 0, to: first.shape.text.length })
  return { start: 0, end: Math.min(1, analysis.document.draft.text.length) }
}

function softest(declared: Severity, observed: Severity | undefined): Severity {
  if (!observed) return declared
  return severities.indexOf(observed) > severities.indexOf(declared) ? observed : declared
}

/** The fixes of a group: the first observation's own, or, if all have exactly one of a kind, one that mends every place. */
function fixesOf(group: readonly RuleObservation[], locale: Locale): readonly Fix[] {
  const first = (group[0] as RuleObservation).observation.fixes ?? none
  if (group.length === 1 && first.length === 0) return none
  const said = (fix: ObservedFix): Fix => ({
    kind: fix.kind,
    title: fix.title[locale],
    edits: fix.edits.map(editOf),
  })
  if (group.length === 1) return first.map(said)
  const all = group.map(({ observation }) => observation.fixes?.[0])
  if (all.some((fix) => !fix)) return first.map(said)
  const fixes = all as ObservedFix[]
  return [
    {
      kind: fixes.every((fix) => fix.kind === 'safe') ? 'safe' : 'suggestion',
      title: (fixes[0] as ObservedFix).title[locale],
      edits: fixes.flatMap((fix) => fix.edits.map(editOf)).sort((a, b) => byPosition(a.range, b.range)),
    },
  ]
}

function editOf({ range, text }: ObservedFix['edits'][number]): Edit {
  return { range: rangeOfPlace(range), text }
}
