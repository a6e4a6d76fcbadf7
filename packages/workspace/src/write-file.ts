import { randomBytes } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file so that it is either the old one or the new one, never half of it: into a temporary file beside it, then
 * renamed. A symbolic link stays one; the file keeps its mode.
 * @throws the system's error if the folder or the file cannot be written; nothing is left behind then
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  const target = targetOf(path)
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  const forget = (): void => rmSync(temporary, { force: true })
  process.once('exit', forget)
  try {
    writeFileSync(temporary, content, { flag: 'wx' })
    const mode = modeOf(target)
    if (mode !== null) chmodSync(temporary, mode)
    renameSync(temporary, target)
  } catch (error) {
    forget()
    throw error
  } finally {
    process.removeListener('exit', forget)
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function modeOf(path: string): number | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? stat.mode & 0o7777 : null
}
