import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** All files below a folder whose name ends so, sorted; hidden ones and `node_modules` are passed over. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path, ending)
      return entry.name.endsWith(ending) ? [path] : []
    })
    .sort()
}
