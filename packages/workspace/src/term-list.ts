import { readFileSync } from 'node:fs'
import { loadValidators, type Pack, type Rule, readYaml } from '@hegao/core'
import type { Sourced } from './configuration/configuration.ts'
import { problemAt } from './configuration/read-configuration.ts'
import { type Problem, problemInFile, systemReason } from './problem.ts'

/** One entry of a term list: `schemas/terms.schema.json`. */
interface TermEntry {
  readonly wrong: string | readonly string[]
  readonly right: string
  readonly unless?: readonly string[]
  readonly why?: string
}

/** The rule under which an office's own terms are reported. */
export const officeTermsRule = 'terms/office-wording'

/** Reads a term list. Several lists make one rule: {@link termListPack}. */
export async function readTermList(
  list: Sourced<string>,
): Promise<{ entries: readonly TermEntry[]; problems: Problem[] }> {
  let text: string
  try {
    text = readFileSync(list.value, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const reason = systemReason(error)
    const problem = problemAt(
      list.origin,
      `terms: 无法读取词表 ${list.value}：${reason['zh-CN']}`,
      `terms: cannot read the term list ${list.value}: ${reason.en}`,
    )
    return { entries: [], problems: [problem] }
  }
  const validators = await loadValidators()
  const validate = validators.terms as NonNullable<typeof validators.terms>
  const read = readYaml<readonly TermEntry[] | null>({ path: list.value, text }, (value) =>
    validate(value ?? []),
  )
  return {
    entries: read.value ?? [],
    problems: read.problems.map((mistake) => problemInFile(list.value, mistake)),
  }
}

/** All entries of an office's term lists as a pack with one rule. */
export function termListPack(entries: readonly TermEntry[]): Pack {
  const terms = entries.flatMap(({ wrong, right, unless, why }) =>
    (typeof wrong === 'string' ? [wrong] : wrong).map((word) => ({
      wrong: word,
      right: [right],
      ...(unless ? { not: unless } : {}),
      ...(why ? { note: { 'zh-CN': why, en: why } } : {}),
    })),
  )
  const rule: Rule = {
    id: officeTermsRule,
    severity: 'warning',
    title: { 'zh-CN': '与本单位的用词表不符', en: "Not as the office's term list has it" },
    basis: { kind: 'local', document: '本单位用词表', certainty: 'confirmed' },
    message: {
      'zh-CN': '本单位的用词表中，{wrong}应写作{right}{note}',
      en: "The office's term list has {right} for {wrong}{note}",
    },
    advice: { 'zh-CN': '请改为{right}。', en: 'Write {right}.' },
    variants: {},
    report: 'each',
    fix: 'suggestion',
    applies: {},
    optIn: false,
    check: 'wording',
    with: { terms },
  }
  return { id: 'office-terms', version: '0.0.0', rules: [rule], profiles: [], data: {} }
}
