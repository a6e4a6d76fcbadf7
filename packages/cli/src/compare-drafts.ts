import { type Comparison, compareReports, type LineIndex, type Range } from '@hegao/core'
import { placeRange } from '@hegao/workspace'
import type { Context } from './context.ts'
import { openDraft } from './open-draft.ts'
import type { Arguments } from './options.ts'
import { markdownTable } from './tables/table.ts'
import { excerptOf } from './terminal/excerpt.ts'
import { wrap } from './terminal/width.ts'
import { words } from './words.ts'

/** Runs `hegao compare`. Exits with 1 if the two reports contradict each other. */
export async function compareDrafts(args: Arguments, format: string, context: Context): Promise<number> {
  const [lastName, thisName] = args.words as [string, string]
  const last = await openDraft(lastName, args, context)
  const now = await openDraft(thisName, args, context)
  const found = compareReports(last.result.analysis, now.result.analysis)
  const lines = { last: last.result.analysis.document.lines, now: now.result.analysis.document.lines }
  const wrong = found.filter((entry) => entry.verdict === 'wrong').length
  if (format === 'json') {
    const entries = found.map((entry) => ({
      ...entry,
      now: entry.now && placeRange(entry.now, lines.now),
      last: entry.last && placeRange(entry.last, lines.last),
    }))
    context.out(
      `${JSON.stringify({ version: 1, last: lastName, this: thisName, comparisons: entries }, null, 2)}\n`,
    )
  } else if (format === 'markdown') {
    context.out(
      markdownTable({
        headings: headings[context.locale],
        rows: found.map((entry) => [
          kindWords[entry.kind][context.locale],
          verdictWords[entry.verdict][context.locale],
          entry.message,
          placeOf(entry.now, lines.now),
          placeOf(entry.last, lines.last),
        ]),
      }),
    )
  } else {
    for (const kind of ['growth', 'plan', 'shortcoming', 'paragraph'] as const) {
      const own = found.filter((entry) => entry.kind === kind)
      if (own.length === 0) continue
      context.out(`${context.paint.strong(kindWords[kind][context.locale])}\n\n`)
      for (const entry of own)
        context.out(entryText(entry, { thisName, lastName, lines, source: now.file.draft.text }, context))
    }
    context.out(closing(found, context))
  }
  return wrong > 0 ? 1 : 0
}

interface Sources {
  readonly thisName: string
  readonly lastName: string
  readonly lines: { readonly now: LineIndex; readonly last: LineIndex }
  readonly source: string
}

function entryText(entry: Comparison, sources: Sources, { locale, paint, columns }: Context): string {
  const colour = { wrong: paint.error, look: paint.warning, right: paint.good }[entry.verdict]
  const [first = '', ...rest] = wrap(entry.message, columns - 10)
  const out = [
    `  ${colour(verdictWords[entry.verdict][locale])}  ${first}`,
    ...rest.map((line) => `        ${line}`),
  ]
  const places = [
    ...(entry.now ? [`${sources.thisName}:${placeOf(entry.now, sources.lines.now)}`] : []),
    ...(entry.last ? [`${sources.lastName}:${placeOf(entry.last, sources.lines.last)}`] : []),
  ]
  if (entry.now && entry.verdict !== 'right' && entry.kind === 'growth') {
    const { text, mark } = excerptOf(sources.source, entry.now.start, entry.now.end, columns - 10)
    out.push(`        ${paint.dim('│')} ${text}`, `        ${paint.dim('│')} ${colour(mark)}`)
  }
  out.push(`        ${paint.dim(places.join(' ← '))}`)
  return `${out.join('\n')}\n\n`
}

function closing(found: readonly Comparison[], { locale, paint }: Context): string {
  const count = (verdict: Comparison['verdict']): number =>
    found.filter((entry) => entry.verdict === verdict).length
  if (found.length === 0)
    return paint.dim(
      locale === 'zh-CN' ? '两份报告之间没有可以对照的内容\n' : 'There is nothing to compare\n',
    )
  return locale === 'zh-CN'
    ? `${count('wrong')} 处矛盾，${count('look')} 处请核对，${count('right')} 处与上年数据相符\n`
    : `${count('wrong')} contradictions, ${count('look')} to look at, ${count('right')} that agree with last year\n`
}

function placeOf(range: Range | null, lines: LineIndex): string {
  if (range === null) return ''
  const { line, column } = lines.at(range.start)
  return `${line}:${column}`
}

const kindWords = {
  growth: words('增幅与上年数据', "Growth against last year's figures"),
  plan: words('上年的安排', "Last year's plan"),
  shortcoming: words('与上年相同的不足', "Shortcomings as last year's"),
  paragraph: words('照抄的段落', 'Paragraphs taken over'),
} as const

const verdictWords = {
  wrong: words('矛盾', 'wrong'),
  look: words('核对', 'look'),
  right: words('相符', 'right'),
} as const

const headings = {
  'zh-CN': ['类别', '结论', '说明', '本年位置', '上年位置'],
  en: ['kind', 'verdict', 'what', 'this year', 'last year'],
} as const
