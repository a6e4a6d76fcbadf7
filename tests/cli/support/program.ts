import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../../scripts/lib/files.mjs'

/** The built program, brought up to date once a test file. */
export const program = join(root, 'packages/cli/dist/hegao.js')
execFileSync(process.execPath, [join(root, 'scripts/setup.mjs')], { stdio: ['ignore', 'inherit', 'inherit'] })

/** What a run gave. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the program with its output into pipes, in Chinese and without colours unless the environment says otherwise. */
export function hegao(
  words: readonly string[],
  options: {
    readonly cwd?: string
    readonly input?: string | Buffer
    readonly env?: Record<string, string>
  } = {},
): Outcome {
  const { PATH, HOME } = process.env
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [program, ...words], {
    cwd: options.cwd ?? root,
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH, HOME, ...options.env },
  })
  if (error) throw error
  if (status === null) throw new Error(`hegao ended by ${signal}`)
  return { code: status, out: stdout, err: stderr }
}
