import type { Analysis } from '../../analysis.ts'
import { isOrgan, levelOf } from '../../report/organ.ts'
import { type Block, rangeOf, sourceRange } from '../../text/block.ts'
import { draftCheck } from '../check.ts'
import { stageOf } from './stage.ts'

/** Parameters of `addressee-form`: none. */
export type AddresseeFormParameters = Readonly<Record<string, never>>

const central = /^(?:党中央|中共中央|国务院|中央)/

/** 尊敬的各位领导: the salutation of a speech or a letter. */
const salutation = /^尊敬的|^各位.*(?:领导|同志|代表|委员)$/

/**
 * Reports an addressee line without its colon (main message), an addressee above the organ to which the issuer reports
 * (`level`), a salutation in its place (`salutation`), and, in a submission, no addressee at all (`missing`).
 */
export const addresseeForm = draftCheck<AddresseeFormParameters>(
  'addressee-form',
  (analysis, _parameters, report) => {
    const { addressee, level, title } = analysis.report.metadata
    if (addressee && salutation.test(addressee.names.join(''))) {
      report({
        at: rangeOf(addressee.place),
        variant: 'salutation',
        data: { addressee: addressee.names.join('、') },
      })
      return
    }
    if (addressee) {
      const wrong = addressee.names.filter((name) => isTooHigh(name, level))
      if (wrong.length > 0)
        report({ at: rangeOf(addressee.place), variant: 'level', data: { addressee: wrong.join('、') } })
      return
    }
    const line = title ? lineWithoutColon(analysis, title.block) : null
    if (line) {
      const end = sourceRange(line, line.shape.text.length, line.shape.text.length)
      report({
        at: rangeOf({ block: line, from: 0, to: line.shape.text.length }),
        data: { addressee: line.shape.text },
        fixes: [
          {
            kind: 'safe',
            title: { 'zh-CN': '在主送机关后加冒号', en: 'Put a colon behind the addressee' },
            edits: [{ range: end, text: analysis.report.foldedWidth ? ':' : '：' }],
          },
        ],
      })
    } else if (stageOf(analysis) === 'submission' && analysis.report.sections.length > 0)
      report({ at: null, variant: 'missing' })
  },
)

/** Whether the addressee is further up than the organ next above the issuer. */
function isTooHigh(name: string, level: Analysis['report']['metadata']['level']): boolean {
  if (level === 'township') return central.test(name) || levelOf(name) === 'province'
  return (level === 'county' || level === 'city') && central.test(name)
}

/** The block behind the title that names a superior organ like an addressee, but does not end with a colon. */
function lineWithoutColon(analysis: Analysis, title: Block): Block | null {
  const { blocks, metadata } = analysis.report
  const at = blocks.indexOf(title)
  for (const block of blocks.slice(at + 1, at + 4)) {
    const { folded } = block.shape
    if (folded.length > 40) return null
    const names = folded.replace(/[。,;.]+$/, '').split(/[、,]/)
    if (names.length > 4) return null
    const superior = (name: string): boolean =>
      /^[省市县区镇乡州](?:委|政府|人大|人民政府|人大常委会)$/.test(name) ||
      (isOrgan(name) && /(?:委|委员会|政府|人大|常委会)$/.test(name))
    const [head = '', ...others] = names
    if (!superior(head) || !others.every((name) => superior(name) || isOrgan(name))) continue
    const isIssuer = names.some(
      (name) => metadata.issuer?.name.includes(name) || name.includes(metadata.issuer?.name ?? '\0'),
    )
    if (isIssuer) return null
    const next = blocks[blocks.indexOf(block) + 1]
    return next && next.shape.folded.length > 40 ? block : null
  }
  return null
}
