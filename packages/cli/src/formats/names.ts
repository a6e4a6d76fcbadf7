/** The names of all formats, without loading any. */
export const formatNames = ['pretty', 'compact', 'json'] as const

export type FormatName = (typeof formatNames)[number]
