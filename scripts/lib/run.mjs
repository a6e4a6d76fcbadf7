import { spawnSync } from 'node:child_process'
import { root } from './files.mjs'

/** Runs a program in the project's folder with its output shown. @returns {number} its exit code */
export function run(command, words, options = {}) {
  const { status, error } = spawnSync(command, words, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (error) {
    console.error(`${command}: ${error.message}`)
    return 1
  }
  return status ?? 1
}
