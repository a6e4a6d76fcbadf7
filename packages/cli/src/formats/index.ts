import type { MakeFormat } from './format.ts'
import type { FormatName } from './names.ts'

/** Every format by name, loaded when it is asked for. */
const formats: Readonly<Record<FormatName, () => Promise<MakeFormat>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  html: async () => (await import('./html/page.ts')).html,
  markdown: async () => (await import('./markdown.ts')).markdown,
}

/** Loads a format. */
export function loadFormat(name: FormatName): Promise<MakeFormat> {
  return formats[name]()
}
