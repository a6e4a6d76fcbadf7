import type { Analysis } from '../../analysis.ts'
import { contentKey } from '../../coverage/content-key.ts'
import type { Item } from '../../report/report.ts'
import { rangeOf, textOf } from '../../text/block.ts'
import { fold } from '../../text/fold.ts'
import type { Comparison } from './comparison.ts'

/** Shortcomings that this year's report admits in the words of last year's: wholly, or at least in their first words. */
export function repeatedShortcomings(last: Analysis, now: Analysis): Comparison[] {
  const whole = new Map(last.report.shortcomings.map((item) => [contentKey(item), item]))
  const heads = new Map(last.report.shortcomings.map((item) => [headKey(item), item]))
  const chinese = now.locale === 'zh-CN'
  return now.report.shortcomings.flatMap((item): Comparison[] => {
    const same = whole.get(contentKey(item))
    const head = headKey(item)
    const alike = same ?? (head.length >= 6 ? heads.get(head) : undefined)
    if (!alike) return []
    const name = textOf(item.head)
      .trim()
      .replace(/[。；;，,]$/, '')
    return [
      {
        kind: 'shortcoming',
        verdict: 'look',
        message: chinese
          ? `不足“${name}”与上年${same ? '一字不差' : '同题'}，请写明一年来的变化`
          : `The shortcoming “${name}” is ${same ? 'word for word' : 'under the same heading as'} last year's; say what has changed`,
        now: rangeOf(item.head),
        last: rangeOf(alike.head),
      },
    ]
  })
}

function headKey(item: Item): string {
  return fold(textOf(item.head)).replace(/[^\p{L}\p{N}]+/gu, '')
}
