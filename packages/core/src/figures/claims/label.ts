import { descriptionOf } from '../describe.ts'
import type { Prose } from '../prose.ts'
import type { LocalFigure } from './local-claim.ts'

const opening =
  /^(?:其中[,:]?|其余的?|(?:截至|截止)?(?:目前|年底|年末|月底|\d{1,2}月底?|\d{1,2}月\d{1,2}日)[,]?|全年|今年以来|今年|本年度?|年内|共计|累计|共|先后|并|已经|已|还|另|和|及|与|以及|的|仍有|尚有|仍|尚|[中里](?=[^,。;]{2})|[,，、])+/
/** Link words between name and number, which a sum does without. */
const link = /(?:分别|有|共|达到了?|达|为|是|约|近|超过|计)+$/
const longest = 14

/** Where the words begin that are told together with a figure: the verb and noun before it, at most fourteen characters. */
export function labelFrom({ text }: Prose, figure: LocalFigure): number {
  const lead = text.slice(figure.leadFrom, figure.from)
  const shared = lead.slice(0, -1).lastIndexOf('占') + 1
  const skipped = Math.max(opening.exec(lead)?.[0].length ?? 0, shared)
  const from = figure.leadFrom + skipped
  if (figure.from - from <= longest) return from
  const subject = descriptionOf(text, figure)
  if (subject.to > subject.from && subject.to <= figure.from && figure.from - subject.from <= longest) {
    const verb = subject.from - subject.verb.length
    return text.startsWith(subject.verb, verb) && figure.from - verb <= longest ? verb : subject.from
  }
  return figure.from - longest
}

/** The figure in the writer's words: `办结30件`, `32件人民调解案件`. */
export function labelOf(prose: Prose, figure: LocalFigure): string {
  const { text } = prose.shape
  const from = labelFrom(prose, figure)
  const name = text.slice(from, figure.from).replace(/\s+/g, '').replace(link, '')
  const told = name + text.slice(figure.from, figure.to).replace(/\s+/g, '')
  if (from < figure.from) return told
  return told + text.slice(figure.to, Math.min(figure.tailTo, figure.to + 10)).replace(/\s+|[中里].*$/g, '')
}
