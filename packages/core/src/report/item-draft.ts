import type { BlockRange } from '../text/block.ts'
import type { FindCues } from './cue.ts'
import type { Item, Label, Section } from './report.ts'
import type { Roles } from './role.ts'

/** What items there are. */
export type Kind = Item['kind']

/** An item before it is numbered. */
export interface ItemDraft {
  readonly section: Section
  readonly label: Label | null
  readonly head: BlockRange
  readonly places: BlockRange[]
}

/** What finding items needs to know of the report. */
export interface ItemContext {
  readonly sections: readonly Section[]
  readonly roles: readonly Roles[]
  readonly find: FindCues
}
