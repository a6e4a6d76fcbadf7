import { nearest, rulePage } from '@hegao/core'
import { type Context, UserError } from './context.ts'
import { knownRules } from './known-rules.ts'
import type { Arguments } from './options.ts'
import type { Paint } from './terminal/paint.ts'

/** Prints the page of a rule. */
export async function explain(args: Arguments, context: Context): Promise<number> {
  const id = args.words[0] as string
  const rules = await knownRules(args, context)
  const known = rules.get(id)
  if (!known) {
    const close = nearest(id, rules.keys())
    throw new UserError(
      `没有规则“${id}”；${close ? `是否指“${close}”？` : '用 hegao rules 查看全部规则'}`,
      `There is no rule "${id}"; ${close ? `did you mean "${close}"?` : 'see `hegao rules` for all of them'}`,
    )
  }
  const page = rulePage(known.rule, known.docs, context.locale)
  context.out(`${context.terminal.out ? forTerminal(page, context.paint) : page}\n`)
  return 0
}

/** A Markdown page for the eye: headings and marks stand out, the markup itself goes. */
function forTerminal(page: string, paint: Paint): string {
  let code = false
  return page
    .split('\n')
    .filter((line) => {
      const fence = line.startsWith('```')
      if (fence) code = !code
      return !fence
    })
    .map((line) => {
      const heading = /^#+ (.*)$/.exec(line)
      const text = heading
        ? paint.strong(heading[1] as string)
        : line.replace(/\*\*(.+?)\*\*/g, (_, inner: string) => paint.strong(inner))
      return text.replace(/⟦([^⟧]*)⟧/g, (_, inner: string) => paint.error(`⟦${inner}⟧`))
    })
    .join('\n')
}
