import { organName } from '../../report/organ.ts'

/** Which organ of which place a name means, for comparing names that are written in full and in short. */
export interface OrganKey {
  readonly name: string
  /** 青石镇, 四平市铁东区: the name without the organ; the whole name where no organ can be told apart. */
  readonly place: string
  readonly kind: 'party' | 'government' | 'place' | 'other'
}

const party = /(?:工作委员会|委员会|党工委|工委|党委|委)$/
const government = /(?:人民政府街道办事处|人民政府办事处|人民政府|政府|街道办事处|办事处)$/
const placeEnd = /(?:[省市县区镇乡州盟旗]|街道|苏木|自治区)$/

/** 临江区人民政府东埠街道办事处: whose office it is; the committee's name does not say it. */
const above = /人民政府(?=.)/

/** Takes an organ's name apart. */
export function organKey(written: string): OrganKey {
  const name = organName(written).replace(/^中国共产党/, '中共')
  const plain = name.replace(/^中共/, '')
  if (government.test(plain)) {
    const seat = plain.endsWith('街道办事处') ? plain.slice(0, -3) : plain.replace(government, '')
    return { name, place: seat.replace(above, ''), kind: 'government' }
  }
  if (placeEnd.test(plain)) return { name, place: plain, kind: 'place' }
  const seat = plain.replace(party, '')
  const isParty = party.test(plain) && (name.startsWith('中共') || placeEnd.test(seat))
  if (isParty && placeEnd.test(seat)) return { name, place: seat.replace(/(.)\1$/, '$1'), kind: 'party' }
  return { name, place: plain, kind: 'other' }
}

/** Whether two names can mean the same organ: the same kind, and places of which one is the other's short form. */
export function isSameOrgan(a: OrganKey, b: OrganKey): boolean {
  const samePlace = a.place.endsWith(b.place) || b.place.endsWith(a.place)
  if (!samePlace) return false
  if (a.kind === 'place' || b.kind === 'place') return a.kind !== 'other' && b.kind !== 'other'
  return a.kind === b.kind
}
