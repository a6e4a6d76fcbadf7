import type { FileProblem, LocalText } from '@hegao/core'

/** Something that kept the host from checking, told in one line: what happened, where, and what to do. */
export interface Problem {
  /** The file it speaks of, as a path that can be opened; null if it is about no file. */
  readonly path: string | null
  /** 1-based; null where the file as a whole is meant. */
  readonly line: number | null
  readonly column: number | null
  readonly message: LocalText
}

/** A problem with a file as a whole, or with no file at all. */
export function problem(path: string | null, zh: string, en: string): Problem {
  return { path, line: null, column: null, message: { 'zh-CN': zh, en } }
}

/** A mistake in a YAML file, as a problem of the file at `path`. */
export function problemInFile(path: string, mistake: FileProblem): Problem {
  const key = mistake.key === '' ? '' : `${mistake.key}: `
  return {
    path,
    line: mistake.line,
    column: mistake.column,
    message: { 'zh-CN': `${key}${mistake.zh ?? mistake.message}`, en: `${key}${mistake.message}` },
  }
}

/** Why the operating system refused, in words: the usual codes by name, any other by its code. */
export function systemReason(error: unknown): LocalText {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  return (
    reasons[code] ?? {
      'zh-CN': code || String(error),
      en: code || String(error),
    }
  )
}

const reasons: Readonly<Record<string, LocalText>> = {
  ENOENT: { 'zh-CN': '文件不存在', en: 'the file does not exist' },
  EACCES: { 'zh-CN': '没有读写权限', en: 'permission denied' },
  EPERM: { 'zh-CN': '系统不允许', en: 'operation not permitted' },
  EISDIR: { 'zh-CN': '这是文件夹', en: 'it is a folder' },
  ENOTDIR: { 'zh-CN': '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
  ELOOP: { 'zh-CN': '符号链接成环', en: 'symbolic links form a loop' },
  EMFILE: { 'zh-CN': '打开的文件太多', en: 'too many open files' },
  ENOSPC: { 'zh-CN': '磁盘已满', en: 'the disk is full' },
  EROFS: { 'zh-CN': '磁盘是只读的', en: 'the disk is read-only' },
}
