import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/lib/files.mjs'
import { seeded } from './seeded.mjs'

const fixtures = join(root, 'tests/fixtures/drafts')

/** Raise this when what is written changes: kept corpora of another edition are made anew. */
const edition = '4'

/**
 * What our own clean drafts consist of: sections of work done, shortcomings and measures, each without its number. They are
 * what the corpora are put together from.
 */
function readMaterial() {
  const material = { work: [], shortcomings: [], measures: [] }
  for (const name of readdirSync(fixtures).sort())
    if (name.startsWith('clean-')) takeFrom(readFileSync(join(fixtures, name), 'utf8'), material)
  return material
}

function takeFrom(draft, { work, shortcomings, measures }) {
  let part = ''
  let section = null
  for (const line of draft.split(/\r?\n/)) {
    const plain = line
      .replace(/^[#\s\u3000]+/, '')
      .replaceAll('**', '')
      .trimEnd()
    const item = plain.match(/^(?:[（(][一二三四五六七八九十]+[）)]|\d+[.．、])\s*(.*)$/)
    if (/^[一二三四五]、/.test(plain)) {
      part = partOf(plain)
      section = null
    } else if (item && part === 'work') {
      section = { heading: item[1], paragraphs: [] }
      work.push(section)
    } else if (item && part === 'shortcomings') shortcomings.push(item[1])
    else if (item && part === 'measures') measures.push(item[1])
    else if (section && plain !== '' && !item && !plain.startsWith('|')) section.paragraphs.push(plain)
  }
}

function partOf(heading) {
  if (/不足|问题/.test(heading)) return 'shortcomings'
  if (/安排|打算|思路/.test(heading)) return 'measures'
  return /第一责任人/.test(heading) ? 'duty' : 'work'
}

const numerals = '一二三四五六七八九十'

function numeral(value) {
  if (value <= 10) return numerals[value - 1]
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : numerals[tens - 1]}十${value % 10 === 0 ? '' : numerals[(value % 10) - 1]}`
}

const places = ['青石', '云岭', '白沙', '长桥', '石门', '柳林', '南湾', '双塔', '古渡', '清溪']

/** Every figure of the text with one digit changed: what a careless hand does. */
function misprinted(text, random) {
  return text.replace(/\d{2,}/g, (digits) => {
    if (random() > 0.3) return digits
    const at = 1 + Math.floor(random() * (digits.length - 1))
    return (
      digits.slice(0, at) + ((Number(digits[at]) + 1 + Math.floor(random() * 8)) % 10) + digits.slice(at + 1)
    )
  })
}

/** A report of about `length` characters in Markdown; one section in ten has misprints. */
function reportOf(material, seed, length) {
  const random = seeded(seed)
  const place = places[Math.floor(random() * places.length)]
  const pick = (list) => list[Math.floor(random() * list.length)]
  const own = (text) => {
    const local = text.replace(/青石|云岭/g, place)
    return random() < 0.1 ? misprinted(local, random) : local
  }
  const items = Math.max(4, Math.round(length / 1500))
  const rest = items * 150 + 300
  let text = `# ${place}县人民政府2024年度法治政府建设情况报告\n\n2024年，${place}县人民政府坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，扎实推进法治政府建设。现报告如下：\n\n## 一、2024年度推进法治政府建设的主要举措和成效\n\n`
  const shuffled = [...material.work].sort(() => random() - 0.5)
  for (let nth = 1; text.length < length - rest; nth++) {
    const section = shuffled[(nth - 1) % shuffled.length]
    // Sections that come again speak of another place: no paragraph is copied.
    const again = nth > shuffled.length ? `${pick(places)}片区第${nth}网格：` : ''
    const [first, ...others] = [section.heading, ...section.paragraphs]
    const end = first.indexOf('。')
    const heading = end === -1 || end === first.length - 1 ? first.replace(/。$/, '') : first.slice(0, end)
    text += `### （${numeral(((nth - 1) % 99) + 1)}）${heading}\n\n`
    const behind = end === -1 ? '' : first.slice(end + 1)
    for (const paragraph of [behind, ...others]) if (paragraph !== '') text += `${again}${own(paragraph)}\n\n`
  }
  text += '## 二、2024年度推进法治政府建设存在的不足和原因\n\n'
  for (let nth = 1; nth <= items; nth++)
    text += `（${numeral(((nth - 1) % 99) + 1)}）${own(pick(material.shortcomings))}\n\n`
  text += `## 三、2024年度党政主要负责人履行推进法治建设第一责任人职责情况\n\n${place}县党政主要负责人严格履行推进法治建设第一责任人职责，听取法治建设工作汇报5次，研究解决重大问题12个，在年终述职中同步述法。\n\n`
  text += '## 四、2025年度推进法治政府建设的主要安排\n\n'
  for (let nth = 1; nth <= items; nth++)
    text += `（${numeral(((nth - 1) % 99) + 1)}）${own(pick(material.measures))}\n\n`
  return `${text}${place}县人民政府\n\n2025年2月18日\n`
}

/** The same report as an office writes it: no markup, two ideographic spaces before each paragraph. */
export function asPlainText(markdown) {
  return markdown
    .split('\n\n')
    .map((block, nth) => (nth === 0 ? block.slice(2) : `　　${block.replace(/^#+ /, '')}`))
    .join('\n')
}

/** The same report full of tables, links, emphasis and lists: every other block has markup. */
function withMarkup(markdown, seed) {
  const random = seeded(seed)
  let tables = 0
  return markdown
    .split('\n\n')
    .map((block) => {
      if (block.startsWith('#') || block.length < 40) return block
      const chance = random()
      if (chance < 0.25) return block.replace(/([\u4e00-\u9fff]{4})，/g, '**$1**，')
      if (chance < 0.45)
        return block.replace(/。/, `（见[附件${Math.floor(chance * 90)}](https://example.com/a)）。`)
      if (chance < 0.65)
        return block.split('；').length > 1
          ? block
              .split('；')
              .map((one) => `- ${one}`)
              .join('\n')
          : `- ${block}\n- *以上各项均已落实*`
      if (chance < 0.85) {
        tables++
        const rows = Array.from(
          { length: 4 },
          (_, row) => `| 第${row + 1}季度 | ${tables * 7 + row} | ${tables * 3 + row} |`,
        )
        return `${block}\n\n| 时间 | 案件（件） | 涉案（人） |\n| --- | ---: | ---: |\n${rows.join('\n')}`
      }
      return `> ${block}`
    })
    .join('\n\n')
}

let material

/** One report of about `length` characters; another seed, another report. */
export function report(seed = 1, length = 6_000) {
  material ??= readMaterial()
  return reportOf(material, seed, length)
}

/** As {@link report}, full of markup. */
export function markedReport(seed = 1, length = 6_000) {
  return withMarkup(report(seed, length), seed)
}

/** Made-up words for rules about terms: one in twenty stands in the reports, the others are near misses. */
export function terms(count) {
  const random = seeded(7)
  const text = report(1).replace(/[^\u4e00-\u9fff]/g, '')
  const letters = [...new Set(text)]
  const pick = () => letters[Math.floor(random() * letters.length)]
  return Array.from({ length: count }, (_, nth) => {
    const length = 2 + Math.floor(random() * 3)
    const at = Math.floor(random() * (text.length - length))
    return nth % 20 === 0 ? text.slice(at, at + length) : Array.from({ length }, pick).join('')
  })
}

/**
 * The folder with `count` varied reports as files; made once and kept in `cache`.
 * @param {string} cache folder of the bench
 * @param {'plain' | 'marked'} kind
 */
export function corpus(cache, count, kind = 'plain') {
  const folder = join(cache, `${kind}-${count}`)
  const stamp = join(folder, '.edition')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === edition) return folder
  rmSync(folder, { recursive: true, force: true })
  // A repository of its own: what the project ignores is not ignored here.
  mkdirSync(join(folder, '.git'), { recursive: true })
  for (let seed = 1; seed <= count; seed++) {
    const name = join(folder, `report-${String(seed).padStart(5, '0')}.md`)
    const length = 2_500 + ((seed * 7919) % 4_000)
    writeFileSync(name, kind === 'marked' ? markedReport(seed, length) : report(seed, length))
  }
  writeFileSync(stamp, edition)
  return folder
}
