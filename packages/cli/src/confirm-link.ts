import { dirname, join } from 'node:path'
import { contentKey, type Item } from '@hegao/core'
import {
  isProblem,
  type LinkEntry,
  linksName,
  nearestSideFile,
  sideFileKey,
  systemReason,
  writeLinks,
} from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import { type OpenDraft, problemError } from './open-draft.ts'
import { headOf } from './tables/trace-rows.ts'

/** Writes a link that a person has confirmed into the nearest `hegao.links.json`, or a new one beside the draft. */
export async function confirmLink(
  { found, result }: OpenDraft,
  link: string,
  context: Context,
): Promise<number> {
  const { report } = result.analysis
  const [, left, right] = /^(\d+)=(\d+)$/.exec(link) ?? []
  if (left === undefined || right === undefined)
    throw new UserError(
      `--confirm 应写成“不足的序号=措施的序号”，如 2=3，而不是“${link}”`,
      `--confirm wants SHORTCOMING=MEASURE by number, e.g. 2=3, not "${link}"`,
    )
  const shortcoming = pick(report.shortcomings, left, '不足', 'shortcomings')
  const measure = pick(report.measures, right, '措施', 'measures')
  const nearest = await nearestSideFile<LinkEntry>(linksName, 'links', found.path, new Map())
  if (nearest !== null && isProblem(nearest)) throw problemError(nearest)
  const path = nearest?.path ?? join(dirname(found.path), linksName)
  const key = sideFileKey(path, found.path)
  const drafts = { ...nearest?.drafts }
  const entry: LinkEntry = {
    shortcoming: contentKey(shortcoming),
    measure: contentKey(measure),
    texts: [headOf(shortcoming), headOf(measure)],
  }
  const others = (drafts[key] ?? []).filter(
    (known) => known.shortcoming !== entry.shortcoming || known.measure !== entry.measure,
  )
  try {
    writeLinks(path, { ...drafts, [key]: [...others, entry] })
  } catch (error) {
    const reason = systemReason(error)
    throw new UserError(`无法写入 ${path}：${reason['zh-CN']}`, `Cannot write ${path}: ${reason.en}`)
  }
  context.out(
    context.locale === 'zh-CN'
      ? `已确认：“${entry.texts[0]}”由“${entry.texts[1]}”回应，记入 ${linksName}；任何一方改动后须重新确认\n`
      : `Confirmed: "${entry.texts[0]}" is answered by "${entry.texts[1]}", in ${linksName}; confirm again when either changes\n`,
  )
  return 0
}

function pick(items: readonly Item[], number: string, zh: string, en: string): Item {
  const item = items[Number(number) - 1]
  if (item) return item
  throw new UserError(
    `没有第 ${number} 条${zh}；共 ${items.length} 条，序号见 hegao trace`,
    `There is no number ${number} among the ${items.length} ${en}; see hegao trace`,
  )
}
