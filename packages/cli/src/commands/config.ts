import { draftOptions } from '../draft-options.ts'
import type { Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao config`: what is in force for a draft, and where it was written. */
export const configCommand: Command = {
  name: 'config',
  describe: words(
    '显示一份稿件实际生效的配置及其出处',
    'Show the configuration in force for a draft, and where it comes from',
  ),
  positionals: [
    {
      name: 'draft',
      describe: words('稿件；不写则为当前文件夹', 'The draft; the current folder if left out'),
    },
  ],
  options: { config: draftOptions.config as NonNullable<(typeof draftOptions)['config']> },
  examples: [
    {
      line: 'hegao config reports/报告.md',
      describe: words('为什么这条规则没有起作用', 'Why a rule does not apply'),
    },
  ],
  async run(args, context) {
    const { showConfiguration } = await import('../show-configuration.ts')
    return showConfiguration(args, context)
  },
}
