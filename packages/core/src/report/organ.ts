import type { BlockRange } from '../text/block.ts'
import type { Metadata } from './report.ts'

/** A name with where it stands. */
export interface NamedPlace {
  readonly name: string
  readonly place: BlockRange
}

/** Endings of the names of organs that sign or receive reports. */
const organEnd =
  /(?:政府|委员会|党委|党工委|党组|工委|管委会|办事处|办公室|常委会|人大|政协|[省市县区镇乡州盟旗]委|街道党工委|局|厅|部|委|办|院|中心|大队|支队|总队|分局|(?:司法|财政|税务|监管|资源|派出)所|执法队|领导小组|联合会|总工会|公司|集团|学校|大学|医院|国务院|党中央|中央|人民代表大会)$/
const placeEnd = /(?:[省市县区镇乡州盟旗]|街道|苏木|林场|农场)$/
const sealed = / ?\((?:盖章|印章|公章|章|代章)\)$/

/** The characters with which such names end, and the bracket behind a seal note: nearly all other lines end with others. */
const lastCharacters = new Set(
  [...'府会委组处室大协局厅部办院心队所司团学校央省市县区镇乡州盟旗道木场)'].map((end) => end.charCodeAt(0)),
)

/** Whether the text is nothing but the name of an organ or a place that has one. Folded text. */
export function isOrgan(folded: string): boolean {
  let end = folded.length
  while (end > 0 && folded.charCodeAt(end - 1) === 0x20) end--
  if (end < 3 || !lastCharacters.has(folded.charCodeAt(end - 1))) return false
  const name = organName(folded)
  return (
    name.length >= 3 &&
    name.length <= 40 &&
    !/[。,;:!?\d《》“”]/.test(name) &&
    (organEnd.test(name) || (name.length <= 16 && placeEnd.test(name)))
  )
}

/** The organ's name without spaces, seal note and 单位：. */
export function organName(folded: string): string {
  const isSealed = folded.endsWith(')')
  const unsealed = isSealed ? folded.replace(sealed, '') : folded
  const bare = unsealed.includes(':')
    ? unsealed.replace(/^(?:报告|填报|报送)?(?:单位|机关) ?: ?/, '')
    : unsealed
  return bare.includes(' ') ? bare.replace(/ /g, '') : bare
}

const municipality = /^(?:中共)?(?:北京|上海|天津|重庆)市?$/
const region = /(?:内蒙古|广西|西藏|宁夏|新疆)$/
const ownEnd = /(?:人民政府办事处|人民政府|政府|管理委员会|管委会|委员会|党工委|党委|工委|办事处|委|党组)$/
const departmentEnd = /(?:局|厅|委|办|部|署|院|中心|大队|支队|总队|公司|集团|学校|大学|医院|联合会|领导小组)$/

/**
 * The level of an organ, as its name tells it: 青石镇人民政府 is a township, 云岭县司法局 a department. Null where the name
 * does not say. A county-level city that is named without its prefecture counts as a city: their duties are the same.
 */
export function levelOf(folded: string): Metadata['level'] {
  const name = organName(folded).replace(/^中共/, '')
  if (/国务院$|^(?:中华人民共和国)?[^省市县区镇乡州]{2,7}部$/.test(name)) return 'state'
  const place = name.endsWith('街道办事处') ? name.slice(0, -3) : name.replace(ownEnd, '')
  if (/办公室$/.test(name)) return 'department'
  return levelOfPlace(place) ?? (levelOfPlace(name) || (isDepartment(name) ? 'department' : null))
}

function levelOfPlace(place: string): Metadata['level'] {
  if (/(?:镇|乡|街道|苏木)$/.test(place)) return 'township'
  if (/省$|自治区$/.test(place) || region.test(place) || municipality.test(place)) return 'province'
  if (/(?:地区|州|盟)$/.test(place)) return 'city'
  if (/(?:县|旗|区)$/.test(place)) return 'county'
  if (/市$/.test(place)) return /[市州盟].+市$|地区.+市$/.test(place) ? 'county' : 'city'
  return null
}

function isDepartment(name: string): boolean {
  return departmentEnd.test(name) || /(?:委员会|管委会)$/.test(name)
}
