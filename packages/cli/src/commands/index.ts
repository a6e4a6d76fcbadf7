import type { Command } from '../options.ts'

/** Every command, loaded when it is called: what `check` does not need is not read for it. */
const loaders = {
  check: async () => (await import('./check.ts')).checkCommand,
} satisfies Record<string, () => Promise<Command>>

/** The names of all commands, in the order in which help shows them. */
export const commandNames: readonly string[] = Object.keys(loaders)

/** Loads a command, or gives null if there is none of that name. */
export async function loadCommand(name: string): Promise<Command | null> {
  const load = (loaders as Readonly<Record<string, () => Promise<Command>>>)[name]
  return load ? load() : null
}

/** Loads all commands, for help and completion. */
export function loadAllCommands(): Promise<Command[]> {
  return Promise.all(Object.values(loaders).map((load: () => Promise<Command>) => load()))
}
