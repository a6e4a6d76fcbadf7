import type { Document } from '../read/document.ts'
import type { PartProfile } from '../ruleset/profile.ts'
import type { Block, BlockRange } from '../text/block.ts'
import { isFoldedWidth } from './folded-width.ts'
import type { Furniture, Item, Metadata, Part, Report, Role, Section } from './report.ts'

/**
 * A report that was recognised here; what few ask for is found when somebody asks. A class, as `MadeDocument` is one
 * (read/chunked.ts).
 */
export class RecognisedReport implements Report {
  readonly document: Document
  readonly metadata: Metadata
  readonly sections: readonly Section[]
  readonly parts: readonly Part[]
  readonly shortcomings: readonly Item[]
  readonly measures: readonly Item[]
  readonly furniture: readonly Furniture[]
  readonly blocks: readonly Block[]
  /** By block, the position of its innermost section; -1 for none. */
  readonly #innermost: Int32Array
  #foldedWidth: boolean | undefined

  constructor(found: Omit<Report, 'sectionOf' | 'foldedWidth'>, innermost: Int32Array) {
    this.document = found.document
    this.metadata = found.metadata
    this.sections = found.sections
    this.parts = found.parts
    this.shortcomings = found.shortcomings
    this.measures = found.measures
    this.furniture = found.furniture
    this.blocks = found.blocks
    this.#innermost = innermost
    Object.freeze(this)
  }

  sectionOf(block: Block): Section | null {
    return this.sections[this.#innermost[block.index] ?? -1] ?? null
  }

  get foldedWidth(): boolean {
    this.#foldedWidth ??= isFoldedWidth(this.blocks)
    return this.#foldedWidth
  }
}

/** A part whose mentions are looked for when somebody asks: hardly anybody does where it has a section. */
export class RecognisedPart implements Part {
  readonly role: Role
  readonly sections: readonly Section[]
  readonly #profile: PartProfile
  readonly #find: (part: PartProfile) => readonly BlockRange[]
  #mentions: readonly BlockRange[] | undefined

  constructor(
    profile: PartProfile,
    sections: readonly Section[],
    find: (part: PartProfile) => readonly BlockRange[],
  ) {
    this.role = profile.role
    this.sections = sections
    this.#profile = profile
    this.#find = find
    Object.freeze(this)
  }

  get mentions(): readonly BlockRange[] {
    this.#mentions ??= this.#find(this.#profile)
    return this.#mentions
  }
}
