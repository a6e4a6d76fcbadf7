import { nearest } from '@hegao/core'
import parser from 'yargs-parser'
import { UserError } from './context.ts'
import { type Arguments, type Command, commonOptions, type OptionSpec } from './options.ts'

/**
 * Reads a command line by the command's own table. This is the whole of parsing; yargs itself, which reads the same
 * table, is loaded only for help and completion, and its parser only if there is an option to parse.
 * @throws UserError for anything that the command does not know
 */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  if (!argv.some((word) => word.startsWith('-'))) {
    checkWords(command, argv)
    return { words: argv, values: {} }
  }
  const specs: Record<string, OptionSpec> = { ...command.options, ...commonOptions }
  const names = Object.keys(specs)
  const typed = (type: OptionSpec['type']): string[] =>
    names.filter((name) => specs[name]?.type === type && !specs[name]?.list)
  const parsed = parser.detailed([...argv], {
    string: [...typed('string'), ...typed('number')],
    boolean: typed('boolean'),
    array: names.filter((name) => specs[name]?.list).map((key) => ({ key, string: true })),
    alias: Object.fromEntries(
      names.flatMap((name) => (specs[name]?.alias ? [[name, [specs[name].alias]]] : [])),
    ),
    configuration: {
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'strip-aliased': true,
      'populate--': true,
    },
  })
  const values: Record<string, string | number | boolean | readonly string[]> = {}
  for (const [name, value] of Object.entries(parsed.argv)) {
    if (name === '_' || name === '--' || value === undefined) continue
    const spec = specs[name]
    if (!spec) throw unknownOption(name, names)
    values[name] = typedValue(name, spec, value)
  }
  const words = [...parsed.argv._.map(String), ...(parsed.argv['--'] ?? []).map(String)]
  checkWords(command, words)
  return { words, values }
}

function typedValue(
  name: string,
  spec: OptionSpec,
  value: unknown,
): string | number | boolean | readonly string[] {
  if (spec.type === 'boolean') return value === true
  if (spec.list) {
    const list = (value as unknown[]).map(String)
    for (const entry of list) checkValue(name, spec, entry)
    return list
  }
  const last = Array.isArray(value) ? String(value.at(-1)) : String(value)
  checkValue(name, spec, last)
  if (spec.type === 'string') return last
  if (!/^\d+$/.test(last))
    throw new UserError(
      `--${name} 后面应是整数，而不是“${last}”`,
      `--${name} wants a whole number, not "${last}"`,
    )
  return Number(last)
}

function checkValue(name: string, spec: OptionSpec, value: string): void {
  if (value === '') throw new UserError(`--${name} 后面缺少内容`, `--${name} wants a value`)
  if (!spec.choices) return
  const word = value.split('=')[0] as string
  if (spec.choices.includes(word)) return
  const close = nearest(word, spec.choices)
  const known = spec.choices.join(', ')
  throw new UserError(
    `--${name} 不能是“${word}”；${close ? `是否指“${close}”？` : ''}可用：${known}`,
    `--${name} cannot be "${word}"; ${close ? `did you mean "${close}"? ` : ''}known: ${known}`,
  )
}

function unknownOption(name: string, known: readonly string[]): UserError {
  const dashes = name.length === 1 ? '-' : '--'
  const close = name.length === 1 ? null : nearest(name.replace(/^no-/, ''), known)
  return new UserError(
    `没有选项 ${dashes}${name}；${close ? `是否指 --${close}？` : '加 --help 查看全部选项'}`,
    `There is no option ${dashes}${name}; ${close ? `did you mean --${close}?` : 'see --help for all of them'}`,
  )
}

function checkWords(command: Command, words: readonly string[]): void {
  const { positionals } = command
  const required = positionals.filter((positional) => positional.required)
  if (words.length < required.length) {
    const missing = required[words.length]?.name ?? ''
    throw new UserError(
      `hegao ${command.name} 缺少参数 <${missing}>；加 --help 查看用法`,
      `hegao ${command.name} wants <${missing}>; see --help`,
    )
  }
  if (words.length > positionals.length && !positionals.at(-1)?.list)
    throw new UserError(
      `hegao ${command.name} 不认识“${words[positionals.length]}”；加 --help 查看用法`,
      `hegao ${command.name} does not expect "${words[positionals.length]}"; see --help`,
    )
  for (const [nth, { choices, name }] of positionals.entries()) {
    const word = words[nth]
    if (!choices || word === undefined || choices.includes(word)) continue
    const close = nearest(word, choices)
    throw new UserError(
      `<${name}> 不能是“${word}”；${close ? `是否指“${close}”？` : `可用：${choices.join(', ')}`}`,
      `<${name}> cannot be "${word}"; ${close ? `did you mean "${close}"?` : `known: ${choices.join(', ')}`}`,
    )
  }
}
