import type { Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao init`: a configuration file. */
export const initCommand: Command = {
  name: 'init',
  describe: words('问几个问题，写一个 hegao.yaml', 'Ask a few questions and write a hegao.yaml'),
  positionals: [],
  options: {
    yes: {
      type: 'boolean',
      alias: 'y',
      describe: words('不问，全用默认值', 'Ask nothing, take the defaults'),
    },
  },
  examples: [{ line: 'hegao init', describe: words('在当前文件夹建立配置', 'Configure the current folder') }],
  async run(args, context) {
    const { initialise } = await import('../initialise.ts')
    return initialise(args.values.yes === true, context)
  },
}
