import type { Analysis } from '../analysis.ts'
import type { Note } from '../finding.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Rule } from '../ruleset/rule.ts'
import { type Block, type BlockShape, has, isProse, perShape, sourceRange } from '../text/block.ts'
import { blocksWith } from '../text/blocks-with.ts'
import type { BlockCheck, LocalObservation, Observation } from './check.ts'
import { checkKinds, checkOf } from './index.ts'

/** An observation together with the rule that made it. */
export interface RuleObservation {
  readonly rule: Rule
  readonly observation: Observation
}

/**
 * Runs every rule that applies. A rule that throws costs its own observations only: it is reported in the notes, and the
 * others still run.
 */
export function observe(analysis: Analysis): { observations: RuleObservation[]; notes: Note[] } {
  const observations: RuleObservation[] = []
  const notes: Note[] = [...readNotes(analysis)]
  const inBlocks = observeBlocks(analysis)
  for (const rule of analysis.ruleset.rules) {
    if (!appliesTo(rule, analysis)) continue
    try {
      const check = checkOf(rule.check)
      if (check.scope === 'block') {
        const own = inBlocks.get(rule)
        if (own?.failed) throw own.failed.error
        for (const observation of own?.observations ?? []) observations.push({ rule, observation })
      } else {
        const own: RuleObservation[] = []
        check.run(analysis, rule.with as never, (observation) => own.push({ rule, observation }), rule)
        for (const found of own) observations.push(found)
      }
    } catch (error) {
      notes.push(failure(rule, error, analysis))
    }
  }
  return { observations, notes }
}

/** Whether the rule is meant for this profile and stage. Without a stage, rules for any stage but a published page's apply. */
function appliesTo(rule: Rule, analysis: Analysis): boolean {
  const { profiles, stages } = rule.applies
  if (profiles && !profiles.includes(analysis.profile.id)) return false
  return !stages || stages.includes(analysis.options.stage ?? 'draft')
}

/** What a block rule found in the draft, and how it failed if it did. */
interface FoundInBlocks {
  readonly observations: Observation[]
  failed: { readonly error: unknown } | null
}

/** What the block rules found: all of them look at a block at once, and most blocks give nothing to any of them. */
function observeBlocks(analysis: Analysis): ReadonlyMap<Rule, FoundInBlocks> {
  const found = new Map<Rule, FoundInBlocks>()
  const look = lookerOf(analysis.ruleset.rules, analysis.ruleset.data)
  if (look === null) return found
  for (const block of blocksWith(analysis.report.blocks, look)) {
    const inShape = look(block.shape)
    for (const { rule, observations, failed } of inShape) {
      let own = found.get(rule)
      if (!own) {
        own = { observations: [], failed: null }
        found.set(rule, own)
      }
      own.failed ??= failed
      for (const local of observations) own.observations.push(placed(local, block))
    }
  }
  return found
}

/** What one rule found in a shape. */
interface FoundInShape {
  readonly rule: Rule
  readonly observations: readonly LocalObservation[]
  readonly failed: FoundInBlocks['failed']
}

type Look = (shape: BlockShape) => readonly FoundInShape[]

const lookers = new WeakMap<readonly Rule[], { readonly data: DataKinds; readonly look: Look | null }>()

/**
 * The block rules of a ruleset as one looker, kept as long as the rules; what it finds is kept with the shapes. Null if there
 * are none.
 */
function lookerOf(rules: readonly Rule[], data: DataKinds): Look | null {
  const known = lookers.get(rules)
  if (known?.data === data) return known.look
  const each = rules.flatMap((rule) => {
    const check = checkKinds.includes(rule.check) ? checkOf(rule.check) : null
    if (check?.scope !== 'block') return []
    return [{ needs: check.needs, lookAt: lookerOfRule(rule, check, data) }]
  })
  const look = each.length === 0 ? null : lookerOfAll(each)
  lookers.set(rules, { data, look })
  return look
}

/** A block rule: the signs that a block must hold for it, and its looker. */
interface BlockRule {
  readonly needs: number
  readonly lookAt: (shape: BlockShape) => FoundInShape | null
}

function lookerOfAll(each: readonly BlockRule[]): Look {
  return perShape((shape): readonly FoundInShape[] => {
    if (!isProse(shape)) return nothing
    let found: FoundInShape[] | null = null
    for (const { needs, lookAt } of each) {
      const own = has(shape, needs) ? lookAt(shape) : null
      if (own !== null) {
        found ??= []
        found.push(own)
      }
    }
    return found ?? nothing
  })
}

const nothing: readonly FoundInShape[] = []
const none: readonly LocalObservation[] = []

/** The looker of one rule: null where it finds nothing. What depends on the parameters alone is prepared once. */
function lookerOfRule(
  rule: Rule,
  check: BlockCheck<never>,
  data: DataKinds,
): (shape: BlockShape) => FoundInShape | null {
  let look: ((shape: BlockShape) => readonly LocalObservation[]) | null = null
  return (shape) => {
    try {
      look ??= check.prepare(rule.with as never, data)
      const observations = look(shape)
      return observations.length === 0 ? null : { rule, observations, failed: null }
    } catch (error) {
      return { rule, observations: none, failed: { error } }
    }
  }
}

/** A block's observation in source offsets. */
function placed(local: LocalObservation, block: Block): Observation {
  const { from, to, fixes, ...rest } = local
  const at = sourceRange(block, from, to)
  if (!fixes) return { ...rest, at }
  return {
    ...rest,
    at,
    fixes: fixes.map((fix) => ({
      kind: fix.kind,
      title: fix.title,
      edits: fix.edits.map((edit) => ({ range: sourceRange(block, edit.from, edit.to), text: edit.text })),
    })),
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
