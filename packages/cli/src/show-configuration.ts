import { relative, resolve } from 'node:path'
import {
  type Configuration,
  loadRuleset,
  type Origin,
  type Problem,
  type RuleSetting,
  resolveConfiguration,
} from '@hegao/workspace'
import type { Context } from './context.ts'
import { type Arguments, textOption } from './options.ts'
import { tellProblem } from './tell-problem.ts'
import { padEnd } from './terminal/width.ts'

/** Prints the effective configuration of a draft as YAML, each value with the place where it was written. */
export async function showConfiguration(args: Arguments, context: Context): Promise<number> {
  const only = textOption(args, 'config')
  const { configuration, problems } = await resolveConfiguration(
    resolve(context.cwd, args.words[0] ?? 'draft.md'),
    undefined,
    only === undefined ? undefined : resolve(context.cwd, only),
  )
  const loaded = problems.length > 0 ? [] : (await loadRuleset(configuration)).problems
  const all: readonly Problem[] = [...problems, ...loaded]
  for (const problem of all) tellProblem(problem, context)
  if (all.length > 0) return 2
  const lines = linesOf(configuration, context)
  const width = Math.min(48, Math.max(0, ...lines.map(([text]) => text.length)))
  context.out(
    lines
      .map(([text, origin]) =>
        origin === null
          ? `${text}\n`
          : `${padEnd(text, width)}  ${context.paint.dim(`# ${placeOf(origin, context)}`)}\n`,
      )
      .join(''),
  )
  return 0
}

type Line = readonly [text: string, origin: Origin | null]

function linesOf(configuration: Configuration, { locale }: Context): Line[] {
  const { settings, rules, packs, terms, ignoredBy, files } = configuration
  const lines: Line[] = []
  if (files.length === 0)
    lines.push([
      locale === 'zh-CN'
        ? '# 没有 hegao.yaml，全部用默认值'
        : '# there is no hegao.yaml; everything is at its default',
      null,
    ])
  const defaults = {
    profile: null,
    stage: 'draft',
    period: null,
    issuer: null,
    locale: null,
    failOn: 'error',
  } as const
  const byDefault = locale === 'zh-CN' ? '默认' : 'default'
  for (const [key, fallback] of Object.entries(defaults)) {
    const setting = settings[key as keyof typeof settings]
    if (setting) lines.push([`${key}: ${String(setting.value)}`, setting.origin])
    else if (fallback !== null)
      lines.push([`${key}: ${fallback}`, { path: byDefault, line: null, column: null }])
  }
  for (const [key, list] of [
    ['packs', packs],
    ['terms', terms],
  ] as const) {
    if (list.length > 0) lines.push([`${key}:`, null])
    for (const { value, origin } of list) lines.push([`  - ${value}`, origin])
  }
  if (rules.length > 0) lines.push(['rules:', null])
  const effective = new Map<string, RuleSetting>()
  for (const setting of rules) {
    effective.delete(setting.rule)
    effective.set(setting.rule, setting)
  }
  for (const setting of effective.values())
    lines.push([`  ${setting.rule}: ${settingText(setting)}`, setting.origin])
  if (ignoredBy)
    lines.push([
      locale === 'zh-CN' ? '# 这份稿件被 ignore 排除，不检查' : '# this draft is ignored',
      ignoredBy,
    ])
  return lines
}

function settingText({ severity, with: parameters }: RuleSetting): string {
  if (parameters === null) return String(severity)
  const value = { ...(severity === null ? {} : { severity }), with: parameters }
  return JSON.stringify(value)
}

function placeOf({ path, line }: Origin, { cwd }: Context): string {
  const inside = relative(cwd, path)
  const name = path.startsWith('/') ? (inside.startsWith('../../..') ? path : inside || path) : path
  return line === null ? name : `${name}:${line}`
}
