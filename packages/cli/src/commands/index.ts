import type { Command } from '../options.ts'

/** Every command, loaded when it is called: what `check` does not need is not read for it. */
const loaders = {
  check: async () => (await import('./check.ts')).checkCommand,
  fix: async () => (await import('./fix.ts')).fixCommand,
  new: async () => (await import('./new.ts')).newCommand,
  compare: async () => (await import('./compare.ts')).compareCommand,
  outline: async () => (await import('./outline.ts')).outlineCommand,
  figures: async () => (await import('./figures.ts')).figuresCommand,
  trace: async () => (await import('./trace.ts')).traceCommand,
  rules: async () => (await import('./rules.ts')).rulesCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  baseline: async () => (await import('./baseline.ts')).baselineCommand,
  config: async () => (await import('./config.ts')).configCommand,
  init: async () => (await import('./init.ts')).initCommand,
  merge: async () => (await import('./merge.ts')).mergeCommand,
  pack: async () => (await import('./pack.ts')).packCommand,
  lsp: async () => (await import('./lsp.ts')).lspCommand,
  completion: async () => (await import('./completion.ts')).completionCommand,
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
