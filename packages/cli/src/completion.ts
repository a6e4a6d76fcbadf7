import { loadAllCommands } from './commands/index.ts'
import { type Context, UserError } from './context.ts'
import { type Command, commonOptions } from './options.ts'

/** The completion script of a shell: it asks `hegao --complete` what may follow. @throws UserError for an unknown shell */
export async function completionScript(shell: string): Promise<string> {
  const script = scripts[shell]
  if (script === undefined)
    throw new UserError(
      `不支持 ${shell || '这种 shell'}；可用：${Object.keys(scripts).join(', ')}`,
      `${shell || 'This shell'} is not supported; known: ${Object.keys(scripts).join(', ')}`,
    )
  return script
}

/** What may follow the words of a command line, one a line; nothing where a file name is meant. */
export async function complete(words: readonly string[], { out, locale }: Context): Promise<number> {
  const commands = await loadAllCommands()
  const current = words.at(-1) ?? ''
  const command = commands.find(({ name }) => name === words[0])
  const candidates =
    words.length <= 1 || !command
      ? commands.map(({ name, describe }) => [name, describe[locale]])
      : optionsFor(command, words, locale)
  for (const [word, describe] of candidates) if (word?.startsWith(current)) out(`${word}\t${describe}\n`)
  return 0
}

function optionsFor(command: Command, words: readonly string[], locale: 'zh-CN' | 'en'): string[][] {
  const options = { ...command.options, ...commonOptions }
  const before = words.at(-2) ?? ''
  const asked =
    options[before.replace(/^--/, '')] ?? Object.values(options).find(({ alias }) => `-${alias}` === before)
  if (before.startsWith('-') && asked && asked.type !== 'boolean')
    return (asked.choices ?? []).map((choice) => [choice, asked.describe[locale]])
  const nth = words.slice(1, -1).filter((word) => !word.startsWith('-')).length
  const choices = command.positionals[nth]?.choices ?? []
  if (!(words.at(-1) ?? '').startsWith('-')) return choices.map((choice) => [choice, ''])
  return Object.entries(options).map(([name, { describe }]) => [`--${name}`, describe[locale]])
}

const scripts: Readonly<Record<string, string>> = {
  bash: `# hegao completion for bash
_hegao() {
  local IFS=$'\\n' line
  COMPREPLY=()
  while read -r line; do COMPREPLY+=("\${line%%$'\\t'*}"); done < <(hegao --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _hegao hegao
`,
  zsh: `#compdef hegao
# hegao completion for zsh
_hegao() {
  local -a found
  local line
  while IFS= read -r line; do found+=("\${line%%$'\\t'*}:\${line#*$'\\t'}"); done < <(hegao --complete "\${words[@]:1:$((CURRENT-1))}" 2>/dev/null)
  if (( \${#found} )); then _describe hegao found; else _files; fi
}
compdef _hegao hegao
`,
  fish: `# hegao completion for fish
complete -c hegao -a '(hegao --complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
}
