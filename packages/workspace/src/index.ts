export * from './baseline.ts'
export * from './check-drafts.ts'
export type { RunEvent } from './check-one.ts'
export { type CheckedDraft, checkedDraft } from './checked-draft.ts'
export * from './clock.ts'
export * from './configuration/configuration.ts'
export { presets } from './configuration/presets.ts'
export * from './configuration/resolve-configuration.ts'
export { type Encoding, encode } from './decode.ts'
export * from './find-drafts.ts'
export * from './findings-file.ts'
export * from './links.ts'
export * from './load-ruleset.ts'
export * from './prepare-draft.ts'
export * from './problem.ts'
export * from './read-draft.ts'
export type { CacheStrategy } from './remembered.ts'
export { type Reported, reportedAs } from './reported.ts'
export * from './side-file.ts'
export * from './write-file.ts'

/** What a worker thread of a run does; see {@link RunMeans}. */
export async function work(): Promise<void> {
  const worker = await import('./worker.ts')
  return worker.work()
}
