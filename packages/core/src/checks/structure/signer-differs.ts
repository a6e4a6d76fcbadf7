import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { isSameOrgan, type OrganKey, organKey } from './organ-key.ts'

/** Parameters of `signer-differs`: none. */
export type SignerDiffersParameters = Readonly<Record<string, never>>

/**
 * Reports signing organs of which none is the one that the title names (main message), or a report in the names of a party
 * committee and its government that only one of them signs (`joint`).
 */
export const signerDiffers = draftCheck<SignerDiffersParameters>(
  'signer-differs',
  (analysis, _parameters, report) => {
    const { issuer, signatures, titleText } = analysis.report.metadata
    const [first] = signatures
    if (!issuer || !first) return
    const signed = signatures.map(({ name }) => organKey(name))
    const isSigned = (organ: OrganKey): boolean => signed.some((key) => isSameOrgan(key, organ))
    const joint = jointIssuers(titleText ?? issuer.name)
    const silent = joint?.find((organ) => !isSigned(organ))
    if (
      joint
        ? !silent || signatures.some(({ name }) => signsForBoth.test(name))
        : isSigned(organKey(issuer.name))
    )
      return
    report({
      at: rangeOf(first.place),
      ...(silent && joint?.some(isSigned) ? { variant: 'joint' } : {}),
      data: {
        issuer: joint ? joint.map(({ name }) => name).join('、') : issuer.name,
        signer: signatures.map(({ name }) => name).join('、'),
        missing: silent?.name ?? '',
      },
      evidence: [
        {
          range: rangeOf(issuer.place),
          label: { 'zh-CN': '标题中的发文机关', en: 'the issuer in the title' },
        },
      ],
    })
  },
)

/** 青石镇党委政府, 东湾街道党工委办事处: one signature for both. */
const signsForBoth = /委、?(?:[^、]*(?:政府|办事处|管委会|管理委员会))$/

//     中共青石镇委员会 青石镇人民政府关于2024年度…
//     ^party          ^government  ^the title goes on
const joined =
  /^(中共[^ 、]{2,24}?(?:委员会|党工委|工委|委)|[^ 、]{2,24}?党工?委)[ 、和]*([^ 、]{2,24}?(?:人民政府|办事处|管委会|管理委员会))(?=关于|\d|$| )/

/** The party committee and the government that the title names side by side; null if it does not name both of one place. */
function jointIssuers(title: string): readonly [OrganKey, OrganKey] | null {
  const found = joined.exec(title)
  if (!found) return null
  const party = organKey(found[1] as string)
  const government = organKey(found[2] as string)
  const samePlace = party.place.endsWith(government.place) || government.place.endsWith(party.place)
  return party.kind === 'party' && government.kind === 'government' && samePlace ? [party, government] : null
}
