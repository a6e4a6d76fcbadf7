/**
 * The data that rules and the analysis share: rates, topics, timeline… A pack adds entries to a kind by a file
 * `data/<kind>.yaml`; entries of all packs are put one after the other. Each kind has its schema in `schemas/data/`.
 */
export interface DataKinds {
  readonly [kind: string]: readonly unknown[]
}

/** The entries of a kind, as the caller knows them to be (the kind's schema has been checked when the pack was loaded). */
export function entriesOf<Entry>(data: DataKinds, kind: string): readonly Entry[] {
  return (data[kind] ?? []) as readonly Entry[]
}
