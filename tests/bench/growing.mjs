import { asPlainText, report } from './corpora.mjs'
import { seeded } from './seeded.mjs'

const times = (piece) => (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const letters =
  '推进落实加强完善规范提升监督执法队伍培训案件受理办结处罚复议调解宣传普法公开政务服务企业群众基层街道社区应急市场交通'

/** A draft of pieces that differ: each is made with random words and its number. */
const each = (piece) => (length) => {
  const random = seeded(5)
  const words = (count) =>
    Array.from({ length: count }, () => letters[Math.floor(random() * letters.length)]).join('')
  const pieces = []
  for (let made = 0; made < length; made += pieces.at(-1).length) pieces.push(piece(words, pieces.length))
  return pieces.join('').slice(0, length)
}

/** A draft of shortcomings and measures of so many characters each. */
const items = (label, size) => (length) =>
  `# 青石镇2024年度法治政府建设情况报告\n\n## 一、存在的问题\n\n${each((words) => `${label}${words(size)}不足。\n\n`)(length / 2)}\n\n## 二、下一步工作安排\n\n${each((words) => `${label}${words(size)}。\n\n`)(length / 2)}`

/** Inputs that grow: format, and the draft of a length. */
export const inputs = {
  'report, Markdown': ['markdown', (length) => report(2, length)],
  'report, text': ['text', (length) => asPlainText(report(2, length))],
  'one paragraph': ['text', (length) => report(2, length).replace(/[#\n]+/g, '')],
  'one paragraph without full stops': [
    'text',
    (length) =>
      report(2, length)
        .replace(/[#\n]+/g, '')
        .replace(/[。；：！？]/g, '，'),
  ],
  'letters only': ['text', times('青石镇扎实推进法治政府建设取得明显成效')],
  'one character': ['text', times('的')],
  digits: ['text', times('1234567890')],
  'digits and commas': ['text', times('1,')],
  'figures without words': ['text', times('12件')],
  'figures and list marks': ['text', times('12件、')],
  'figures and clauses': ['text', times('办结12件，')],
  rates: ['text', times('受理32件，办结30件，办结率93.75%，')],
  'totals and parts': ['text', times('处罚187件，其中简易程序112件、普通程序75件。')],
  'Chinese numerals': ['text', times('一百二十三')],
  'opening brackets': ['text', times('（')],
  'closing brackets': ['text', times('）')],
  'brackets by turns': ['text', times('（一）')],
  'opening quotation marks': ['text', times('“')],
  'opening titles': ['text', times('《法')],
  titles: ['text', times('《青石镇法治建设规定》')],
  years: ['text', times('2024年')],
  days: ['text', times('2024年2月6日，')],
  spaces: ['text', times(' ')],
  'ideographic spaces': ['text', times('\u3000')],
  'full stops': ['text', times('。')],
  'short lines': ['text', times('青石镇\n')],
  'numbered lines': ['text', times('一、工作情况\n')],
  'numbered items': ['text', times('（一）推进工作不力。\n')],
  'variant glyphs': ['text', times('渉')],
  'doubled words': ['text', times('的的')],
  'office numbers': ['text', times('〔2024〕1号')],
  laws: ['text', times('《中华人民共和国行政处罚法》')],
  'near misses': ['text', times('习近平新代中国特色社会主义思想，')],
  ordinals: ['text', times('一是推进，二是落实，')],
  'phone numbers': ['text', times('13812345678，')],
  headings: ['markdown', times('## 一、工作情况\n\n')],
  'list items': ['markdown', times('- 办结12件\n')],
  'table rows': ['markdown', (length) => `| 甲 | 乙 |\n| --- | --- |\n${times('| 12 | 34 |\n')(length)}`],
  asterisks: ['markdown', times('**青')],
  'square brackets': ['markdown', times('[青')],
  shortcomings: [
    'markdown',
    (length) =>
      `# 青石镇2024年度法治政府建设情况报告\n\n## 一、存在的问题\n\n${times('（一）执法力量不足，培训不够。\n\n')(length / 2)}\n\n## 二、下一步工作安排\n\n${times('（一）加强执法队伍培训，充实力量。\n\n')(length / 2)}`,
  ],
  'headings of many levels': [
    'markdown',
    each((words, nth) => `${'#'.repeat(1 + (nth % 6))} ${words(6)}\n\n`),
  ],
  'nested list': ['markdown', each((words, nth) => `${'  '.repeat(nth % 12)}- ${words(6)}\n`)],
  'nested quotes': ['markdown', each((words, nth) => `${'> '.repeat(1 + (nth % 9))}${words(10)}\n\n`)],
  tables: [
    'markdown',
    each(
      (words, nth) => `| ${words(4)} | 数 |\n| --- | --- |\n| 甲 | ${nth % 97} |\n| 合计 | ${nth % 97} |\n\n`,
    ),
  ],
  'one wide table': [
    'markdown',
    (length) => {
      const columns = Math.floor(length / 12)
      return `|${' 甲 |'.repeat(columns)}\n|${'-|'.repeat(columns)}\n|${' 12 |'.repeat(columns)}\n`
    },
  ],
  footnotes: [
    'markdown',
    (length) =>
      each((words, nth) => `${words(14)}[^${nth}]。\n\n`)(length / 2) +
      each((words, nth) => `[^${nth}]: ${words(10)}\n\n`)(length / 2),
  ],
  'links by reference': [
    'markdown',
    (length) =>
      each((words, nth) => `[${words(4)}][r${nth}]\n\n`)(length / 2) +
      each((_, nth) => `\n[r${nth}]: https://a.cn/${nth}\n`)(length / 2),
  ],
  comments: ['markdown', each((words) => `<!-- ${words(4)} -->\n${words(10)}。\n\n`)],
  'a paragraph wrapped by hand, text': ['text', each((words) => `${words(33)}，\n`)],
  'a paragraph wrapped by hand, Markdown': ['markdown', each((words) => `${words(33)}，\n`)],
  'rates of many things': [
    'text',
    each((words, nth) => {
      const name = words(2)
      return `受理${name}${(nth % 90) + 10}件，办结${(nth % 80) + 5}件，办结率${nth % 100}.${nth % 10}%，`
    }),
  ],
  'rates of one thing': [
    'text',
    each(
      (_, nth) =>
        `受理案件${(nth % 90) + 10}件，办结案件${(nth % 80) + 5}件，办结率${nth % 100}.${nth % 10}%。`,
    ),
  ],
  'plans and rates': [
    'text',
    each(
      (words, nth) => `计划${words(3)}${(nth % 90) + 10}个，完成${(nth % 80) + 1}个，完成率${nth % 100}%。`,
    ),
  ],
  'rows of numbers': [
    'text',
    each((words, nth) => `${words(2)}、${words(2)}分别为${nth % 90}件、${nth % 70}件，`),
  ],
  'rows of changes': [
    'text',
    each(
      (words, nth) =>
        `${words(4)}由${(nth % 40) + 12}件增加到${(nth % 60) + 20}件，分别增长${nth % 30}%、${nth % 20}%，`,
    ),
  ],
  'one total and its parts': [
    'text',
    (length) =>
      `全年共办理案件99999件，其中${each((words, nth) => `${words(3)}${(nth % 40) + 1}件、`)(length)}`,
  ],
  'one statement, many numbers': ['text', each((_, nth) => `全镇开展执法检查${(nth % 9000) + 10}次。`)],
  'one statement, one number': ['text', times('全镇开展执法检查32次。\n')],
  approximations: ['text', each((_, nth) => `约${(nth % 50) + 1}余件左右，`)],
  'days of many years': [
    'text',
    each((words, nth) => `${2000 + (nth % 30)}年${1 + (nth % 12)}月${1 + (nth % 31)}日${words(4)}。`),
  ],
  'brackets of all kinds': ['text', each((words, nth) => `${'（【[{《“'[nth % 6]}${words(1)}`)],
  'half-width marks': ['text', each((words) => `${words(10)},${words(6)};${words(5)}.\n`)],
  'long shortcomings': ['markdown', items('（一）', 300)],
  'shortcomings of many words': ['markdown', items('（一）', 10)],
  suppressions: ['markdown', times('<!-- hegao-disable-next-line -->\n\n青石镇。\n\n')],
}
