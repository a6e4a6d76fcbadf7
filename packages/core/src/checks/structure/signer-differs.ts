import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { isSameOrgan, organKey } from './organ-key.ts'

/** Parameters of `signer-differs`: none. */
export type SignerDiffersParameters = Readonly<Record<string, never>>

/** Reports signing organs of which none is the one that the title names. */
export const signerDiffers = draftCheck<SignerDiffersParameters>(
  'signer-differs',
  (analysis, _parameters, report) => {
    const { issuer, signatures } = analysis.report.metadata
    const [first] = signatures
    if (!issuer || !first) return
    const titled = organKey(issuer.name)
    if (signatures.some(({ name }) => isSameOrgan(organKey(name), titled))) return
    report({
      at: rangeOf(first.place),
      data: { issuer: issuer.name, signer: signatures.map(({ name }) => name).join('、') },
      evidence: [
        {
          range: rangeOf(issuer.place),
          label: { 'zh-CN': '标题中的发文机关', en: 'the issuer in the title' },
        },
      ],
    })
  },
)
