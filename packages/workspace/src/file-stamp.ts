import { statSync } from 'node:fs'

/** What the file system says of a file without its being read. Times are milliseconds since 1970. */
export interface FileStamp {
  readonly size: number
  readonly modified: number
  /** When the file or anything about it changed: nobody can set this time back. */
  readonly changed: number
  readonly inode: number
}

/** The stamp of the file at `path`; null if there is none, or it is no file. */
export function stampOf(path: string): FileStamp | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile()) return null
    return { size: stat.size, modified: stat.mtimeMs, changed: stat.ctimeMs, inode: stat.ino }
  } catch {
    return null
  }
}

/** The coarsest clock that file systems keep (FAT): two writes within it may bear the same time. */
const coarsestTick = 2000

/**
 * Whether the stamp can be trusted if it was taken at `now`: a file written just before may be written once more and keep
 * its stamp. (Git calls such entries racy.)
 */
export function isSettled(stamp: FileStamp, now: number): boolean {
  return Math.max(stamp.modified, stamp.changed) + coarsestTick <= now
}
