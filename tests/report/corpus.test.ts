import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOf } from '@hegao/core'
import { describe, expect, test } from 'vitest'
import { listFiles } from '../../scripts/lib/files.mjs'
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
