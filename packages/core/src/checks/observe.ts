import type { Analysis } from '../analysis.ts'
import type { Note } from '../finding.ts'
import type { DataKinds } from '../ruleset/data.ts'
import type { Rule } from '../ruleset/rule.ts'
import type { Ruleset } from '../ruleset/ruleset.ts'
import { type Block, type BlockShape, isProse, perShape } from '../text/block.ts'
import { placesWith } from '../text/blocks-with.ts'
import type { LocalObservation, Observation, Places } from './check.ts'
import { checkKinds, checkOf } from './index.ts'
import { placed } from './shared/placed.ts'

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
      const inBlock = check.scope === 'draft' ? undefined : inBlocks.get(rule)
      if (inBlock?.failed) throw inBlock.failed.error
      const before = observations.length
      const report = (observation: Observation): void => {
        observations.push({ rule, observation })
      }
      try {
        if (check.scope === 'draft') check.run(analysis, rule.with as never, report, rule)
        else if (check.scope === 'places')
          check.run(analysis, rule.with as never, report, (inBlock?.places ?? nowhere) as never)
        else
          for (const { block, found } of inBlock?.places ?? nowhere)
            for (const local of found) report(placed(local as LocalObservation, block))
      } catch (error) {
        observations.length = before
        throw error
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

/** What a rule found in the blocks, and how it failed if it did. */
interface FoundInBlocks {
  readonly places: Places<unknown>[]
  failed: Failure | null
}

interface Failure {
  readonly error: unknown
}

const nowhere: readonly Places<unknown>[] = []

/**
 * What the rules found that look at single blocks: all of them look at a block at once, and most blocks give nothing to any of
 * them.
 */
function observeBlocks(analysis: Analysis): ReadonlyMap<Rule, FoundInBlocks> {
  const found = new Map<Rule, FoundInBlocks>()
  const look = lookerOf(analysis.ruleset)
  if (look === null) return found
  const { blocks } = analysis.report
  for (const at of placesWith(blocks, look)) {
    const block = blocks[at] as Block
    for (const { rule, found: inShape, failed } of look(block.shape)) {
      let own = found.get(rule)
      if (!own) {
        own = { places: [], failed: null }
        found.set(rule, own)
      }
      own.failed ??= failed
      own.places.push({ block, at, found: inShape })
    }
  }
  return found
}

/** What one rule found in a shape. */
interface FoundInShape {
  readonly rule: Rule
  readonly found: readonly unknown[]
  readonly failed: Failure | null
}

type Look = (shape: BlockShape) => readonly FoundInShape[]

const lookers = new WeakMap<readonly Rule[], { readonly data: DataKinds; readonly look: Look | null }>()

/**
 * The rules of a ruleset that look at single blocks as one looker, kept as long as the rules; what it finds is kept with the
 * shapes. Null if there are none.
 */
function lookerOf(ruleset: Ruleset): Look | null {
  const { rules, data } = ruleset
  const known = lookers.get(rules)
  if (known?.data === data) return known.look
  const each = rules.flatMap((rule): BlockRule[] => {
    const check = checkKinds.includes(rule.check) ? checkOf(rule.check) : null
    if (check === null || check.scope === 'draft') return []
    let look: ((shape: BlockShape) => readonly unknown[]) | null = null
    const lookAt = (shape: BlockShape): readonly unknown[] => {
      look ??= check.prepare(rule.with as never, ruleset, rule)
      return look(shape)
    }
    return [{ rule, needs: check.needs, lookAt }]
  })
  const look = each.length === 0 ? null : lookerOfAll(each)
  lookers.set(rules, { data, look })
  return look
}

/** A rule that looks at single blocks: the signs that a block must hold for it, and its looker. */
interface BlockRule {
  readonly rule: Rule
  readonly needs: number
  readonly lookAt: (shape: BlockShape) => readonly unknown[]
}

function lookerOfAll(each: readonly BlockRule[]): Look {
  return perShape((shape): readonly FoundInShape[] => {
    if (!isProse(shape)) return nothing
    try {
      return foundBy(each, shape)
    } catch {
      return each.flatMap((one) => foundOrFailed(one, shape))
    }
  })
}

const nothing: readonly FoundInShape[] = []

/** What the rules find in a shape. @throws whatever one of them throws. */
function foundBy(each: readonly BlockRule[], shape: BlockShape): readonly FoundInShape[] {
  let all: FoundInShape[] | null = null
  const { signs } = shape
  for (let nth = 0; nth < each.length; nth++) {
    const { rule, needs, lookAt } = each[nth] as BlockRule
    if ((signs & needs) !== needs) continue
    const found = lookAt(shape)
    if (found.length === 0) continue
    all ??= []
    all.push({ rule, found, failed: null })
  }
  return all ?? nothing
}

/** What one rule finds in a shape, or how it failed. */
function foundOrFailed(one: BlockRule, shape: BlockShape): readonly FoundInShape[] {
  try {
    return foundBy([one], shape)
  } catch (error) {
    return [{ rule: one.rule, found: [], failed: { error } }]
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
