import { type Command, textOption } from '../options.ts'
import { words } from '../words.ts'

/** `hegao compare`: this year's report against last year's. */
export const compareCommand: Command = {
  name: 'compare',
  describe: words(
    '与上年报告对照：增幅、上年安排的落实、照抄的不足和段落',
    "Against last year's report: growth, last year's plan, shortcomings and paragraphs taken over",
  ),
  positionals: [
    { name: 'last', required: true, describe: words('上年的报告', "Last year's report") },
    { name: 'this', required: true, describe: words('本年的稿件', "This year's draft") },
  ],
  options: {
    format: {
      type: 'string',
      alias: 'f',
      choices: ['pretty', 'json', 'markdown'],
      describe: words('输出格式（默认 pretty）', 'Output format (pretty if left out)'),
    },
  },
  examples: [
    { line: 'hegao compare 2023.md 2024.md', describe: words('报送前对照上年', 'Before submission') },
  ],
  async run(args, context) {
    const { compareDrafts } = await import('../compare-drafts.ts')
    return compareDrafts(args, textOption(args, 'format') ?? 'pretty', context)
  },
}
