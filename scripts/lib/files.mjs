import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** All files below a folder whose name ends so, sorted; build products and dependencies are passed over. */
export function listFiles(folder, ending) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory())
        return ['node_modules', 'dist', '.cache'].includes(entry.name) ? [] : listFiles(path, ending)
      return entry.name.endsWith(ending) ? [path] : []
    })
    .sort()
}
