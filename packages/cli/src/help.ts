import yargs from 'yargs'
import { loadAllCommands } from './commands/index.ts'

export { loadAllCommands } from './commands/index.ts'

import type { Context } from './context.ts'
import { type Command, commonOptions, type OptionSpec, type PositionalSpec } from './options.ts'

/** Prints help: for a command, or for all of hegao. */
export async function showHelp(command: Command | null, context: Context): Promise<number> {
  context.out(`${await helpText(command, context.locale, context.columns)}\n`)
  return 0
}

/** The help that yargs makes of the same tables that the parser reads. */
export async function helpText(
  command: Command | null,
  locale: Context['locale'],
  columns: number,
): Promise<string> {
  const parser = yargs([])
    .scriptName('hegao')
    .locale('en')
    .wrap(columns)
    .version(false)
    .help(false)
    .exitProcess(false)
  const said = texts[locale]
  if (locale === 'zh-CN') parser.updateStrings(strings)
  if (command === null) {
    parser.usage(`$0 <${said.command}> [${said.options}]\n\n${said.about}`)
    for (const entry of await loadAllCommands()) parser.command(usageOf(entry), entry.describe[locale])
    parser.options(optionsFor(commonOptions, locale))
    parser.option('version', { type: 'boolean', alias: 'v', describe: said.version })
    parser.option('help', { type: 'boolean', alias: 'h', describe: said.help })
    for (const [line, describe] of said.examples) parser.example(line, describe)
    parser.epilogue(said.exitCodes)
  } else {
    parser.usage(`$0 ${usageOf(command)}\n\n${command.describe[locale]}`)
    for (const positional of command.positionals)
      parser.positional(positional.name, {
        type: 'string',
        describe: positional.describe[locale],
        ...(positional.choices ? { choices: [...positional.choices] } : {}),
      })
    parser.options(optionsFor({ ...command.options, ...commonOptions }, locale))
    for (const { line, describe } of command.examples) parser.example(line, describe[locale])
  }
  const text = await parser.getHelp()
  return text.trimEnd()
}

/** `check [paths..]` */
export function usageOf({ name, positionals }: Command): string {
  const word = ({ name: own, required, list }: PositionalSpec): string => {
    const inner = `${own}${list ? '..' : ''}`
    return required ? `<${inner}>` : `[${inner}]`
  }
  return [name, ...positionals.map(word)].join(' ')
}

function optionsFor(specs: Readonly<Record<string, OptionSpec>>, locale: Context['locale']) {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      {
        type: spec.list ? ('array' as const) : spec.type,
        describe: spec.describe[locale],
        ...(spec.alias ? { alias: spec.alias } : {}),
        ...(spec.choices ? { choices: [...spec.choices] } : {}),
      },
    ]),
  )
}

/** The words of yargs that help uses; its own translations lie in files that a bundle does not have. */
const strings = {
  'Commands:': '命令：',
  'Options:': '选项：',
  'Examples:': '例子：',
  'Positionals:': '参数：',
  'choices:': '可用：',
  boolean: '开关',
  number: '整数',
  string: '文字',
  array: '可多次',
  required: '必填',
  'default:': '默认：',
}

const texts = {
  'zh-CN': {
    command: '命令',
    options: '选项',
    about: '核稿：像有经验的核稿人一样检查报告稿件。稿件不离开本机。',
    version: '显示版本',
    help: '显示帮助',
    examples: [
      ['hegao check 报告.md', '核一份稿件'],
      ['hegao check reports --format html=意见.html', '核整个文件夹，意见存成网页'],
      ['hegao explain figures/ratio', '一条规则的说明'],
    ],
    exitCodes: '退出码：0 没有达到不通过级别的意见；1 有；2 有未能检查的内容。',
  },
  en: {
    command: 'command',
    options: 'options',
    about:
      'hegao checks the drafts of official Chinese reports as an experienced reviewer does. Drafts never leave this machine.',
    version: 'Show the version',
    help: 'Show help',
    examples: [
      ['hegao check report.md', 'Check one draft'],
      ['hegao check reports --format html=findings.html', 'Check a folder and write the findings as a page'],
      ['hegao explain figures/ratio', 'What a rule is about'],
    ],
    exitCodes:
      'Exit codes: 0 nothing at or above the fail level, 1 findings, 2 something could not be checked.',
  },
} as const
