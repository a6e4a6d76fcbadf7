import { blockCheck, type LocalObservation } from '../check.ts'
import { finders } from './finders.ts'

/** Parameters of `personal-data`: what to look for. */
export interface PersonalDataParameters {
  readonly kind: keyof typeof finders
}

const none: readonly LocalObservation[] = []

/** Personal data that a published report must not show. Masked numbers and public hotlines are none. */
export const personalData = blockCheck<PersonalDataParameters>(
  'personal-data',
  ({ kind }) => finders[kind].needs,
  ({ kind }) =>
    (shape) => {
      const places = finders[kind].find(shape.folded, shape.signs)
      if (places.length === 0) return none
      return places.map(({ from, to, masked }) => ({
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
    },
)
