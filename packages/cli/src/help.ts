import type { Context } from './context.ts'
import type { Command } from './options.ts'

/** Shows help for a command, or for all of hegao. */
export async function showHelp(command: Command | null, context: Context): Promise<number> {
  context.out(`${command?.name ?? 'hegao'}\n`)
  return 0
}
