import { formatOption } from '../draft-options.ts'
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
    format: formatOption('table', 'json', 'markdown'),
  },
  examples: [{ line: 'hegao rules plans', describe: words('只看“安排”一类', 'The rules on plans') }],
  async run(args, context) {
    const { listRules } = await import('../list-rules.ts')
    return listRules(args, textOption(args, 'format') ?? 'table', context)
  },
}
