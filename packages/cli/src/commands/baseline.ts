import { draftOptions } from '../draft-options.ts'
import { type Command, flag } from '../options.ts'
import { words } from '../words.ts'

/** `hegao baseline`: keeps the findings of today, so that only new ones are shown. */
export const baselineCommand: Command = {
  name: 'baseline',
  describe: words(
    '把现有意见记入 hegao.baseline.json，以后只报新的',
    'Keep the present findings in hegao.baseline.json, to be shown new ones only',
  ),
  positionals: [
    { name: 'paths', list: true, describe: words('稿件、文件夹或通配式', 'Drafts, folders or globs') },
  ],
  options: {
    ...draftOptions,
    prune: {
      type: 'boolean',
      describe: words('只删去已不存在的，不加新的', 'Only remove what is gone, add nothing'),
    },
  },
  examples: [
    { line: 'hegao baseline reports', describe: words('建立基线', 'Create the baseline') },
    { line: 'hegao baseline --prune', describe: words('删去已改好的', 'Remove what has been mended') },
  ],
  async run(args, context) {
    const { keepBaseline } = await import('../keep-baseline.ts')
    return keepBaseline(args, flag(args, 'prune') ?? false, context)
  },
}
