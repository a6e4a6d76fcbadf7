import type { MakeFormat } from './format.ts'
import type { FormatName } from './names.ts'

/** Every format by name, loaded when it is asked for. */
const formats: Readonly<Record<FormatName, () => Promise<MakeFormat>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
}

/** Loads a format. */
export function loadFormat(name: FormatName): Promise<MakeFormat> {
  return formats[name]()
}
