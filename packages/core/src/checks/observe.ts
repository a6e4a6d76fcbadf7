import type { Analysis } from '../analysis.ts'
import type { Note } from '../finding.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Rule, Stage } from '../ruleset/rule.ts'
import type { Ruleset } from '../ruleset/ruleset.ts'
import { type BlockShape, type InBulk, isProse, perShapeInBulk } from '../text/block.ts'
import type { Check, LocalObservation, Observation, Places } from './check.ts'
import { checkKinds, checkOf } from './index.ts'
import { inputsOf, isAsBefore, keepOutcomes, outcomeOf, takeOver } from './keep-outcome.ts'
import { type FoundInShape, keepPlaces, type Look } from './keep-places.ts'
import { placed } from './shared/placed.ts'
import type { Worded } from './worded.ts'

/** An observation together with the rule that made it. */
export interface RuleObservation {
  readonly rule: Rule
  readonly observation: Observation
  /** Whether it may be told again after the next edit, so that what is made of it is kept. */
  readonly isKept: boolean
  /** What was made last of it, if it is the only or the first observation of its finding. */
  worded: Worded | null
}

/**
 * Runs every rule that applies. A rule that throws costs its own observations only: it is reported in the notes, and the
 * others still run.
 */
export function observe(analysis: Analysis): { observations: RuleObservation[]; notes: Note[] } {
  const observations: RuleObservation[] = []
  const notes: Note[] = [...readNotes(analysis)]
  const plan = planOf(analysis.ruleset)
  const { steps, look } = plan
  const inBlocks = look === null ? [] : keepPlaces(analysis.report, look)
  const outcomes = keepOutcomes(analysis, plan)
  const profile = analysis.profile.id
  const stage = analysis.options.stage ?? 'draft'
  const isKept = outcomes !== null
  let running: Rule | null = null
  const report = (observation: Observation): void => {
    observations.push({ rule: running as Rule, observation, isKept, worded: null })
  }
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at] as Step
    const { rule, nth } = step
    if (!appliesTo(rule, profile, stage)) continue
    const before = observations.length
    running = rule
    try {
      const found = nth === -1 ? undefined : inBlocks[nth]
      if (found?.failed) throw found.failed.error
      const { check = checkOf(rule.check) } = step
      const places = (found?.places ?? nowhere) as readonly Places<never>[]
      if (outcomes === null) {
        run(rule, check, analysis, report, places)
        continue
      }
      const inputs = inputsOf(check, analysis, rule, places)
      const last = outcomes[at]
      if (last && inputs && isAsBefore(last, inputs))
        for (const known of last.observations) observations.push(known)
      else {
        run(rule, check, analysis, report, places)
        if (last) takeOver(last.observations, observations, before)
        outcomes[at] = outcomeOf(inputs, observations, before)
      }
    } catch (error) {
      observations.length = before
      if (outcomes) outcomes[at] = undefined
      notes.push(failure(rule, error, analysis))
    }
  }
  return { observations, notes }
}

/** Whether the rule is meant for this profile and stage. Without a stage, rules for any stage but a published page's apply. */
function appliesTo({ applies: { profiles, stages } }: Rule, profile: string, stage: Stage): boolean {
  return (!profiles || profiles.includes(profile)) && (!stages || stages.includes(stage))
}

/** Runs one rule. @throws what it throws. */
function run(
  rule: Rule,
  check: Check,
  analysis: Analysis,
  report: (observation: Observation) => void,
  places: readonly Places<never>[],
): void {
  if (check.scope === 'draft') check.run(analysis, rule.with as never, report, rule)
  else if (check.scope === 'places') check.run(analysis, rule.with as never, report, places)
  else
    for (const { block, found } of places as readonly Places<LocalObservation>[])
      for (const local of found) report(placed(local, block))
}

const nowhere: readonly Places<unknown>[] = []

/** A rule of a plan. */
interface Step {
  readonly rule: Rule
  /** Left out where there is none of the kind. */
  readonly check: Check | undefined
  /** The rule's number among those that look at single blocks; -1 for others. */
  readonly nth: number
}

/** How the rules of a ruleset run. */
interface Plan {
  readonly data: DataKinds
  readonly steps: readonly Step[]
  /** All rules that look at single blocks as one looker; what it finds is kept with the shapes. Null if there are none. */
  readonly look: Look | null
}

const plans = new WeakMap<readonly Rule[], Plan>()

/** The plan for a ruleset, kept as long as its rules. */
function planOf(ruleset: Ruleset): Plan {
  const { rules, data } = ruleset
  let plan = plans.get(rules)
  if (plan === undefined || plan.data !== data) {
    plan = planFor(ruleset)
    plans.set(rules, plan)
  }
  return plan
}

function planFor(ruleset: Ruleset): Plan {
  const inBlocks: BlockRule[] = []
  const steps = ruleset.rules.map((rule): Step => {
    const check = checkKinds.includes(rule.check) ? checkOf(rule.check) : undefined
    if (check === undefined || check.scope === 'draft') return { rule, check, nth: -1 }
    inBlocks.push(blockRule(ruleset, rule, check))
    return { rule, check, nth: inBlocks.length - 1 }
  })
  return { data: ruleset.data, steps, look: inBlocks.length === 0 ? null : lookerOf(inBlocks) }
}

/** A rule that looks at single blocks: the signs that a block must hold for it, and its looker. */
interface BlockRule {
  readonly needs: number
  /** Prepares the rule at its first call, and is from then on what that has made. */
  lookAt: (shape: BlockShape) => readonly unknown[]
}

function blockRule(
  ruleset: Ruleset,
  rule: Rule,
  { needs, prepare }: Exclude<Check, { scope: 'draft' }>,
): BlockRule {
  const own: BlockRule = {
    needs: typeof needs === 'number' ? needs : needsOf(() => needs(rule.with as never)),
    lookAt(shape) {
      own.lookAt = prepare(rule.with as never, ruleset, rule)
      return own.lookAt(shape)
    },
  }
  return own
}

/** What a rule needs; nothing where its parameters do not tell: it is then told how it fails when it looks at a block. */
function needsOf(ask: () => number): number {
  try {
    return ask()
  } catch {
    return 0
  }
}

/** What the rules find in shapes, kept with them. */
function lookerOf(rules: readonly BlockRule[]): InBulk<readonly FoundInShape[]> {
  return perShapeInBulk((shapes) => foundIn(shapes, rules))
}

const nothing: readonly FoundInShape[] = []

/**
 * What the rules find in shapes. One rule after the other goes over all of them, so that its code and its tables are at hand; a
 * rule of which no shape has all the signs costs one question.
 */
function foundIn(shapes: readonly BlockShape[], rules: readonly BlockRule[]): (readonly FoundInShape[])[] {
  const found = shapes.map((): FoundInShape[] | null => null)
  let common = 0
  for (const { signs } of shapes) common |= signs
  for (let nth = 0; nth < rules.length; nth++) {
    const rule = rules[nth] as BlockRule
    const { needs } = rule
    if ((common & needs) !== needs) continue
    for (let at = 0; at < shapes.length; at++) {
      const shape = shapes[at] as BlockShape
      if ((shape.signs & needs) !== needs || !isProse(shape)) continue
      const own = foundBy(rule, nth, shape)
      if (own === null) continue
      const others = found[at]
      if (others) others.push(own)
      else found[at] = [own]
    }
  }
  return found.map((own) => own ?? nothing)
}

/** What one rule finds in a shape, or how it failed; null for nothing. */
function foundBy(rule: BlockRule, nth: number, shape: BlockShape): FoundInShape | null {
  try {
    const found = rule.lookAt(shape)
    return found.length === 0 ? null : { nth, found, failed: null }
  } catch (error) {
    return { nth, found: [], failed: { error } }
  }
}

/** What is told of a rule that threw. */
export function failure(rule: Rule, error: unknown, analysis: Analysis): Note {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    kind: 'rule-failed',
    rule: rule.id,
    range: null,
    message:
      analysis.locale === 'zh-CN'
        ? `规则 ${rule.id} 运行出错，本稿未按该规则检查：${reason}`
        : `Rule ${rule.id} failed and did not check this draft: ${reason}`,
  }
}

/** The reader's problems as notes. */
function readNotes(analysis: Analysis): Note[] {
  const said = readProblemMessages[analysis.locale]
  return analysis.document.problems.map((problem) => ({
    kind: 'unreadable' as const,
    rule: null,
    range: problem.range,
    message: said[problem.kind](problem.detail),
  }))
}

const readProblemMessages = {
  'zh-CN': {
    'nul-characters': (detail: string) => `稿件含有空字符（NUL），可能不是文本文件：${detail}`,
    'unpaired-surrogate': (detail: string) => `稿件含有损坏的字符，该处未检查：${detail}`,
    'front-matter': (detail: string) => `稿件开头的元数据（---）无法解析，已忽略：${detail}`,
    'no-text': (detail: string) => `稿件没有可检查的文字${detail}`,
  },
  en: {
    'nul-characters': (detail: string) =>
      `The draft holds NUL characters and may not be a text file: ${detail}`,
    'unpaired-surrogate': (detail: string) =>
      `The draft holds broken characters, which were not checked: ${detail}`,
    'front-matter': (detail: string) => `The front matter (---) cannot be parsed and was ignored: ${detail}`,
    'no-text': (detail: string) => `The draft has no text to check${detail}`,
  },
} as const
