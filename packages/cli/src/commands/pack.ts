import type { Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao pack`: everything that the author of a rule pack needs. */
export const packCommand: Command = {
  name: 'pack',
  describe: words('编写规则包：新建、校验、运行例子', 'Author a rule pack: new, validate, test'),
  positionals: [
    {
      name: 'action',
      required: true,
      choices: ['new', 'validate', 'test'],
      describe: words('new 新建，validate 校验，test 运行例子', 'new, validate or test'),
    },
    { name: 'folder', required: true, describe: words('规则包的文件夹', "The pack's folder") },
  ],
  options: {},
  examples: [
    { line: 'hegao pack new office-rules', describe: words('新建一个规则包', 'Begin a pack') },
    {
      line: 'hegao pack test office-rules',
      describe: words('像内置规则一样检验', 'Hold it to the same tests as the built-in rules'),
    },
  ],
  async run(args, context) {
    const { packAction } = await import('../pack-action.ts')
    return packAction(args.words[0] as 'new' | 'validate' | 'test', args.words[1] as string, context)
  },
}
