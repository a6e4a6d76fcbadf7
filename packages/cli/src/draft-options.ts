import { resolve } from 'node:path'
import { type CheckOptions, nearest } from '@hegao/core'
import type { RuleChoice, RunSettings } from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import {
  type Arguments,
  flag,
  listOption,
  numberOption,
  type OptionSpec,
  type PositionalSpec,
  textOption,
} from './options.ts'
import { words } from './words.ts'

/** The one draft that a command is about. */
export const oneDraft: readonly PositionalSpec[] = [
  { name: 'draft', required: true, describe: words('稿件', 'The draft') },
]

/** `--format` of a command that prints a table or a tree: the first choice is the usual one. */
export function formatOption(...choices: readonly [string, ...string[]]): OptionSpec {
  const [usual] = choices
  return {
    type: 'string',
    alias: 'f',
    choices,
    describe: words(`输出格式（默认 ${usual}）`, `Output format (${usual} if left out)`),
  }
}

/** Options of every command that reads drafts. */
export const draftOptions: Readonly<Record<string, OptionSpec>> = {
  profile: {
    type: 'string',
    alias: 'p',
    describe: words('报告类型；不写则按标题识别', 'Type of report; recognised by its title if left out'),
  },
  stage: {
    type: 'string',
    choices: ['draft', 'submission', 'published'],
    describe: words(
      '起草、报送或已公开（默认 draft）',
      'Being written, to be submitted, or published (draft if left out)',
    ),
  },
  period: {
    type: 'number',
    describe: words('报告年度，稿中没有写明时使用', 'The report year, where the draft does not say it'),
  },
  issuer: {
    type: 'string',
    describe: words('报告单位，稿中没有写明时使用', 'Who reports, where the draft does not say it'),
  },
  'as-of': {
    type: 'string',
    describe: words('按这一天核（如 2025-03-01，或 today）', 'Check as of this day (2025-03-01, or today)'),
  },
  rule: {
    type: 'string',
    list: true,
    alias: 'r',
    describe: words('只用这条规则，可多次给出', 'Run this rule only; may be given several times'),
  },
  only: {
    type: 'string',
    list: true,
    describe: words('只用这一类规则，如 figures', 'Run the rules of this family only, e.g. figures'),
  },
  config: {
    type: 'string',
    alias: 'c',
    describe: words(
      '只用这个配置文件；--no-config 不用配置',
      'Use this configuration file only; --no-config for none',
    ),
  },
}

/** What the command line says for all drafts of the run. @throws UserError for a date that is none */
export function settingsFrom(args: Arguments, context: Context): RunSettings {
  const asOf = dateFrom(textOption(args, 'as-of'))
  const profile = textOption(args, 'profile')
  const stage = textOption(args, 'stage') as CheckOptions['stage']
  const period = numberOption(args, 'period')
  const issuer = textOption(args, 'issuer')
  const config = textOption(args, 'config')
  const rules = ruleChoice(listOption(args, 'rule'), listOption(args, 'only'))
  return {
    defaultLocale: context.locale,
    ...(context.localeNamed ? { locale: context.locale } : {}),
    ...(profile === undefined ? {} : { profile }),
    ...(stage === undefined ? {} : { stage }),
    ...(period === undefined ? {} : { period }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(rules === undefined ? {} : { rules }),
    ...(flag(args, 'config') === false
      ? { configuration: null }
      : config === undefined
        ? {}
        : { configuration: resolve(context.cwd, config) }),
  }
}

function dateFrom(word: string | undefined): string | undefined {
  if (word === undefined) return undefined
  if (word === 'today') {
    const now = new Date()
    const two = (part: number): string => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  }
  const day = new Date(`${word}T00:00:00Z`)
  if (/^\d{4}-\d\d-\d\d$/.test(word) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(word))
    return word
  throw new UserError(
    `--as-of 应是日期（如 2025-03-01）或 today，而不是“${word}”`,
    `--as-of wants a date (2025-03-01) or today, not "${word}"`,
  )
}

function ruleChoice(ids: readonly string[], families: readonly string[]): RuleChoice | undefined {
  if (ids.length + families.length === 0) return undefined
  return { ids, families: families.map((family) => family.replace(/\/\*?$/, '')) }
}

/**
 * Holds `--rule` and `--only` to the rules that there are.
 * @throws UserError naming the nearest known one
 */
export function requireKnown(args: Arguments, known: readonly string[]): void {
  const families = [...new Set(known.map((id) => id.split('/')[0] as string))]
  for (const [option, wanted, all] of [
    ['rule', listOption(args, 'rule'), known],
    ['only', listOption(args, 'only').map((family) => family.replace(/\/\*?$/, '')), families],
  ] as const) {
    for (const name of wanted) {
      if (all.includes(name)) continue
      const close = nearest(name, all)
      throw new UserError(
        `--${option}: 没有“${name}”；${close ? `是否指“${close}”？` : '用 hegao rules 查看全部规则'}`,
        `--${option}: there is no "${name}"; ${close ? `did you mean "${close}"?` : 'see `hegao rules`'}`,
      )
    }
  }
}
