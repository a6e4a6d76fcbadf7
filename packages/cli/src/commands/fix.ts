import { draftOptions } from '../draft-options.ts'
import type { Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao fix`: mends what can be mended without a choice. */
export const fixCommand: Command = {
  name: 'fix',
  describe: words('自动修改：只改不会改变意思的地方', 'Mend what can be mended without changing the meaning'),
  positionals: [
    { name: 'paths', list: true, describe: words('稿件、文件夹或通配式', 'Drafts, folders or globs') },
  ],
  options: {
    ...draftOptions,
    'dry-run': {
      type: 'boolean',
      alias: 'n',
      describe: words(
        '只显示会改什么，不写文件；有可改的以 1 退出',
        'Show what would change and write nothing; exit with 1 if anything would',
      ),
    },
    suggestions: {
      type: 'boolean',
      alias: 's',
      describe: words(
        '需要选择的修改逐条询问（须在终端中）',
        'Ask about the fixes that need a choice, one by one (on a terminal)',
      ),
    },
  },
  examples: [
    { line: 'hegao fix 报告.md --dry-run', describe: words('先看会改什么', 'See first what would change') },
    { line: 'hegao fix reports --suggestions', describe: words('逐条决定', 'Decide one by one') },
  ],
  async run(args, context) {
    const { fixDrafts } = await import('../fix-drafts.ts')
    return fixDrafts(args, context)
  },
}
