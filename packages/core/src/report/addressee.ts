import type { Block } from '../text/block.ts'
import { isOrgan } from './organ.ts'
import type { Metadata } from './report.ts'

/** 主送机关: organs, or those present, with a colon at the end. */
export function isAddressee(block: Block): boolean {
  const { folded } = block.shape
  if (folded.length > 80 || !folded.trimEnd().endsWith(':')) return false
  const names = folded.trimEnd().slice(0, -1)
  if (/^(?:各位|尊敬的)[^,。]{1,20}$/.test(names)) return true
  const parts = names.split(/[、,;]| +/).filter((part) => part !== '')
  return (
    parts.length > 0 && parts.every((part) => isOrgan(part) || /^[省市县区镇乡]?(?:委|政府|人大)$/.test(part))
  )
}

/** The names of the line, and where it stands. */
export function addresseeOf(block: Block): NonNullable<Metadata['addressee']> {
  const { folded } = block.shape
  const to = folded.trimEnd().length
  const names = folded.slice(0, to - 1).split(/[、,;]| +/)
  return { names: names.filter((name) => name !== ''), place: { block, from: 0, to } }
}
