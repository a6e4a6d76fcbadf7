import { severities } from '@hegao/core'
import type { PlacedRange, ReportedFinding } from '@hegao/workspace'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markerOf, type PlacedFinding } from './marked-text.ts'

const text = '青石镇全年受理案件32件，办结30件。'

/** What is marked at an offset: the loudest of the findings that hold it, of several the first. */
function anchorAt(findings: readonly PlacedFinding[], offset: number): string | null {
  const here = findings.filter(
    ({ finding: { document, range } }) => !document && range.start <= offset && offset < range.end,
  )
  const loudest = severities.find((severity) => here.some(({ finding }) => finding.severity === severity))
  return here.find(({ finding }) => finding.severity === loudest)?.anchor ?? null
}

/** Each character of the HTML with the anchor of the mark that it stands in. */
function marked(html: string): (readonly [string, string | null])[] {
  const characters: [string, string | null][] = []
  let anchor: string | null = null
  for (const [, opened, closed, character = ''] of html.matchAll(
    /<mark class="\w+"><a href="#(\w+)">|(<\/a><\/mark>)|([\s\S])/g,
  )) {
    if (opened) anchor = opened
    else if (closed) anchor = null
    else characters.push([character, anchor])
  }
  return characters
}

const drawn = fc.record({
  start: fc.nat(text.length),
  length: fc.nat(8),
  severity: fc.constantFrom(...severities),
  document: fc.boolean(),
})

it('marks each character with the loudest finding that holds it, stretch by stretch', () => {
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 8 }), fc.nat(text.length), (all, middle) => {
      const findings = all.map(({ start, length, severity, document }, nth): PlacedFinding => {
        const range = { start, end: Math.min(text.length, start + length) } as PlacedRange
        return { finding: { severity, document, range } as ReportedFinding, anchor: `f${nth}` }
      })
      const mark = markerOf(text, findings)
      const html = mark(0, middle) + mark(middle, text.length)
      expect(marked(html)).toEqual(
        [...text].map((character, offset) => [character, anchorAt(findings, offset)]),
      )
    }),
  )
})
