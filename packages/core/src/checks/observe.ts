import type { Analysis } from '../analysis.ts'
import type { Note } from '../finding.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Rule } from '../ruleset/rule.ts'
import { type Block, type BlockShape, perShape, sourceRange } from '../text/block.ts'
import type { BlockCheck, LocalObservation, Observation } from './check.ts'
import { checkOf } from './index.ts'

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
  for (const rule of analysis.ruleset.rules) {
    if (!appliesTo(rule, analysis)) continue
    const own: RuleObservation[] = []
    try {
      runRule(rule, analysis, (observation) => own.push({ rule, observation }))
      for (const found of own) observations.push(found)
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

function runRule(rule: Rule, analysis: Analysis, report: (observation: Observation) => void): void {
  const check = checkOf(rule.check)
  if (check.scope === 'draft') {
    check.run(analysis, rule.with as never, report, rule)
    return
  }
  const look = lookerOf(rule, check, analysis.ruleset.data)
  for (const block of analysis.report.blocks) {
    for (const local of look(block.shape)) report(placed(local, block))
  }
}

/** A block rule ready to look at blocks. Its results are kept with the shapes. */
type Look = (shape: BlockShape) => readonly LocalObservation[]

const lookers = new WeakMap<Rule, { readonly data: DataKinds; readonly look: Look }>()

/** The looker of a block rule, kept as long as the rule: what depends on the parameters alone is prepared once. */
function lookerOf(rule: Rule, check: BlockCheck<never>, data: DataKinds): Look {
  const known = lookers.get(rule)
  if (known?.data === data) return known.look
  const look = perShape(check.prepare(rule.with as never, data))
  lookers.set(rule, { data, look })
  return look
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
