import { type FSWatcher, statSync, watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { findDrafts } from '@hegao/workspace'
import type { Context } from './context.ts'
import { type Arguments, listOption } from './options.ts'
import { runCheck } from './run-check.ts'

/** A file is often written in several steps: wait so many milliseconds for the last one. */
const settle = 80

/** Checks, and checks again after every change, also one during the check, until the user stops it. */
export async function watchDrafts(args: Arguments, context: Context): Promise<number> {
  const written = new Set(
    listOption(args, 'format').flatMap((format) =>
      format.includes('=') ? basename(format.split('=')[1] as string) : [],
    ),
  )
  for (;;) {
    const change = nextChange(await foldersOf(args, context), written)
    if (context.terminal.out) context.out('\u001b[2J\u001b[3J\u001b[H')
    await runCheck(args, context)
    context.out(
      context.paint.dim(
        context.locale === 'zh-CN' ? '等待改动……按 Ctrl-C 结束\n' : 'Waiting for changes; Ctrl-C to stop\n',
      ),
    )
    await change
  }
}

/** The folders in which drafts and configuration may change. */
async function foldersOf(args: Arguments, { cwd }: Context): Promise<string[]> {
  const words = args.words.length === 0 ? ['.'] : args.words
  const { drafts } = await findDrafts(words, cwd)
  const named = words
    .map((word) => resolve(cwd, word))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
  return [...new Set([cwd, ...named, ...drafts.map(({ path }) => dirname(path))])]
}

/** What a change may concern: drafts, configuration, term lists and rules, side files, ignore files. */
const watched = /\.(?:md|markdown|txt|ya?ml)$|^hegao\.[a-z]+\.json$|ignore$/i

/** Resolves when a file in one of the folders has changed that the check reads; what it writes itself does not count. */
function nextChange(folders: readonly string[], written: ReadonlySet<string>): Promise<void> {
  return new Promise((done) => {
    let timer: NodeJS.Timeout | undefined
    const watchers: FSWatcher[] = []
    const changed = (_: string, name: string | null): void => {
      if (name !== null && (!watched.test(name) || written.has(name))) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        for (const watcher of watchers) watcher.close()
        done()
      }, settle)
    }
    for (const folder of folders) watchers.push(watch(folder, changed))
  })
}
