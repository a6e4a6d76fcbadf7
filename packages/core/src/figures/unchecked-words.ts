import type { Locale, LocalText } from '../finding.ts'

/** Why the ledger did not check a figure, in a writer's words. */
const reasons: Readonly<Record<string, LocalText>> = {
  'no-relation': { 'zh-CN': '文中没有可与它核对的数据', en: 'the text states nothing to check it against' },
  target: { 'zh-CN': '是目标值，不是结果', en: 'it is a target, not a result' },
  'base-not-stated': { 'zh-CN': '文中没有给出上年数', en: 'the figure of the year before is not stated' },
  'denominator-not-stated': { 'zh-CN': '文中没有给出分母', en: 'its denominator is not stated' },
}

/** The reason in words; one without words of its own is shown as it is rather than hidden. */
export function uncheckedReason(reason: string, locale: Locale): string {
  return reasons[reason]?.[locale] ?? reason
}
