import type { Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao completion`: a script for the shell. */
export const completionCommand: Command = {
  name: 'completion',
  describe: words('输出命令行补全脚本', 'Print a completion script for the shell'),
  positionals: [
    {
      name: 'shell',
      choices: ['bash', 'zsh', 'fish'],
      describe: words('shell；不写则按 SHELL 判断', 'The shell; by SHELL if left out'),
    },
  ],
  options: {},
  examples: [
    { line: 'hegao completion bash >> ~/.bashrc', describe: words('bash', 'bash') },
    {
      line: 'hegao completion fish > ~/.config/fish/completions/hegao.fish',
      describe: words('fish', 'fish'),
    },
  ],
  async run(args, context) {
    const { completionScript } = await import('../completion.ts')
    const shell = args.words[0] ?? /[^/]*$/.exec(context.env.SHELL ?? '')?.[0] ?? ''
    context.out(await completionScript(shell))
    return 0
  },
}
