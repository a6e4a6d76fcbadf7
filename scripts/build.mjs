#!/usr/bin/env node
// Builds what is out of date: generated modules, then the bundles.
import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'
import { bundleCli } from './lib/bundle.mjs'

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await generate()
    await bundleCli()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
