import {
  basisLine,
  builtinDocs,
  type Locale,
  type Rule,
  type RuleDocs,
  type Ruleset,
  rulePage,
  severityNames,
} from '@hegao/core'

/** The rule with the id; null if the ruleset has none. */
export function ruleOf(ruleset: Ruleset, id: string): Rule | null {
  return ruleset.rules.find((rule) => rule.id === id) ?? null
}

/** What a person reads about a built-in rule; null for a rule of somebody else's pack. */
export function docsOf(id: string): RuleDocs | null {
  return builtinDocs.find((docs) => docs.id === id) ?? null
}

/** The page of a rule as Markdown; needs no network. A rule of somebody else's pack has what running it needs: words and basis. */
export function pageOf(rule: Rule, locale: Locale): string {
  const docs = docsOf(rule.id)
  if (docs) return rulePage(rule, docs, locale)
  return [
    `# ${rule.id}`,
    `**${rule.title[locale]}** · ${severityNames[rule.severity][locale]}`,
    `${rule.message[locale]}  \n${rule.advice[locale]}`,
    basisLine(rule.basis, locale),
  ].join('\n\n')
}
