import type { Context } from '../context.ts'
import { draftOptions } from '../draft-options.ts'
import { formatNames } from '../formats/names.ts'
import type { Arguments, Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao check`: the gate. */
export const checkCommand: Command = {
  name: 'check',
  describe: words('核稿：列出问题、依据和改法', 'Check drafts: what is wrong, on what basis, and what to do'),
  positionals: [
    {
      name: 'paths',
      list: true,
      describe: words(
        '稿件、文件夹或通配式；不写则为当前文件夹；- 为标准输入',
        'Drafts, folders or globs; the current folder if left out; - for standard input',
      ),
    },
  ],
  options: {
    ...draftOptions,
    format: {
      type: 'string',
      list: true,
      alias: 'f',
      choices: formatNames,
      describe: words(
        '输出格式；可多次给出，写成 格式=文件 则存入文件',
        'Output format; may be given several times; FORMAT=FILE writes to a file',
      ),
    },
    'fail-on': {
      type: 'string',
      choices: ['error', 'warning', 'info', 'never'],
      describe: words(
        '达到这一级即以 1 退出（默认 error）',
        'Exit with 1 from this severity on (error if left out)',
      ),
    },
    'max-warnings': {
      type: 'number',
      describe: words('警告多于此数也以 1 退出', 'Exit with 1 if there are more warnings than this'),
    },
    quiet: {
      type: 'boolean',
      alias: 'q',
      describe: words('只显示错误', 'Show errors only'),
    },
    baseline: {
      type: 'boolean',
      describe: words(
        '--no-baseline 连同基线中的意见一起显示',
        '--no-baseline also shows what the baseline knows',
      ),
    },
    'stdin-filename': {
      type: 'string',
      describe: words(
        '标准输入的文件名：决定格式和配置',
        'Name of what is on standard input: decides format and configuration',
      ),
    },
    watch: {
      type: 'boolean',
      alias: 'w',
      describe: words('稿件一改就重新核', 'Check again after every change'),
    },
    cache: {
      type: 'boolean',
      describe: words(
        '没有改动的稿件沿用上次结果',
        'Keep outcomes; what has not changed is not checked again',
      ),
    },
    'cache-location': {
      type: 'string',
      describe: words('缓存文件（默认 .hegaocache）', 'The cache file (.hegaocache if left out)'),
    },
    'cache-strategy': {
      type: 'string',
      choices: ['metadata', 'content'],
      describe: words(
        '怎样认定稿件没有改动：metadata 看大小和时间（默认），content 只看内容',
        'How a draft counts as unchanged: by size and times (metadata, if left out), or by content alone',
      ),
    },
    shard: {
      type: 'string',
      describe: words(
        '只核第几批，如 1/3；结果用 hegao merge 合并',
        'Check one part of several, e.g. 1/3; see hegao merge',
      ),
    },
  },
  examples: [
    { line: 'hegao check 报告.md', describe: words('核一份稿件', 'Check one draft') },
    {
      line: 'hegao check reports --format html=意见.html',
      describe: words('核整个文件夹，意见存成网页', 'Check a folder and write the findings as a page'),
    },
  ],
  run: check,
}

async function check(args: Arguments, context: Context): Promise<number> {
  if (args.values.watch === true) {
    const { watchDrafts } = await import('../watch.ts')
    return watchDrafts(args, context)
  }
  const { runCheck } = await import('../run-check.ts')
  return runCheck(args, context)
}
