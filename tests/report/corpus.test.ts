import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { formatOfPath, textOf } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { listFiles, root } from '../../scripts/lib/files.mjs'
import { reportOf } from './report-of.ts'

const corpus = process.env.HEGAO_CORPUS

interface PartLabels {
  readonly file: string
  readonly period: number
  readonly roles: Readonly<Record<string, readonly string[]>>
  readonly shortcomings: readonly string[]
}

const folded = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const clean = listFiles(`${root}/tests/fixtures/drafts`, '.txt')
  .concat(listFiles(`${root}/tests/fixtures/drafts`, '.md'))
  .filter((file) => basename(file).startsWith('clean-'))

test.each(clean.map((file) => [basename(file), file]))('every mandated part of %s is found', (_, file) => {
  const report = reportOf(readFileSync(file as string, 'utf8'), formatOfPath(file as string))
  for (const role of ['achievements', 'shortcomings', 'responsibility', 'plan'])
    expect(report.parts.find((part) => part.role === role)?.sections.length, role).toBeGreaterThan(0)
  expect(report.shortcomings.length).toBeGreaterThan(0)
  expect(report.measures.length).toBeGreaterThan(0)
})

if (corpus) {
  describe('labelled reports', () => {
    const files = listFiles(join(corpus, 'labels'), '.json')
    expect(files.length).toBeGreaterThan(0)
    test.each(files.map((file) => [JSON.parse(readFileSync(file, 'utf8')) as PartLabels]))(
      '$file',
      (labels) => {
        const report = reportOf(readFileSync(join(corpus, 'reports', labels.file), 'utf8'))
        expect(report.metadata.period?.year).toBe(labels.period)
        for (const part of report.parts) {
          const wanted = labels.roles[part.role] ?? []
          const found = part.sections.map(
            (section) => `${section.label ? textOf(section.label.place) : ''}${section.title}`,
          )
          expect(found.length, part.role).toBe(wanted.length)
          for (const [nth, heading] of wanted.entries()) expect(found[nth]).toContain(heading)
        }
        const heads = report.shortcomings.map((item) => folded(textOf(item.head)))
        expect(heads).toEqual(labels.shortcomings.map(folded))
      },
    )
  })

  describe('work reports', () => {
    test.each(listFiles(join(corpus, 'work-reports'), '.txt').map((file) => [file.split('/').at(-1), file]))(
      '%s',
      (_, file) => {
        const report = reportOf(
          readFileSync(file as string, 'utf8').replace(/^\uFEFF/, ''),
          'text',
          'generic',
        )
        expect(report.metadata.period?.year).toBe(2024)
        expect(report.metadata.level).toBe('province')
        const roles = report.sections
          .filter((section) => section.parent === -1)
          .map((section) => section.role)
        expect(roles[0]).toBe('achievements')
        expect(roles).toContain('plan')
      },
    )
  })
}
