#!/usr/bin/env node
// Packs extension/dist and what goes with it into one .vsix. Needs no network.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVSIX } from '@vscode/vsce'
import { buildExtension } from './build.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/** Builds the extension and packs it. @returns {Promise<string>} the path of the .vsix */
export async function packExtension(packagePath = join(here, 'hegao.vsix')) {
  await buildExtension()
  await createVSIX({
    cwd: here,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  })
  return packagePath
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await packExtension())
