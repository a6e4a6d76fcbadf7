import type { Check } from './check.ts'
import { citationsChecks } from './citations/index.ts'
import { datesChecks } from './dates/index.ts'
import { figuresChecks } from './figures/index.ts'
import { numberingChecks } from './numbering/index.ts'
import { numeralsChecks } from './numerals/index.ts'
import { plansChecks } from './plans/index.ts'
import { privacyChecks } from './privacy/index.ts'
import { punctuationChecks } from './punctuation/index.ts'
import { structureChecks } from './structure/index.ts'
import { termsChecks } from './terms/index.ts'

/** Every check kind, by name. A new check is one file in its family's folder and one line in the family's index. */
const checks: ReadonlyMap<string, Check> = new Map(
  [
    ...structureChecks,
    ...datesChecks,
    ...figuresChecks,
    ...plansChecks,
    ...termsChecks,
    ...citationsChecks,
    ...numberingChecks,
    ...punctuationChecks,
    ...numeralsChecks,
    ...privacyChecks,
  ].map((check) => [check.kind, check]),
)

/** The names of all check kinds. */
export const checkKinds: readonly string[] = [...checks.keys()]

/**
 * The check of that kind.
 * @throws RangeError if there is none; a loaded pack never names one that is missing.
 */
export function checkOf(kind: string): Check {
  const check = checks.get(kind)
  if (!check) throw new RangeError(`there is no check kind "${kind}"`)
  return check
}
