import type { Command, OptionSpec } from '../options.ts'
import { words } from '../words.ts'
import { checkCommand } from './check.ts'

/** `hegao merge`: one outcome from the shards of a CI matrix. */
export const mergeCommand: Command = {
  name: 'merge',
  describe: words('合并 --shard 分批核稿的 JSON 结果', 'Merge the JSON outcomes of --shard runs'),
  positionals: [
    {
      name: 'files',
      required: true,
      list: true,
      describe: words('--format json 的结果文件', 'Files written by --format json'),
    },
  ],
  options: Object.fromEntries(
    ['format', 'fail-on', 'max-warnings', 'quiet'].map((name) => [
      name,
      checkCommand.options[name] as OptionSpec,
    ]),
  ),
  examples: [
    {
      line: 'hegao merge 1.json 2.json --format sarif=all.sarif',
      describe: words('合并两批', 'Merge two shards'),
    },
  ],
  async run(args, context) {
    const { mergeFindings } = await import('../merge-findings.ts')
    return mergeFindings(args, context)
  },
}
