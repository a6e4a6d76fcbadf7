/** The names of all formats, without loading any. */
export const formatNames = [
  'pretty',
  'compact',
  'json',
  'sarif',
  'junit',
  'checkstyle',
  'github',
  'gitlab',
  'html',
  'markdown',
] as const

export type FormatName = (typeof formatNames)[number]
