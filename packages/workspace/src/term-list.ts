import type { Pack } from '@hegao/core'
import type { Sourced } from './configuration/configuration.ts'
import type { Problem } from './problem.ts'

/** Reads a term list as a pack. */
export async function readTermList(
  _list: Sourced<string>,
): Promise<{ pack: Pack | null; problems: Problem[] }> {
  return { pack: null, problems: [] }
}
