import type { Ruleset } from '@hegao/core'
import type { DocumentLink } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Client, rulePageOf } from '../client.ts'
import type { CheckedDraft } from '../drafts.ts'
import { toRange } from '../places.ts'
import { ruleOf } from '../rules.ts'

/** Rule ids in the draft's own suppression comments, each a link to the rule's page. */
export function documentLinks(draft: CheckedDraft, client: Client): DocumentLink[] {
  return draft.result.analysis.document.comments
    .filter((comment) => /^\s*hegao-/.test(comment.text))
    .flatMap((comment) => {
      const source = draft.result.draft.text.slice(comment.range.start, comment.range.end)
      return linksIn(source, comment.range.start, draft.document, draft.configuration.ruleset, client)
    })
}

/** Rule ids in a configuration file. */
export function configurationLinks(document: TextDocument, ruleset: Ruleset, client: Client): DocumentLink[] {
  return linksIn(document.getText(), 0, document, ruleset, client)
}

function linksIn(
  text: string,
  offset: number,
  document: TextDocument,
  ruleset: Ruleset,
  client: Client,
): DocumentLink[] {
  const links: DocumentLink[] = []
  for (const match of text.matchAll(/[a-z][a-z-]*\/[a-z][a-z0-9-]*/g)) {
    const rule = ruleOf(ruleset, match[0])
    if (!rule) continue
    const start = offset + match.index
    links.push({
      range: toRange(document, { start, end: start + match[0].length }),
      target: rulePageOf(client, rule.id),
      tooltip: rule.title['zh-CN'],
    })
  }
  return links
}
