import { fstatSync, statSync } from 'node:fs'
import { isatty } from 'node:tty'
import { commandNames, loadCommand } from './commands/index.ts'
import { type Context, UserError } from './context.ts'
import { parseArguments } from './parse-arguments.ts'
import { paintWith, wantsColour } from './terminal/paint.ts'
import { ClosedPipe, writeAll } from './terminal/write.ts'
import { localeOf } from './words.ts'

export { work } from '@hegao/workspace'

declare const hegaoVersion: string

/**
 * Runs one command line. Exit codes: 0 nothing at or above the fail level, 1 findings, 2 something could not be checked.
 * Mistakes are told in one line; a stack trace is never shown.
 */
export async function main(argv: readonly string[], build: string): Promise<number> {
  const locale = localeOf(namedLocale(argv), process.env)
  try {
    const context = contextFor(argv, locale, build)
    return await dispatch(argv, context)
  } catch (error) {
    if (error instanceof ClosedPipe) return 141
    return tellMistake(error, locale)
  }
}

async function dispatch(argv: readonly string[], context: Context): Promise<number> {
  const [name = '--help', ...rest] = argv
  const command = await loadCommand(name)
  if (!command || wantsHelp(rest)) {
    if (name === '--version' || name === '-v') {
      context.out(`${context.version}\n`)
      return 0
    }
    if (name === '--complete') {
      const { complete } = await import('./completion.ts')
      return complete(rest, context)
    }
    const { showHelp } = await import('./help.ts')
    if (command || isHelp(name) || name.startsWith('--locale')) return showHelp(command, context)
    throw await unknownCommand(name)
  }
  return command.run(parseArguments(command, rest), context)
}

function wantsHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end === -1 ? words : words.slice(0, end)).some(isHelp)
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h' || word === 'help'
}

async function unknownCommand(name: string): Promise<UserError> {
  const { nearest } = await import('@hegao/core')
  const close = nearest(name, commandNames)
  return new UserError(
    `没有命令 ${name}；${close ? `是否指 hegao ${close}？` : `如要核稿，请运行 hegao check ${name}`}`,
    `There is no command ${name}; ${close ? `did you mean hegao ${close}?` : `to check a draft, run hegao check ${name}`}`,
  )
}

function namedLocale(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='))
  if (at === -1) return undefined
  const word = argv[at] as string
  return word.includes('=') ? word.slice(word.indexOf('=') + 1) : argv[at + 1]
}

function contextFor(argv: readonly string[], locale: Context['locale'], build: string): Context {
  const asked = argv.includes('--no-color') ? false : argv.includes('--color') ? true : undefined
  const terminal = {
    out: isTerminal(1),
    get err() {
      return isTerminal(2)
    },
    get in() {
      return isTerminal(0)
    },
  }
  return {
    cwd: process.cwd(),
    env: process.env,
    locale,
    localeNamed: namedLocale(argv) !== undefined,
    version: hegaoVersion,
    build,
    terminal,
    columns: terminal.out ? columnsOf() : 100,
    paint: paintWith(wantsColour(asked, process.env, terminal.out)),
    out: (content) => writeAll(1, content),
    err: (text) => writeAll(2, text),
  }
}

/** Whether a person is at the other end. Files, pipes and /dev/null are told apart without loading what terminals need. */
function isTerminal(descriptor: number): boolean {
  try {
    const end = fstatSync(descriptor)
    if (!end.isCharacterDevice()) return false
    return end.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev && isatty(descriptor)
  } catch {
    return false
  }
}

/** Columns of the terminal; wide windows are not used to the full, for the eye to find the next line. */
function columnsOf(): number {
  return Math.min(Math.max(process.stdout.columns || 80, 40), 120)
}

function tellMistake(error: unknown, locale: Context['locale']): number {
  const told =
    error instanceof UserError
      ? error.text[locale]
      : locale === 'zh-CN'
        ? `程序出错：${messageOf(error)}。这是核稿工具的缺陷，请把这一行和所用命令反馈给我们`
        : `hegao failed: ${messageOf(error)}. This is a defect of hegao; please report this line and the command`
  try {
    writeAll(2, `hegao: ${told}\n`)
  } catch {
    return 2
  }
  return 2
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] as string
}
