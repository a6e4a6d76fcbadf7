import { draftCheck } from '../check.ts'

/** Parameters of `claim`: nothing; each claim of the ledger names the rule that objects to it. */
export type ClaimParameters = Readonly<Record<string, never>>

/**
 * Reports the claims of the ledger that name this rule and do not hold. A claim that holds only under an unusual reading is a
 * question and never louder than a warning.
 */
export const claim = draftCheck<ClaimParameters>(
  'claim',
  (analysis, _parameters, report, rule) => {
    for (const entry of analysis.ledger.objections) {
      if (entry.rule !== rule.id) continue
      report({
        at: entry.place,
        ...(entry.variant === null ? {} : { variant: entry.variant }),
        ...(entry.verdict === 'question' ? { severity: 'warning' as const } : {}),
        data: { arithmetic: entry.arithmetic, ...entry.data },
        evidence: entry.evidence.map(({ place, label }) => ({ range: place, label })),
      })
    }
  },
  ({ ledger }) => [ledger.objections],
)
