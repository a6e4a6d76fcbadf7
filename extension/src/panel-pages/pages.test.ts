import { expect, test } from 'vitest'
import { ledgerPage } from './ledger-page.ts'
import { tracePage } from './trace-page.ts'

test('panels show a draft’s words as words, whatever they are', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&'
  const place = { text: hostile, range: { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } } }
  const t = (text: string) => text
  const head = { uri: 'file:///a.md', version: 1, title: hostile }
  const pages = [
    ledgerPage(
      {
        ...head,
        figures: [{ ...place, subject: hostile, role: 'target', claims: [0], unchecked: hostile }],
        claims: [
          { ...place, kind: 'ratio', rule: 'figures/ratio', verdict: 'inconsistent', arithmetic: hostile },
        ],
      },
      'abc',
      t,
      'zh-cn',
    ),
    tracePage(
      {
        ...head,
        rows: [
          {
            shortcoming: place,
            causes: [place],
            verdict: 'weak',
            measures: [{ ...place, score: 1, evidence: [hostile] }],
            missing: [hostile],
          },
        ],
        unmotivated: [place],
      },
      'abc',
      t,
      'zh-cn',
    ),
  ]
  for (const page of pages) {
    expect(page).not.toContain('<img')
    expect(page).toContain("default-src 'none'")
    expect(page.match(/<(?:script|style)(?! nonce="abc")/g)).toBeNull()
    expect(page).not.toMatch(/ (?:on[a-z]+|style)="/)
  }
})
