import { rangeOf } from '../../text/block.ts'
import { draftCheck } from '../check.ts'

/** Parameters of `title-form`: none; the profile says which kinds of document the title may name. */
export type TitleFormParameters = Readonly<Record<string, never>>

/** Notes in brackets that may follow the kind of document. */
const note = / ?[(（][^()（）]{1,12}[)）]$/
const issuerOrYear = /(?:19|20)\d\d ?年|[二一][〇○零一二三四五六七八九]{3}年/

/** Reports a title that does not name the kind of document (main message), the issuer, or the year. */
export const titleForm = draftCheck<TitleFormParameters>('title-form', (analysis, _parameters, report) => {
  const { title, titleText, issuer } = analysis.report.metadata
  const kinds = analysis.profile.documentKinds
  if (!title || !titleText || kinds.length === 0) return
  const at = rangeOf(title)
  const bare = titleText.replace(note, '').replace(/[。.!！;；:：,，、\s》]+$/, '')
  if (!kinds.some((kind) => bare.endsWith(kind))) {
    const written =
      /(?:工作)?(?:总结|汇报|情况|述职|述法|要点|安排|计划|方案|意见|通知|综述|白皮书|材料)$/.exec(bare)
    report({ at, data: { kind: kinds[0] as string, written: written?.[0] ?? bare.slice(-4) } })
  }
  if (!issuer || issuer.place.from === issuer.place.to) report({ at, variant: 'issuer' })
  if (!issuerOrYear.test(titleText)) report({ at, variant: 'year' })
})
