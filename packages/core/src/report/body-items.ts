import type { BlockRange } from '../text/block.ts'
import { bare, clauses, firstSentenceEnd, type Stretch, sentences } from './clause.ts'
import { cuesIn } from './cue.ts'
import type { ItemContext, ItemDraft, Kind } from './item-draft.ts'
import { inlineClauses, type LocalLabel, labelOf, placedLabel } from './label.ts'
import type { Cue, Label, Section } from './report.ts'
import type { Roles } from './role.ts'

/** A sentence that leaves the shortcomings and says what will be done. */
export const promise =
  /^(?:为此|对此|因此,|针对(?:以上|上述|这些|存在)|(?:在)?今后|下一?步|下一?阶段|接下来|我们将|(?:20\d\d年,?)?(?:我|本|全)?(?:省|市|县|区|镇|乡|街道|局|委|单位|部门)将(?:继续|进一步|认真|切实|采取|针对|按照|坚持|加)|我(?:省|市|县|区|镇|乡|街道|局)要)/
/** A sentence that only leads to what follows. */
const introduction =
  /(?:取得|虽然|尽管|肯定成绩|在看到成绩|总结成绩).{0,60}(?:但|同时|仍)|(?:存在|有).{0,12}(?:差距|不足|问题|薄弱环节|短板)[^,;:。]{0,6}[。:]?$|(?:主要|具体|集中)?(?:表现|体现)(?:在|为)[^,;。]{0,8}[:。]?$|(?:以下|如下|几)(?:几)?(?:个)?(?:方面|点|项|条)?[^,;。]{0,8}[:。]$/
/** A title or sentence that gives the causes of all items together. */
export const commonCause =
  /^[^,;:。]{0,4}(?:以上|上述|这些|存在|产生|造成|究其|分析)[^,;:。]{0,12}(?:原因|根源|成因)|^原因(?:分析)?(?:$|:)|^主要原因/

/** The section's own text as far as it is of this kind: a section of two roles turns at its first promise. */
function bodyFor(kind: Kind, section: Section, { roles }: ItemContext): readonly BlockRange[] {
  const own = roles[section.index] as Roles
  if (!own.includes('shortcomings') || !own.includes('plan')) return section.body
  const before: BlockRange[] = []
  const behind: BlockRange[] = []
  let turned = false
  for (const place of section.body) {
    const at = turned ? place.from : turnIn(place)
    if (at === null) before.push(place)
    else {
      turned = true
      if (at > place.from) before.push({ ...place, to: at })
      behind.push({ ...place, from: at })
    }
  }
  return kind === 'shortcoming' ? before : behind
}

function turnIn({ block, from, to }: BlockRange): number | null {
  const { folded } = block.shape
  const turn = sentences(folded, from, to).find((sentence) =>
    promise.test(folded.slice(sentence.from, sentence.to).trim()),
  )
  return turn?.from ?? null
}

/** Adds the items of running text: numbered paragraphs, 一是…二是… clauses, clauses between semicolons, or paragraphs. */
export function addBodyItems(
  kind: Kind,
  section: Section,
  context: ItemContext,
  drafts: ItemDraft[],
  causes: Cue[],
): void {
  const body = bodyFor(kind, section, context)
  let numbered: ItemDraft | null = null
  for (const place of body) {
    const { block } = place
    const { folded } = block.shape
    if (kind === 'shortcoming') {
      if (promise.test(folded.slice(place.from, place.to))) continue
      const cause = commonCauseIn(place)
      if (cause) {
        causes.push(cause)
        if (cause.place.from - place.from < 8) continue
      }
    }
    const inline = inlineClauses(block.shape).filter(
      (clause) => clause.from >= place.from && clause.from < place.to,
    )
    const label = place.from === 0 ? labelOf(block.shape) : null
    const add = (own: LocalLabel, to: number): void => {
      const text = { block, from: own.to, to }
      numbered = clauseItem(section, placedLabel(block, own), text)
      drafts.push(numbered)
    }
    if (inline.length > 1) {
      for (const clause of inline) {
        const to = Math.min(clause.to, place.to)
        add(clause.label, kind === 'shortcoming' ? promiseFrom(folded, clause.from, to) : to)
      }
    } else if (label) add(label, place.to)
    else if (numbered && !/:$/.test(folded.slice(0, place.to).trimEnd()))
      (numbered as ItemDraft).places.push(place)
    else addParagraphItems(kind, section, place, body.length, context, drafts)
  }
}

/** Adds the items of a paragraph without numbers. */
function addParagraphItems(
  kind: Kind,
  section: Section,
  place: BlockRange,
  paragraphs: number,
  context: ItemContext,
  drafts: ItemDraft[],
): void {
  const { block } = place
  const { folded } = block.shape
  const cue = kind === 'shortcoming' ? 'deficit' : 'measure'
  const lastCue = cuesIn(place, context.find).findLast((found) => found.kind === cue)?.place.from ?? -1
  let previous: ItemDraft | null = null
  const add = (stretch: Stretch): void => {
    const { from, to } = bare(folded, stretch)
    if (to <= from) return
    previous = clauseItem(section, null, { block, from, to })
    drafts.push(previous)
  }
  for (const sentence of sentences(folded, place.from, place.to)) {
    const text = folded.slice(sentence.from, sentence.to).trim()
    if (kind === 'shortcoming' && promise.test(text)) break
    const lead = leadEnd(folded, sentence)
    const inner = clauses(folded, lead, sentence.to)
    if (inner.length > 1 && (lead > sentence.from || inner.length > 2)) {
      for (const clause of inner) add(clause)
      continue
    }
    const rest = { from: lead, to: sentence.to }
    if (lead === sentence.from && isIntroduction(text, kind)) continue
    const own = bare(folded, rest)
    if (own.to <= own.from) continue
    const begins =
      paragraphs === 1 &&
      hasCue({ block, ...rest }, cue, context) &&
      !/^(?:这|其中|主要是|原因|由于)/.test(text)
    if (previous && !begins) extend(previous, sentence.to)
    else if (begins || lastCue >= lead) add(rest)
  }
}

/** Lets the item go on to `to` in its last block. */
function extend({ places }: ItemDraft, to: number): void {
  places[places.length - 1] = { ...(places.at(-1) as BlockRange), to }
}

/** Behind the colon of a lead-in such as 主要表现在：, or the sentence's start if it has none. */
function leadEnd(folded: string, { from, to }: Stretch): number {
  const colon = folded.slice(from, to).indexOf(':')
  if (colon === -1) return from
  const lead = folded.slice(from, from + colon + 1)
  return /(?:表现|体现|不足|问题|差距|短板|困难|薄弱|以下|如下|方面|工作|有|是|在|为|做好|安排|打算|措施)[^,;:]{0,6}:$/.test(
    lead,
  )
    ? from + colon + 1
    : from
}

function isIntroduction(text: string, kind: Kind): boolean {
  if (text.endsWith(':')) return true
  if (kind === 'measure') return /(?:以下|如下|几个?)(?:方面|项)?[^,;。]{0,6}工作[。:]?$/.test(text)
  return introduction.test(text)
}

function clauseItem(section: Section, label: Label | null, place: BlockRange): ItemDraft {
  const { block } = place
  const { folded } = block.shape
  const text = bare(folded, place)
  const end = Math.min(text.to, firstSentenceEnd(folded.slice(0, text.to), text.from))
  const head = { block, ...bare(folded, { from: text.from, to: end }) }
  return { section, label, head, places: [{ block, ...text }] }
}

/** Where a promise begins among the sentences of a clause, or the clause's end. */
function promiseFrom(folded: string, from: number, to: number): number {
  for (const sentence of sentences(folded, from, to).slice(1)) {
    if (promise.test(folded.slice(sentence.from, sentence.to).trim())) return sentence.from
  }
  return to
}

function commonCauseIn(place: BlockRange): Cue | null {
  const { block } = place
  const { folded } = block.shape
  for (const sentence of sentences(folded, place.from, place.to)) {
    const match = commonCause.exec(
      folded.slice(sentence.from, Math.min(sentence.to, sentence.from + 60)).trimStart(),
    )
    if (!match) continue
    const from = sentence.from + match.index
    return { kind: 'cause', place: { block, from, to: from + match[0].length } }
  }
  return null
}

/** Whether the place holds such a cue. */
export function hasCue(place: BlockRange, kind: Cue['kind'], { find }: ItemContext): boolean {
  return cuesIn(place, find).some((cue) => cue.kind === kind)
}
