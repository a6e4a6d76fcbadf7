import { draftOptions, formatOption, oneDraft } from '../draft-options.ts'
import { type Command, textOption } from '../options.ts'
import { words } from '../words.ts'

/** `hegao trace`: every shortcoming and what the plan says to it. */
export const traceCommand: Command = {
  name: 'trace',
  describe: words('对照表：每条不足与下一年度的措施', 'Every shortcoming against the measures of the plan'),
  positionals: oneDraft,
  options: {
    ...draftOptions,
    format: formatOption('table', 'json', 'csv', 'markdown'),
    confirm: {
      type: 'string',
      describe: words(
        '确认“第几条不足=第几条措施”，如 2=3，记入 hegao.links.json',
        'Confirm SHORTCOMING=MEASURE by number, e.g. 2=3, in hegao.links.json',
      ),
    },
  },
  examples: [
    {
      line: 'hegao trace 报告.md',
      describe: words('看哪条不足没有措施', 'See which shortcoming has no measure'),
    },
    {
      line: 'hegao trace 报告.md --confirm 2=3',
      describe: words('确认第 2 条不足由第 3 条措施回应', 'Confirm that measure 3 answers shortcoming 2'),
    },
  ],
  async run(args, context) {
    const { openDraft } = await import('../open-draft.ts')
    const { showTrace } = await import('../show-trace.ts')
    const name = args.words[0] as string
    const link = textOption(args, 'confirm')
    const open = await openDraft(name, args, context)
    if (link !== undefined) {
      const { confirmLink } = await import('../confirm-link.ts')
      return confirmLink(open, link, context)
    }
    return showTrace(open, textOption(args, 'format') ?? 'table', context)
  },
}
