import type { ConfirmedLink } from '@hegao/core'
import type { SideFile } from './side-file.ts'
import { writeFileAtomic } from './write-file.ts'

/** The name of the file. */
export const linksName = 'hegao.links.json'

/** A confirmed link, with both texts for people who read the file. */
export interface LinkEntry extends ConfirmedLink {
  readonly texts: readonly [string, string]
}

export type Links = SideFile<LinkEntry>

/** Writes the confirmed links; drafts without any are left out, names are sorted. */
export function writeLinks(path: string, drafts: Readonly<Record<string, readonly LinkEntry[]>>): void {
  const kept = Object.entries(drafts)
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileAtomic(path, `${JSON.stringify({ version: 1, drafts: Object.fromEntries(kept) }, null, 2)}\n`)
}
