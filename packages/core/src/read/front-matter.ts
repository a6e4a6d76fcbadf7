import { parseDocument } from 'yaml'
import type { FrontMatter } from './document.ts'

const opening = /^---[ \t]*(?:\r\n|\n|\r)/
const closing = /(?:^|\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/

/** The source offset just behind the front matter's closing `---`, or 0 if the text does not begin with one. */
export function frontMatterEnd(text: string): number {
  if (!text.startsWith('---')) return 0
  const head = opening.exec(text.slice(0, 200))
  if (head === null) return 0
  const foot = closing.exec(text.slice(head[0].length))
  return foot === null ? 0 : head[0].length + foot.index + foot[0].length
}

/** Parses the front matter that ends at `end`; a mistake in it is told, not thrown. */
export function readFrontMatter(text: string, end: number): FrontMatter {
  const range = { start: 0, end }
  const body = text
    .slice(0, end)
    .replace(opening, '')
    .replace(/---[ \t]*$/, '')
  const document = parseDocument(body, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false })
  const error = document.errors[0]
  if (error !== undefined) return { range, values: {}, error: firstLine(error.message) }
  let values: unknown
  try {
    values = document.toJS({ maxAliasCount: 100 })
  } catch (mistake) {
    return {
      range,
      values: {},
      error: firstLine(mistake instanceof Error ? mistake.message : String(mistake)),
    }
  }
  if (values === null || values === '') return { range, values: {}, error: null }
  if (typeof values !== 'object' || Array.isArray(values))
    return { range, values: {}, error: 'not a mapping of keys to values' }
  return { range, values: values as Record<string, unknown>, error: null }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message
}
