import { generate } from '../../scripts/generate.mjs'

/** Brings generated modules up to date before any test is collected. */
export async function setup(): Promise<void> {
  await generate()
}
