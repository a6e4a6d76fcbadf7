import type { Validators } from './load-pack.ts'

/** The compiled schemas of all data files, loaded when there is a file to hold to them: most runs have none. */
export async function loadValidators(): Promise<Validators> {
  const { validators } = await import('./validators.generated.js')
  return validators
}
