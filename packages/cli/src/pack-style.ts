import type { LocalText, Rule } from '@hegao/core'

/**
 * What the house style has against a rule's words; the built-in rules are held to the same in tests. Messages end without
 * a full stop, advice ends with one; Chinese uses full-width marks.
 */
export function styleProblems(rule: Rule): string[] {
  const problems: string[] = []
  const look = (text: LocalText, kind: 'message' | 'advice', where: string): void => {
    const zh = text['zh-CN']
    const { en } = text
    const tell = (what: string): void => {
      problems.push(`${where}${kind}: ${what}`)
    }
    if (/[\u4e00-\u9fff][,:;?!()]|[,:;?!()][\u4e00-\u9fff]/.test(zh))
      tell('zh-CN: half-width marks beside Chinese')
    if (/[，。；：？！（）]/.test(en)) tell('en: Chinese punctuation')
    if (kind === 'message' && /[。！]$/.test(zh)) tell('zh-CN: a message has no full stop at its end')
    if (kind === 'message' && /[.!]$/.test(en)) tell('en: a message has no full stop at its end')
    if (kind === 'advice' && !/。$/.test(zh)) tell('zh-CN: advice ends with 。')
    if (kind === 'advice' && !/\.$/.test(en)) tell('en: advice ends with a full stop')
  }
  look(rule.message, 'message', '')
  look(rule.advice, 'advice', '')
  for (const [name, variant] of Object.entries(rule.variants)) {
    look(variant.message, 'message', `variants.${name}.`)
    look(variant.advice, 'advice', `variants.${name}.`)
  }
  return problems
}
