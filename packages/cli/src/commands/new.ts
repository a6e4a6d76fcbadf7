import type { Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao new`: a draft to begin with. */
export const newCommand: Command = {
  name: 'new',
  describe: words(
    '生成稿件骨架：规定的部分、标题、落款',
    'Write a draft skeleton: mandated parts, title, signature',
  ),
  positionals: [
    {
      name: 'file',
      describe: words('写入的文件；不写则输出到屏幕', 'The file to write; standard output if left out'),
    },
  ],
  options: {
    profile: {
      type: 'string',
      alias: 'p',
      describe: words(
        '报告类型（默认 law-based-government）',
        'Type of report (law-based-government if left out)',
      ),
    },
    issuer: { type: 'string', describe: words('报告单位，如 青石镇人民政府', 'Who reports') },
    year: { type: 'number', describe: words('报告年度', 'The report year') },
    to: { type: 'string', describe: words('主送机关', 'To whom it is submitted') },
  },
  examples: [
    {
      line: 'hegao new 报告.md --issuer 青石镇人民政府 --year 2025',
      describe: words('生成 2025 年度报告的骨架', 'A skeleton for the year 2025'),
    },
  ],
  async run(args, context) {
    const { newDraft } = await import('../new-draft.ts')
    return newDraft(args, context)
  },
}
