import type { Command } from '../options.ts'
import { textOption } from '../options.ts'
import { words } from '../words.ts'

/** `hegao rules`: all rules. */
export const rulesCommand: Command = {
  name: 'rules',
  describe: words('列出全部规则：级别、依据、能否自动修改', 'List all rules: severity, basis, fixable'),
  positionals: [
    { name: 'family', describe: words('只列这一类，如 figures', 'This family only, e.g. figures') },
  ],
  options: {
    config: {
      type: 'string',
      alias: 'c',
      describe: words('连同这个配置文件中的规则包', 'With the rule packs of this configuration file'),
    },
    format: {
      type: 'string',
      alias: 'f',
      choices: ['table', 'json', 'markdown'],
      describe: words('输出格式（默认 table）', 'Output format (table if left out)'),
    },
  },
  examples: [{ line: 'hegao rules plans', describe: words('只看“安排”一类', 'The rules on plans') }],
  async run(args, context) {
    const { listRules } = await import('../list-rules.ts')
    return listRules(args, textOption(args, 'format') ?? 'table', context)
  },
}
