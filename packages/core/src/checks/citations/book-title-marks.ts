import { titlesOf } from '../../prose/term-titles.ts'
import { type BlockShape, has } from '../../text/block.ts'
import { signs } from '../../text/signs.ts'
import { type LocalObservation, placeCheck } from '../check.ts'
import { markedPhrase } from '../shared/marked-phrase.ts'
import { placed } from '../shared/placed.ts'
import { endingsOf, perList } from '../shared/word-list.ts'

/** Parameters of `book-title-marks`: what stands in 书名号 and is no title. */
export interface BookTitleMarksParameters {
  /** Last words of names that are no titles: 活动, 示范村, 座谈会. */
  readonly endings: readonly string[]
  /** Names that are no titles: 习近平法治思想. */
  readonly names: readonly string[]
}

const quoted = { open: '“', close: '”' }
/** 《. */
const opening = 0x300a
const none: readonly LocalObservation[] = []
const namesOf = perList((names): ReadonlySet<string> => new Set(names))

/** Reports 书名号 that have no partner, that stand inside 书名号 where 〈〉 belong, or that enclose what is no title. */
export const bookTitleMarks = placeCheck<BookTitleMarksParameters, LocalObservation>(
  'book-title-marks',
  signs.title,
  ({ endings, names }) => {
    const notTitles = namesOf(names)
    const isEnding = endingsOf(endings)
    return (shape) => {
      const flawed = lone(shape)
      const inner = nested(shape)
      const other = notTitled(shape, notTitles, isEnding)
      return flawed === none && inner === none ? other : [...flawed, ...inner, ...other]
    }
  },
  (analysis, _parameters, report, places) => {
    const { blocks } = analysis.report
    for (const { block, at, found } of places) {
      const closed = goingOn(block.shape, found, blocks[at - 1]?.shape, blocks[at + 1]?.shape)
      for (const local of found) if (!closed.includes(local)) report(placed(local, block))
    }
  },
)

/** Marks without a partner. */
function lone(shape: BlockShape): readonly LocalObservation[] {
  const marks = titlesOf(shape).lone
  if (marks.length === 0) return none
  return marks
    .filter(({ mark }) => mark === '《' || mark === '》')
    .map(({ at, mark }) => ({
      ...markedPhrase(shape.folded, at, mark === '《'),
      variant: mark === '《' ? 'opening' : 'closing',
      data: { mark, context: shape.text.slice(Math.max(0, at - 8), at + 12).trim() },
    }))
}

/** Of the marks without a partner those of a title that runs on from one line of a plain text to the next. */
function goingOn(
  shape: BlockShape,
  found: readonly LocalObservation[],
  before: BlockShape | undefined,
  behind: BlockShape | undefined,
): readonly LocalObservation[] {
  const marks = found.filter(({ variant }) => variant === 'opening' || variant === 'closing')
  const [first] = marks
  const last = marks.at(-1)
  const shared: LocalObservation[] = []
  if (first?.variant === 'closing' && before !== undefined && opensLast(before)) shared.push(first)
  if (last?.variant === 'opening' && behind !== undefined && opensLast(shape) && closesFirst(behind))
    shared.push(last)
  return shared
}

/** Whether the block ends inside a title. */
function opensLast(shape: BlockShape): boolean {
  return titlesOf(shape).lone.at(-1)?.mark === '《' && !/[。!?;]$/.test(shape.folded)
}

/** Whether the first lone mark of the block closes a title. */
function closesFirst(shape: BlockShape): boolean {
  return titlesOf(shape).lone[0]?.mark === '》'
}

function nested(shape: BlockShape): readonly LocalObservation[] {
  const { spans } = titlesOf(shape)
  if (spans.every(({ depth }) => depth !== 1)) return none
  return spans
    .filter(({ depth, from }) => depth === 1 && shape.folded[from - 1] === '《')
    .filter(
      ({ from }) => !/[<〈]/.test(shape.folded.slice(shape.folded.lastIndexOf('《', from - 2), from - 1)),
    )
    .map(({ from, to }) => ({
      from: from - 1,
      to: to + 1,
      variant: 'nested',
      data: { text: shape.text.slice(from, to) },
      fixes: [
        {
          kind: 'safe' as const,
          title: { 'zh-CN': '里层改用〈〉', en: 'Use 〈〉 for the inner title' },
          edits: [
            { from: from - 1, to: from, text: '〈' },
            { from: to, to: to + 1, text: '〉' },
          ],
        },
      ],
    }))
}

function notTitled(
  shape: BlockShape,
  names: ReadonlySet<string>,
  isEnding: (text: string) => boolean,
): readonly LocalObservation[] {
  let found: LocalObservation[] | null = null
  for (const { from, to, depth } of titlesOf(shape).spans) {
    if (depth > 0 || shape.folded.charCodeAt(from - 1) !== opening) continue
    const text = shape.folded.slice(from, to)
    const bare = has(shape, signs.quote) ? text.replace(/[“”"]/g, '') : text
    if (!names.has(bare) && !isEnding(bare)) continue
    found ??= []
    found.push({
      from: from - 1,
      to: to + 1,
      key: bare,
      data: { text: shape.text.slice(from, to) },
      fixes: [withoutMarks(shape, from, to)],
    })
  }
  return found ?? none
}

/** Without the marks, or in quotation marks where the name would run into the sentence. */
function withoutMarks(
  { text }: BlockShape,
  from: number,
  to: number,
): NonNullable<LocalObservation['fixes']>[number] {
  const plain = text.startsWith('习近平', from)
  const { open, close } = plain || /[“”]/.test(text.slice(from, to)) ? { open: '', close: '' } : quoted
  return {
    kind: 'suggestion',
    title: plain
      ? { 'zh-CN': '去掉书名号', en: 'Remove the title marks' }
      : { 'zh-CN': '改用引号', en: 'Use quotation marks' },
    edits: [
      { from: from - 1, to: from, text: open },
      { from: to, to: to + 1, text: close },
    ],
  }
}
