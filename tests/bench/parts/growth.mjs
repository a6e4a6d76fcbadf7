import { asPlainText, report } from '../corpora.mjs'
import { loadCore } from '../program.mjs'
import { builtin } from './stages.mjs'

const times = (piece) => (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** Inputs that grow; each is made twice as long, and the time must not grow much more than that. */
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
  suppressions: ['markdown', times('<!-- hegao-disable-next-line -->\n\n青石镇。\n\n')],
}

/** The longest drafts that are made, and how many milliseconds a draft may take to be doubled once more. */
const longest = 1_000_000
const patience = 4_000

/**
 * Time for twice the length over time for the length: of reading, of the stages, and of every rule. Lengths are doubled up to
 * the longest, as long as a draft is checked within the patience.
 */
export async function growth({ smoke, size }) {
  const core = await loadCore()
  const ruleset = builtin(core)
  const start = smoke ? 2_000 : (size ?? 62_500)
  const alone = ruleset.rules.map((rule) => ({ ...ruleset, rules: [rule] }))
  const rows = []
  for (const [name, [format, make]] of Object.entries(inputs)) {
    let length = start * 2
    let short = profileOf(core, ruleset, alone, format, make(start), smoke)
    let long = profileOf(core, ruleset, alone, format, make(length), smoke)
    while (!smoke && length * 2 <= longest && long.all < patience) {
      length *= 2
      short = long
      long = profileOf(core, ruleset, alone, format, make(length), smoke)
    }
    // What takes less than this is all noise.
    const floor = smoke ? 0 : 4
    let worst = null
    for (const [stage, time] of Object.entries(long)) {
      if (time < floor || stage === 'all') continue
      const ratio = time / Math.max(short[stage], 0.01)
      if (worst === null || ratio > worst.ratio) worst = { stage, ratio }
    }
    const ratio = long.all / short.all
    rows.push({
      name,
      unit: 'ms',
      median: long.all,
      ratio,
      note: `${length} characters${worst ? `; steepest: ${worst.stage} ${worst.ratio.toFixed(2)}` : ''}`,
      target: 2.3,
      judged: ratio,
    })
  }
  return { title: 'Twice the length, up to a million characters', against: 'half the length', rows }
}

/** The least times of each stage and rule over a few runs of the draft. */
function profileOf(core, ruleset, alone, format, text, smoke) {
  const least = {}
  const spent = process.hrtime.bigint()
  for (let round = 0; round < (smoke ? 1 : 5); round++) {
    if (round > 1 && Number(process.hrtime.bigint() - spent) / 1e6 > 4_000) break
    const own = {}
    const timed = (name, task) => {
      const start = process.hrtime.bigint()
      const value = task()
      own[name] = Number(process.hrtime.bigint() - start) / 1e6
      return value
    }
    // A flat copy, so that making the text is not part of what is measured.
    const draft = { path: 'a', format, text: Buffer.from(text, 'utf16le').toString('utf16le') }
    const document = timed('read', () => core.read(draft))
    const analysis = core.analyse(document, ruleset)
    timed('report', () => analysis.report)
    timed('ledger', () => analysis.ledger)
    timed('coverage', () => analysis.coverage)
    const { options, locale, profile, report: found, ledger, coverage } = analysis
    const observations = []
    for (const own of alone) {
      const asked = { document, options, locale, profile, report: found, ledger, coverage, ruleset: own }
      for (const observation of timed(own.rules[0].id, () => core.observe(asked)).observations)
        observations.push(observation)
    }
    timed('findings', () => core.suppress(analysis, core.toFindings(observations, analysis).findings))
    own.all = Object.values(own).reduce((sum, time) => sum + time, 0)
    for (const [name, time] of Object.entries(own))
      least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, time)
  }
  return least
}
