import { resolve } from 'node:path'
import { type AtomicFile, type CheckedDraft, openAtomic, systemReason } from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import type { Format, FormatContext, Outcome, Written } from './formats/format.ts'
import { loadFormat } from './formats/index.ts'
import { type FormatName, formatNames } from './formats/names.ts'
import { plain } from './terminal/paint.ts'
import { gather } from './terminal/write.ts'

/** Where a format's text goes: to standard output, or into a file that appears at the end. */
export interface Sink {
  readonly name: FormatName
  /** Null for standard output. */
  readonly path: string | null
  draft(checked: CheckedDraft): void
  /** Lets out what was held back: before anything is written elsewhere, and so that the two keep their order. */
  flush(): void
  end(outcome: Outcome): void
}

/** The sinks that `--format` asks for; `pretty` on standard output if it names none there and no file either. */
export async function openSinks(
  asked: readonly string[],
  context: Context,
  formatContext: Omit<FormatContext, 'paint' | 'columns'>,
): Promise<Sink[]> {
  const wanted = asked.length === 0 ? ['pretty'] : asked
  const sinks: Sink[] = []
  for (const entry of wanted) {
    const at = entry.indexOf('=')
    const name = (at === -1 ? entry : entry.slice(0, at)) as FormatName
    if (!formatNames.includes(name)) continue
    const path = at === -1 ? null : entry.slice(at + 1)
    if (path === '')
      throw new UserError(`--format ${name}= 后面缺少文件名`, `--format ${name}= wants a file name`)
    const make = await loadFormat(name)
    const format = make(
      path === null
        ? { ...formatContext, paint: context.paint, columns: context.columns }
        : { ...formatContext, paint: plain, columns: 100 },
    )
    sinks.push(path === null ? outputSink(name, format, context) : fileSink(name, format, path, context))
  }
  if (sinks.filter((sink) => sink.path === null).length > 1)
    throw new UserError(
      '多种格式不能同时输出到屏幕；请写成 --format 格式=文件',
      'Only one format can go to standard output; write the others as --format FORMAT=FILE',
    )
  return sinks
}

function outputSink(name: FormatName, format: Format, context: Context): Sink {
  // A person sees every draft at once; files and pipes take more at a time.
  const output = context.terminal.out ? { write: context.out, flush: () => {} } : gather(context.out)
  const write = (written: Written): void => {
    for (const piece of typeof written === 'string' ? [written] : written)
      if (piece.length > 0) output.write(piece)
  }
  return {
    name,
    path: null,
    draft: (checked) => write(format.draft(checked)),
    flush: output.flush,
    end(outcome) {
      write(format.end(outcome))
      output.flush()
    },
  }
}

function fileSink(name: FormatName, format: Format, path: string, context: Context): Sink {
  let file: AtomicFile | undefined
  const attempt = (step: (to: AtomicFile) => void): void => {
    try {
      file ??= openAtomic(resolve(context.cwd, path))
      step(file)
    } catch (error) {
      const reason = systemReason(error)
      throw new UserError(`无法写入 ${path}：${reason['zh-CN']}`, `Cannot write ${path}: ${reason.en}`)
    }
  }
  const write = (written: Written): void => {
    for (const piece of typeof written === 'string' ? [written] : written)
      if (piece.length > 0) attempt((to) => to.write(piece))
  }
  return {
    name,
    path,
    draft: (checked) => write(format.draft(checked)),
    flush: () => {},
    end(outcome) {
      write(format.end(outcome))
      attempt((to) => to.commit())
    },
  }
}
