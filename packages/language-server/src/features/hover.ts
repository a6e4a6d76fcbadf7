import {
  basisLine,
  type Claim,
  contains,
  type Figure,
  type Finding,
  rangeOf,
  uncheckedReason,
} from '@hegao/core'
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver'
import { type Client, rulePageOf } from '../client.ts'
import type { CheckedDraft } from '../drafts.ts'
import { namesAt } from '../names.ts'
import { holds, toRange } from '../places.ts'
import { docsOf, ruleOf } from '../rules.ts'
import { type Words, wordsOf } from '../words.ts'

/**
 * What is known about the place: findings with their reason and basis, the figure's entry in the ledger with its
 * arithmetic, the dates of a law or formula. Nothing is computed that the analysis has not.
 */
export function hover(draft: CheckedDraft, position: Position, client: Client): Hover | null {
  const offset = draft.document.offsetAt(position)
  const said = wordsOf(draft.locale)
  const findings = draft.result.findings.filter(
    (finding) => !finding.document && holds(finding.range, offset),
  )
  const figure =
    draft.result.analysis.ledger.figures.find((one) => covers(rangeOf(one.place), offset)) ?? null
  const names = namesAt(draft, offset)
  const sections = [
    ...findings.map((finding) => findingText(finding, draft, client, said)),
    ...(figure ? [figureText(figure, draft, said)] : []),
    ...names.map(({ text }) => text),
  ]
  if (sections.length === 0) return null
  const ranges = [
    ...(figure ? [rangeOf(figure.place)] : []),
    ...names.map((name) => name.range),
    ...findings.map((finding) => finding.range),
  ]
  const smallest = ranges.reduce((a, b) => (contains(a, b) ? b : a))
  const value = sections.join('\n\n---\n\n')
  return {
    contents: client.markdownHover
      ? { kind: MarkupKind.Markdown, value }
      : { kind: MarkupKind.PlainText, value: plain(value) },
    range: toRange(draft.document, smallest),
  }
}

/** Half open, unlike a caret's range: the pointer is on a character. */
function covers(range: { readonly start: number; readonly end: number }, offset: number): boolean {
  return range.start <= offset && offset < range.end
}

/** Our own editor shows the finding's words above the hover by itself; others get them here. */
function findingText(finding: Finding, draft: CheckedDraft, client: Client, said: Words): string {
  const rule = ruleOf(draft.configuration.ruleset, finding.rule)
  const docs = docsOf(finding.rule)
  const page = rulePageOf(client, finding.rule)
  const lines = client.panels
    ? []
    : [
        `**${shown(finding.message)}**`,
        shown(finding.advice),
        /^https?:/.test(page) ? `[${finding.rule}](${page})` : `\`${finding.rule}\``,
      ]
  if (docs) lines.push(`*${said.why}*：${docs.why[draft.locale]}`)
  if (rule) lines.push(`*${said.basis}*：${basisLine(rule.basis, draft.locale)}`)
  return lines.filter((line) => line !== '').join('\n\n')
}

function figureText(figure: Figure, draft: CheckedDraft, said: Words): string {
  const { ledger } = draft.result.analysis
  const target = figure.role === 'target' ? said.target : ''
  const lines = [`**${said.figure}** ${shown(figure.text)} ${shown(figure.subject)}${target}`.trim()]
  const claims = ledger.claims.filter((claim) =>
    claim.operands.some((operand) => operand.figure === figure.index),
  )
  for (const claim of claims) lines.push(`- ${claimText(claim, said)}`)
  const unchecked = ledger.unchecked.find((entry) => entry.figure === figure.index)
  if (unchecked) lines.push(said.notChecked(uncheckedReason(unchecked.reason, draft.locale)))
  return lines.join('\n\n').replaceAll('\n\n- ', '\n- ').replace('\n- ', '\n\n- ')
}

function claimText(claim: Claim, said: Words): string {
  const mark = { consistent: '✓', inconsistent: '✗', question: '?', unchecked: '–' }[claim.verdict]
  return `${mark} ${said.verdict[claim.verdict]}：${shown(claim.arithmetic)}`
}

/** Text from the draft inside Markdown: what would be markup is shown as it is. */
function shown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, '\\$&')
}

/** Markdown of ours as plain text, for clients that cannot show it. */
function plain(markdown: string): string {
  return markdown.replace(/\*\*|(?<!\\)\*|\\(?=[\\`*_[\]<>|~])/g, '').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
}
