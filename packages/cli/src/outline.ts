import {
  type BlockRange,
  type CheckResult,
  type Item,
  type Locale,
  rangeOf,
  type Section,
  textOf,
} from '@hegao/core'
import type { Context } from './context.ts'
import { headOf } from './tables/trace-rows.ts'
import { clip, padEnd } from './terminal/width.ts'
import { words } from './words.ts'

/** The recognised structure, as people read it: what the draft says it is, its sections with their parts, its items. */
export function outlineText(result: CheckResult, { locale, paint, columns }: Context): string {
  const { report, profile } = result.analysis
  const said = names[locale]
  const fact = ([name, value]: readonly [string, string]): string => `${paint.dim(padEnd(name, 12))}${value}`
  const facts = factsOf(result, locale)
    .filter(([, value]) => value !== '')
    .map(fact)
  const roles = new Map(profile.parts.map((part) => [part.role, part.name[locale]]))
  const sections = report.sections.map((section) => {
    const role = section.role === null ? undefined : roles.get(section.role)
    const outermost = section.parent === -1 || report.sections[section.parent]?.role !== section.role
    const indent = '  '.repeat(section.level)
    const heading = clip(sectionName(section), columns - indent.length - 30)
    return `${indent}${heading}${role && outermost ? `  ${paint.good(`【${role}】`)}` : ''}`
  })
  const missing = profile.parts
    .filter((part) => part.presence === 'required')
    .filter((part) => !report.parts.some((found) => found.role === part.role && found.sections.length > 0))
    .map((part) => `  ${paint.error(`${said.missing}【${part.name[locale]}】`)}`)
  const items = (list: readonly Item[], mark: string): string[] =>
    list.map((item) => {
      const cues = [...new Set(item.cues.map((cue) => cueWords[cue.kind][locale]))]
      const label = item.label ? textOf(item.label.place).trim() : `${mark}${item.index + 1}`
      const tail = cues.length > 0 ? `  ${paint.dim(cues.join('·'))}` : ''
      return `  ${padEnd(label, 6)}${clip(headOf(item), columns - 24)}${tail}`
    })
  const group = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.strong(title), ...lines]
  const lines = [
    ...facts,
    ...group(said.sections, [...sections, ...missing]),
    ...group(said.shortcomings, items(report.shortcomings, '#')),
    ...group(said.measures, items(report.measures, '#')),
  ]
  return `${lines.join('\n')}\n`
}

/** The same for programs; ranges are UTF-16 offsets. */
export function outlineJson(result: CheckResult): unknown {
  const { report, profile } = result.analysis
  const { metadata } = report
  const place = (at: BlockRange | null): unknown =>
    at === null ? null : { text: textOf(at), range: rangeOf(at) }
  const item = (entry: Item): unknown => ({
    index: entry.index,
    label: entry.label ? textOf(entry.label.place) : null,
    head: place(entry.head),
    section: entry.section.index,
    cues: entry.cues.map((cue) => ({ kind: cue.kind, ...(place(cue.place) as object) })),
  })
  return {
    version: 1,
    path: result.draft.path,
    profile: profile.id,
    period: result.period,
    metadata: {
      title: metadata.titleText,
      issuer: metadata.issuer?.name ?? null,
      level: metadata.level,
      addressee: metadata.addressee?.names ?? [],
      signatures: metadata.signatures.map(({ name }) => name),
      signedOn: metadata.signedOn?.iso ?? null,
      publishedOn: metadata.publishedOn?.iso ?? null,
      writtenOn: metadata.writtenOn?.iso ?? null,
      documentNumber: metadata.documentNumber ? textOf(metadata.documentNumber) : null,
    },
    sections: report.sections.map((section) => ({
      index: section.index,
      level: section.level,
      label: section.label ? textOf(section.label.place) : null,
      title: section.title,
      range: rangeOf(section.titlePlace),
      runIn: section.runIn,
      parent: section.parent,
      role: section.role,
    })),
    parts: report.parts.map((part) => ({
      role: part.role,
      sections: part.sections.map((section) => section.index),
      mentions: part.mentions.map(place),
    })),
    shortcomings: report.shortcomings.map(item),
    measures: report.measures.map(item),
    furniture: report.furniture,
  }
}

function factsOf({ analysis, period }: CheckResult, locale: Locale): (readonly [string, string])[] {
  const { metadata } = analysis.report
  const said = names[locale]
  return [
    [said.profile, analysis.profile.name[locale]],
    [said.title, metadata.titleText ?? ''],
    [said.issuer, metadata.issuer?.name ?? ''],
    [said.period, period === null ? '' : String(period)],
    [said.addressee, metadata.addressee?.names.join('、') ?? ''],
    [said.signature, metadata.signatures.map(({ name }) => name).join('、')],
    [said.signedOn, metadata.signedOn?.iso ?? ''],
    [said.publishedOn, metadata.publishedOn?.iso ?? ''],
    [said.documentNumber, metadata.documentNumber ? textOf(metadata.documentNumber) : ''],
  ]
}

function sectionName(section: Section): string {
  return `${section.label ? textOf(section.label.place).trim() : ''}${section.title}`
}

const cueWords = {
  cause: words('原因', 'cause'),
  measure: words('措施', 'measure'),
  deficit: words('不足', 'deficit'),
} as const

const names = {
  'zh-CN': {
    profile: '报告类型',
    title: '标题',
    issuer: '报告单位',
    period: '报告年度',
    addressee: '主送机关',
    signature: '落款',
    signedOn: '成文日期',
    publishedOn: '发布日期',
    documentNumber: '文号',
    sections: '结构',
    shortcomings: '存在的不足',
    measures: '下一年度安排',
    missing: '缺少',
  },
  en: {
    profile: 'type',
    title: 'title',
    issuer: 'issuer',
    period: 'year',
    addressee: 'to',
    signature: 'signed by',
    signedOn: 'signed on',
    publishedOn: 'published',
    documentNumber: 'number',
    sections: 'Sections',
    shortcomings: 'Shortcomings',
    measures: 'Planned measures',
    missing: 'missing ',
  },
} as const
