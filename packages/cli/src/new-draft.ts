import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { formatOfPath, nearest, reportSkeleton, type SkeletonFacts } from '@hegao/core'
import {
  loadRuleset,
  type Problem,
  resolveConfiguration,
  systemReason,
  writeFileAtomic,
} from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import { problemError } from './open-draft.ts'
import { type Arguments, numberOption, textOption } from './options.ts'

/** Runs `hegao new`. Never overwrites a file. */
export async function newDraft(args: Arguments, context: Context): Promise<number> {
  const name = args.words[0]
  const path = resolve(context.cwd, name ?? 'draft.md')
  const { configuration, problems } = await resolveConfiguration(path)
  const { ruleset, problems: packProblems } = await loadRuleset(configuration)
  const first: Problem | undefined = problems[0] ?? packProblems[0]
  if (first) throw problemError(first)
  const withParts = ruleset.profiles.filter((profile) => profile.parts.length > 0)
  const ids = withParts.map((profile) => profile.id)
  const wanted =
    textOption(args, 'profile') ?? configuration.settings.profile?.value ?? 'law-based-government'
  const profile = withParts.find(({ id }) => id === wanted)
  if (!profile) {
    const close = nearest(wanted, ids)
    throw new UserError(
      `没有可以生成骨架的报告类型“${wanted}”；${close ? `是否指“${close}”？` : `可用：${ids.join(', ')}`}`,
      `There is no skeleton for the profile "${wanted}"; ${close ? `did you mean "${close}"?` : `known: ${ids.join(', ')}`}`,
    )
  }
  const issuer = textOption(args, 'issuer') ?? configuration.settings.issuer?.value
  const year = numberOption(args, 'year') ?? configuration.settings.period?.value
  if (issuer === undefined || year === undefined)
    throw new UserError(
      `请写明${issuer === undefined ? '报告单位 --issuer' : ''}${issuer === undefined && year === undefined ? '和' : ''}${year === undefined ? '报告年度 --year' : ''}`,
      `Say${issuer === undefined ? ' who reports: --issuer' : ''}${issuer === undefined && year === undefined ? ', and' : ''}${year === undefined ? ' the report year: --year' : ''}`,
    )
  if (year < 1949 || year > 2999)
    throw new UserError(`--year 应是年份，而不是 ${year}`, `--year wants a year, not ${year}`)
  const to = textOption(args, 'to')
  const signedOn = signingDay(year)
  const text = reportSkeleton(profile, {
    issuer,
    year,
    signedOn: signedOn.day,
    format: name === undefined ? 'markdown' : formatOfPath(name),
    ...(to === undefined ? {} : { addressee: to }),
  })
  if (name === undefined) {
    context.out(text)
    return 0
  }
  if (existsSync(path))
    throw new UserError(
      `${name} 已存在，没有改动；请换一个文件名`,
      `${name} exists and was left alone; choose another name`,
    )
  try {
    writeFileAtomic(path, text)
  } catch (error) {
    const reason = systemReason(error)
    throw new UserError(`无法写入 ${name}：${reason['zh-CN']}`, `Cannot write ${name}: ${reason.en}`)
  }
  const { locale } = context
  const assumed = signedOn.assumed
    ? locale === 'zh-CN'
      ? '；成文日期是暂填的，请改'
      : '; the signing date is provisional, change it'
    : ''
  context.out(
    locale === 'zh-CN'
      ? `已生成 ${name}${assumed}；写好“（填：…）”处后，运行 hegao check ${name}\n`
      : `Wrote ${name}${assumed}; fill in what is marked （填：…）, then run hegao check ${name}\n`,
  )
  return 0
}

/** Today, if that is in the year in which the report is due; otherwise a provisional day in that year. */
function signingDay(year: number): { day: SkeletonFacts['signedOn']; assumed: boolean } {
  const now = new Date()
  if (now.getFullYear() === year + 1)
    return { day: { year: year + 1, month: now.getMonth() + 1, day: now.getDate() }, assumed: false }
  return { day: { year: year + 1, month: 1, day: 31 }, assumed: true }
}
