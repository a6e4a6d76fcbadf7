import type { MakeFormat } from '../format.ts'

/** One page. */
export const html: MakeFormat = () => ({ draft: () => '', end: () => '' })
