import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundleServer } from '../../../extension/build.mjs'
import { root } from '../../../scripts/lib/files.mjs'

/** Where the bundled server of this run lies. */
export const serverBundle = join(root, '.cache/lsp', `server-${process.pid}.cjs`)

let built: Promise<void> | undefined

/** Bundles the server as the extension ships it, once a run. @returns the bundle's path */
export async function builtServer(): Promise<string> {
  built ??= bundleServer(serverBundle)
  await built
  if (!existsSync(serverBundle)) throw new Error('the server has not been bundled')
  return serverBundle
}
