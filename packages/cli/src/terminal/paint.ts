import { Chalk } from 'chalk'

/** Colours by meaning. Without colours every entry gives back its text. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly info: (text: string) => string
  readonly hint: (text: string) => string
  readonly good: (text: string) => string
  readonly dim: (text: string) => string
  readonly strong: (text: string) => string
  readonly link: (text: string) => string
  readonly added: (text: string) => string
  readonly removed: (text: string) => string
}

const same = (text: string): string => text

/** No colours at all. */
export const plain: Paint = {
  error: same,
  warning: same,
  info: same,
  hint: same,
  good: same,
  dim: same,
  strong: same,
  link: same,
  added: same,
  removed: same,
}

/** Whether to use colours: `--color` and `--no-color` first, then FORCE_COLOR, NO_COLOR, and whether a terminal reads it. */
export function wantsColour(
  asked: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): boolean {
  if (asked !== undefined) return asked
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  if (env.NO_COLOR) return false
  return terminal && env.TERM !== 'dumb'
}

/** The colours. */
export function paintWith(colours: boolean): Paint {
  if (!colours) return plain
  const chalk = new Chalk({ level: 1 })
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    info: chalk.cyan,
    hint: chalk.blue,
    good: chalk.green,
    dim: chalk.gray,
    strong: chalk.bold,
    link: chalk.underline,
    added: chalk.green,
    removed: chalk.red,
  }
}
