import { perDraft } from '../read/per-draft.ts'
import type { Report, Section } from './report.ts'

/**
 * How a report is laid out: which blocks are headings of what, which stand in which section, and which belong to the page. The very
 * same object as before an edit that leaves all of that alone; what the blocks of a section say may then differ.
 */
export interface Layout {
  /** Counts the layouts of a draft. */
  readonly serial: number
}

const lastLayout = perDraft((): { report: Report | null; layout: Layout } => ({
  report: null,
  layout: { serial: 0 },
}))

/** The layout of a report. */
export function layoutOf(report: Report): Layout {
  const last = lastLayout(report.document)
  if (last.report !== report) {
    if (last.report === null || !areAlike(last.report, report))
      last.layout = { serial: last.layout.serial + 1 }
    last.report = report
  }
  return last.layout
}

function areAlike(before: Report, now: Report): boolean {
  return (
    before.document.blocks.length === now.document.blocks.length &&
    haveSameFurniture(before, now) &&
    haveSameSections(before, now)
  )
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

/** Whether the sections are the very same ones, or the same but for what they say: most are, and are compared in no time. */
function haveSameSections({ sections: some }: Report, { sections: others }: Report): boolean {
  if (some.length !== others.length) return false
  for (let nth = 0; nth < some.length; nth++) {
    const [one, other] = [some[nth] as Section, others[nth] as Section]
    if (one !== other && !isLike(one, other)) return false
  }
  return true
}

function isLike(one: Section, other: Section): boolean {
  return (
    one.titlePlace === other.titlePlace &&
    one.role === other.role &&
    one.from === other.from &&
    one.to === other.to &&
    one.parent === other.parent &&
    one.children === other.children &&
    one.body.length === other.body.length
  )
}
