import { perDraft } from '../read/per-draft.ts'
import type { Report, Section } from './report.ts'

/** How a report is laid out, as far as something hangs on it: objects that stand for what they tell, and are compared only. */
export interface Layout {
  /** Which blocks stand in which section and part, and which belong to the page. */
  readonly parts: object
  /** The headings as well, by what they say and how they are numbered. */
  readonly headings: object
}

const lastLayout = perDraft((): { report: Report | null; layout: Layout } => ({
  report: null,
  layout: { parts: {}, headings: {} },
}))

/** The layout of a report: with the very objects of the version before for what the edit leaves as it was. */
export function layoutOf(report: Report): Layout {
  const last = lastLayout(report.document)
  const before = last.report
  if (before !== report) {
    if (before === null || !haveSameParts(before, report)) last.layout = { parts: {}, headings: {} }
    else if (!haveSameHeadings(before, report)) last.layout = { parts: last.layout.parts, headings: {} }
    last.report = report
  }
  return last.layout
}

function haveSameParts(before: Report, now: Report): boolean {
  return (
    before.document.blocks.length === now.document.blocks.length &&
    haveSameFurniture(before, now) &&
    areAlike(
      before,
      now,
      (one, other) => one.role === other.role && one.from === other.from && one.to === other.to,
    )
  )
}

function haveSameHeadings(before: Report, now: Report): boolean {
  return areAlike(
    before,
    now,
    (one, other) =>
      one.titlePlace === other.titlePlace &&
      one.label === other.label &&
      one.parent === other.parent &&
      one.children === other.children &&
      one.body.length === other.body.length,
  )
}

/** Whether the sections are the very same ones, as nearly all are behind an edit, or alike. */
function areAlike(
  { sections: some }: Report,
  { sections: others }: Report,
  isLike: (one: Section, other: Section) => boolean,
): boolean {
  if (some.length !== others.length) return false
  for (let nth = 0; nth < some.length; nth++) {
    const [one, other] = [some[nth] as Section, others[nth] as Section]
    if (one !== other && !isLike(one, other)) return false
  }
  return true
}

function haveSameFurniture({ furniture: some }: Report, { furniture: others }: Report): boolean {
  return (
    some.length === others.length &&
    some.every(({ from, to, kind }, nth) => {
      const other = others[nth]
      return other?.from === from && other.to === to && other.kind === kind
    })
  )
}
