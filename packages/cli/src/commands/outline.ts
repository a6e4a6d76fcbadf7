import { draftOptions, formatOption, oneDraft } from '../draft-options.ts'
import { type Command, textOption } from '../options.ts'
import { words } from '../words.ts'

/** `hegao outline`: what was recognised in a draft. */
export const outlineCommand: Command = {
  name: 'outline',
  describe: words(
    '显示识别出的结构：部分、条目、报告信息',
    'Show what was recognised: sections, parts, items, metadata',
  ),
  positionals: oneDraft,
  options: {
    ...draftOptions,
    format: formatOption('tree', 'json'),
  },
  examples: [
    {
      line: 'hegao outline 报告.md',
      describe: words('看看规定的部分是否都认出来了', 'See whether every mandated part was recognised'),
    },
  ],
  async run(args, context) {
    const { openDraft } = await import('../open-draft.ts')
    const { outlineJson, outlineText } = await import('../outline.ts')
    const { result } = await openDraft(args.words[0] as string, args, context)
    const json = textOption(args, 'format') === 'json'
    context.out(json ? `${JSON.stringify(outlineJson(result), null, 2)}\n` : outlineText(result, context))
    return 0
  },
}
