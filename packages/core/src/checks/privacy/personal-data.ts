import { isProse } from '../../text/block.ts'
import { blockCheck } from '../check.ts'
import { finders } from './finders.ts'

/** Parameters of `personal-data`: what to look for. */
export interface PersonalDataParameters {
  readonly kind: keyof typeof finders
}

/** Personal data that a published report must not show. Masked numbers and public hotlines are none. */
export const personalData = blockCheck<PersonalDataParameters>('personal-data', ({ kind }) => (shape) => {
  if (!isProse(shape)) return []
  return finders[kind](shape.folded).map(({ from, to, masked }) => ({
    from,
    to,
    data: { masked },
    fixes: [
      {
        kind: 'suggestion' as const,
        title: { 'zh-CN': `遮去中间部分：${masked}`, en: `Mask it: ${masked}` },
        edits: [{ from, to, text: masked }],
      },
    ],
  }))
})
