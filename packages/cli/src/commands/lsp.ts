import type { Command } from '../options.ts'
import { words } from '../words.ts'

/** `hegao lsp`: the language server, for editors. */
export const lspCommand: Command = {
  name: 'lsp',
  describe: words('启动语言服务器，供编辑器使用', 'Start the language server, for editors'),
  positionals: [],
  options: {
    stdio: {
      type: 'boolean',
      describe: words('用标准输入输出（默认）', 'Over standard input and output (if left out, too)'),
    },
    'node-ipc': {
      type: 'boolean',
      describe: words('用 Node 的进程间通信', "Over Node's inter-process channel"),
    },
  },
  examples: [{ line: 'hegao lsp --stdio', describe: words('由编辑器调用', 'As editors call it') }],
  async run(args) {
    const { serve } = await import('../serve.ts')
    return serve(args.values['node-ipc'] === true)
  },
}
