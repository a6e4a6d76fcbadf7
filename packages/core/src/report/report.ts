import type { Document } from '../read/document.ts'
import type { Block, BlockRange } from '../text/block.ts'

/** What a mandated part is about. A profile says which roles it asks for and under which names. */
export type Role = 'achievements' | 'shortcomings' | 'responsibility' | 'plan' | 'other'

/** The numbering styles of official documents, from the outermost level to the innermost, and the inline ones. */
export type LabelStyle =
  | 'chapter' // 第一章 第一部分
  | 'section' // 第一节
  | 'han-comma' // 一、
  | 'han-bracket' // （一）
  | 'arabic-dot' // 1.
  | 'arabic-bracket' // （1）
  | 'circled' // ①
  | 'inline-is' // 一是
  | 'inline-ordinal' // 第一， 首先

/** The number before a heading or an item, as written. */
export interface Label {
  readonly style: LabelStyle
  readonly number: number
  /** The label with the mark behind it: `一、`, `（一）`, `1.` */
  readonly place: BlockRange
}

/** A section of the outline: a heading, numbered or Markdown, with everything up to the next heading of its level or above. */
export interface Section {
  /** Position in `Report.sections`. */
  readonly index: number
  /** 1 for the outermost level in this draft. */
  readonly level: number
  readonly label: Label | null
  /** The title without label, markup and final full stop. */
  readonly title: string
  readonly titlePlace: BlockRange
  /** Whether the text goes on behind the title in the same paragraph: `（一）加强队伍。…` */
  readonly runIn: boolean
  /** The section's own text: blocks (a run-in heading's rest first) up to its first child. */
  readonly body: readonly BlockRange[]
  /** All blocks from the heading to the section's end, as positions in `Document.blocks`: `from` included, `to` not. */
  readonly from: number
  readonly to: number
  /** Index of the parent section, or -1. */
  readonly parent: number
  readonly children: readonly number[]
  /** The role of the section by its meaning, its own or (if it has none) its parent's. */
  readonly role: Role | null
}

/** A mandated part as it was found. */
export interface Part {
  readonly role: Role
  /** The outermost sections that have this role, in order. Empty: there is none. */
  readonly sections: readonly Section[]
  /** Where the part's subject is spoken of inside sections of another role: "mentioned at …", not a section. */
  readonly mentions: readonly BlockRange[]
}

/** A cue word found in an item, e.g. 由于 as a cause, 加强 as a measure, 不足 as a deficit. */
export interface Cue {
  readonly kind: 'cause' | 'measure' | 'deficit'
  readonly place: BlockRange
}

/** An item 条目: one shortcoming or one planned measure. */
export interface Item {
  /** Position in `Report.shortcomings` or `Report.measures`. */
  readonly index: number
  readonly kind: 'shortcoming' | 'measure'
  readonly section: Section
  readonly label: Label | null
  /** What the item says first: its heading, or its whole text when it has none. Where a finding about it is shown. */
  readonly head: BlockRange
  /** All its text, the head included, in order. */
  readonly places: readonly BlockRange[]
  readonly cues: readonly Cue[]
}

/** A date as written, with the calendar day that it names; `day` is null where only year or month are given. */
export interface DatedPlace {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  /** `2021-01-08`, or null if the day is missing or impossible. */
  readonly iso: string | null
  readonly place: BlockRange
}

/** What the draft says about itself. Each entry is null where the draft does not say it. */
export interface Metadata {
  readonly title: BlockRange | null
  /** The title as one line: issuer lines joined, without markup, page name or site name. */
  readonly titleText: string | null
  /** Who reports, as the title or the issuer line names it. */
  readonly issuer: { readonly name: string; readonly place: BlockRange } | null
  /** The level of the issuer, as its name tells it. */
  readonly level: 'township' | 'county' | 'city' | 'province' | 'department' | 'state' | null
  /** The year the report is about. */
  readonly period: { readonly year: number; readonly place: BlockRange } | null
  /** 主送机关: the line that ends with a colon before the body. */
  readonly addressee: { readonly names: readonly string[]; readonly place: BlockRange } | null
  /** Signing bodies at the end, one a line. */
  readonly signatures: readonly { readonly name: string; readonly place: BlockRange }[]
  /** 成文日期 at the end of the text. */
  readonly signedOn: DatedPlace | null
  /** 发布日期 from the page around the text. */
  readonly publishedOn: DatedPlace | null
  /** 成文日期 or 发文日期 from the page around the text. */
  readonly writtenOn: DatedPlace | null
  /** 文号 or 发文字号, as the page or the head of the draft gives it. */
  readonly documentNumber: BlockRange | null
}

/** Why blocks are set apart from the report's own text. */
export interface Furniture {
  readonly from: number
  readonly to: number
  readonly kind: 'before' | 'after' | 'metadata'
}

/** What the document says it is: DESIGN §4. Frozen. */
export interface Report {
  readonly document: Document
  readonly metadata: Metadata
  /** All sections in reading order. */
  readonly sections: readonly Section[]
  /** One entry for each role that the profile knows, in the profile's order. Empty for a profile without parts. */
  readonly parts: readonly Part[]
  readonly shortcomings: readonly Item[]
  readonly measures: readonly Item[]
  /** Blocks that are page furniture, not report: menus, index tables, share buttons. */
  readonly furniture: readonly Furniture[]
  /** The blocks of the report itself, in order: all but furniture. Title, addressee and signature are among them. */
  readonly blocks: readonly Block[]
  /** The innermost section that holds the block, or null before the first heading. */
  sectionOf(block: Block): Section | null
  /** Whether the document's punctuation has been folded to half width throughout (an artefact of text extraction). */
  readonly foldedWidth: boolean
}
