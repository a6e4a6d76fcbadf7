import type { Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao explain`: what a rule objects to, why, on what basis, with examples. */
export const explainCommand: Command = {
  name: 'explain',
  describe: words(
    '说明一条规则：查什么、为什么、依据、例子',
    'Explain a rule: what, why, on what basis, with examples',
  ),
  positionals: [
    {
      name: 'rule',
      required: true,
      describe: words('规则，如 figures/ratio', 'The rule, e.g. figures/ratio'),
    },
  ],
  options: {
    config: {
      type: 'string',
      alias: 'c',
      describe: words('用这个配置文件中的规则包', 'With the rule packs of this configuration file'),
    },
  },
  examples: [
    { line: 'hegao explain figures/ratio', describe: words('比率怎么核', 'How ratios are checked') },
  ],
  async run(args, context) {
    const { explain } = await import('../explain.ts')
    return explain(args, context)
  },
}
