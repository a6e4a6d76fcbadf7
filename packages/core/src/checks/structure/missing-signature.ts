import { draftCheck } from '../check.ts'
import { absenceSeverity } from './stage.ts'

/** Parameters of `missing-signature`: none. */
export type MissingSignatureParameters = Readonly<Record<string, never>>

/** Reports a draft that nobody signs. Loud for a submission, low for a draft, silent for a published page. */
export const missingSignature = draftCheck<MissingSignatureParameters>(
  'missing-signature',
  (analysis, _parameters, report) => {
    const severity = absenceSeverity(analysis)
    const { signatures, issuer } = analysis.report.metadata
    if (severity === null || signatures.length > 0 || analysis.report.sections.length === 0) return
    report({
      at: null,
      severity,
      data: { issuer: issuer?.name ?? { 'zh-CN': '发文机关', en: 'the issuing organ' } },
    })
  },
)
