import { spawn, spawnSync } from 'node:child_process'
import { program } from './program.ts'

/** Whether this machine has util-linux's `script`, which gives a program a terminal of its own. */
export const hasTerminal =
  spawnSync('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore', input: '' }).status === 0

/** What a person does as soon as the program has written certain words: types characters, or does something else. */
export interface Answer {
  readonly after: string
  readonly type?: string
  readonly act?: () => void
}

/** Runs the program on a pseudo-terminal of 100 columns and gives what a person would have seen, control codes and all. */
export function onTerminal(
  words: readonly string[],
  options: {
    readonly cwd: string
    readonly answers?: readonly Answer[]
    readonly env?: Record<string, string>
  },
): Promise<{ readonly code: number; readonly seen: string }> {
  const quoted = [process.execPath, program, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`)
  const { PATH, HOME } = process.env
  const child = spawn(
    'script',
    ['-qec', `stty cols 100 rows 40 -echo; exec ${quoted.join(' ')}`, '/dev/null'],
    {
      cwd: options.cwd,
      env: { PATH, HOME, TERM: 'xterm', SHELL: '/bin/sh', ...options.env },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const answers = [...(options.answers ?? [])]
  let seen = ''
  let looked = 0
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    seen += text
    const next = answers[0]
    const at = next ? seen.indexOf(next.after, looked) : -1
    if (!next || at === -1) return
    looked = at + next.after.length
    answers.shift()
    next.act?.()
    if (next.type !== undefined) child.stdin.write(next.type)
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      child.stdin.destroy()
      done({ code: code ?? -1, seen: seen.replaceAll('\r\n', '\n') })
    })
  })
}

/** The text without colours and cursor movements. */
export function withoutControl(seen: string): string {
  const control = String.fromCharCode(27)
  return seen.replaceAll(new RegExp(`${control}\\[[0-9;?]*[A-Za-z]`, 'g'), '')
}
