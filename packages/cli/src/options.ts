import type { Locale, LocalText } from '@hegao/core'
import type { Context } from './context.ts'

/** One option of a command: what yargs needs to parse it, explain it and complete it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean' | 'number'
  /** May be given several times. */
  readonly list?: boolean
  readonly alias?: string
  readonly choices?: readonly string[]
  readonly describe: LocalText
}

/** A word of a command line that is not an option. */
export interface PositionalSpec {
  readonly name: string
  readonly required?: boolean
  /** All the remaining words. */
  readonly list?: boolean
  readonly choices?: readonly string[]
  readonly describe: LocalText
}

/** A command: one file in commands/. Help, completion, the README's table and the parser all read this. */
export interface Command {
  readonly name: string
  readonly describe: LocalText
  readonly positionals: readonly PositionalSpec[]
  readonly options: Readonly<Record<string, OptionSpec>>
  readonly examples: readonly { readonly line: string; readonly describe: LocalText }[]
  /** Does the work; the result is the exit code. */
  readonly run: (args: Arguments, context: Context) => Promise<number>
}

/** A command line after parsing: only options that the command declares, each of its declared type. */
export interface Arguments {
  readonly words: readonly string[]
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** A string option. */
export function textOption(args: Arguments, name: string): string | undefined {
  const value = args.values[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that may be given several times. */
export function listOption(args: Arguments, name: string): readonly string[] {
  const value = args.values[name]
  return Array.isArray(value) ? value : []
}

/** A number option. */
export function numberOption(args: Arguments, name: string): number | undefined {
  const value = args.values[name]
  return typeof value === 'number' ? value : undefined
}

/** A switch: undefined if it was not given, so that `--no-x` can be told from silence. */
export function flag(args: Arguments, name: string): boolean | undefined {
  const value = args.values[name]
  return typeof value === 'boolean' ? value : undefined
}

/** Options that every command has. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  locale: {
    type: 'string',
    choices: ['zh-CN', 'en'] satisfies Locale[],
    describe: { 'zh-CN': '界面和意见的语言', en: 'Language of help and messages' },
  },
  color: {
    type: 'boolean',
    describe: { 'zh-CN': '使用颜色；--no-color 不用', en: 'Use colours; --no-color to use none' },
  },
}
