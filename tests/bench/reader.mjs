/**
 * What reading costs, as ratios within one run: `node tests/bench/reader.mjs [--smoke]`. Prints, never fails on time.
 *
 * - plain reports, as Markdown and as text, per megabyte of UTF-8, and against the unified stack that the reader must equal
 * - Markdown full of tables, links, emphasis and lists against the same stack: what the fast path costs where it cannot help
 * - rereading after one character typed
 * - doubled inputs, ordinary and hostile: time for 2n over time for n, which is 2 where the cost is linear
 */
import { importTypescript } from '../../scripts/lib/import-typescript.mjs'

const source = new URL('../../packages/core/src/', import.meta.url).pathname
const { read, reread } = await importTypescript(`${source}index.ts`)
const { parsePart } = await importTypescript(`${source}read/markdown-stack.ts`)

const smoke = process.argv.includes('--smoke')
const rounds = smoke ? 1 : 7

/** A sentence of a made-up report; `seed` varies its figures. */
function sentence(seed) {
  const cases = 100 + ((seed * 7919) % 900)
  return `${2000 + (seed % 25)}年，青石镇坚持以习近平法治思想为指导，办理行政处罚案件${cases}件，办结率${(seed % 40) + 60}.${seed % 10}%，无一件被行政复议机关撤销。`
}

function paragraph(seed) {
  return Array.from({ length: 2 + (seed % 4) }, (_, at) => sentence(seed * 5 + at)).join('')
}

function plainMarkdown(seed, parts = 8) {
  let text = `# 青石镇${2000 + (seed % 25)}年法治政府建设情况的报告\n\n云岭县人民政府：\n\n`
  for (let part = 0; part < parts; part++) {
    text += `## ${'一二三四五六七八'[part % 8]}、主要做法\n\n`
    for (let at = 0; at < 5; at++) text += `${paragraph(seed + part * 5 + at)}\n\n`
  }
  return text
}

function plainLines(seed, parts = 8) {
  return plainMarkdown(seed, parts).replace(/^#+ /gm, '').replace(/\n\n/g, '\n　　')
}

function markedMarkdown(seed, parts = 8) {
  let text = `# **青石镇**报告\n\n`
  for (let part = 0; part < parts; part++) {
    text += `## 一、做法\n\n**注意：**${sentence(seed + part)}见[附件${part}](https://example.com/${part})[^${part}]。\n\n`
    for (let at = 0; at < 4; at++) text += `- 项目${at}：*${sentence(seed + at)}*\n`
    text += '\n| 指标 | 上年 | 本年 |\n|------|-----:|-----:|\n'
    for (let at = 0; at < 6; at++) text += `| 案件${at} | ${seed + at} | \`${seed * at}\` |\n`
    text += `\n> ${sentence(seed)}\n\n[^${part}]: 截至12月底。\n\n`
  }
  return text
}

/** Hard-wrapped text without a blank line. */
function wrappedText(length) {
  let text = ''
  for (let seed = 0; text.length < length; seed++)
    text += `　　${paragraph(seed)}`.replace(/(.{26})/gu, '$1\n').replace(/\n?$/, '\n')
  return text
}

function repeated(make, length) {
  let text = ''
  for (let seed = 0; text.length < length; seed++) text += make(seed)
  return text
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

/** Milliseconds that each task takes, medians of rounds in which the tasks take turns. */
function measure(tasks) {
  const times = tasks.map(() => [])
  for (let round = smoke ? 0 : -2; round < rounds; round++)
    for (let turn = 0; turn < tasks.length; turn++) {
      // There and back: otherwise a task always pays for the garbage of the same other one.
      const at = round % 2 === 0 ? turn : tasks.length - 1 - turn
      const start = process.hrtime.bigint()
      tasks[at]()
      if (round >= 0) times[at].push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  return times.map(median)
}

const count = smoke ? 4 : 100
const megabytes = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
const readAll = (texts, format) => () => {
  for (const text of texts) read({ path: 'a', format, text })
}
const row = (name, value, note = '') => console.log(`${name.padEnd(44)} ${value}  ${note}`)

const reports = Array.from({ length: count }, (_, seed) => plainMarkdown(seed))
const lines = Array.from({ length: count }, (_, seed) => plainLines(seed))
const [markdownTime, textTime, treeTime, stackTime] = measure([
  readAll(reports, 'markdown'),
  readAll(lines, 'text'),
  () => {
    for (const text of reports) read({ path: 'a', format: 'markdown', text }).tree
  },
  () => {
    for (const text of reports) parsePart(text)
  },
])
row('plain Markdown, blocks', `${(markdownTime / megabytes(reports)).toFixed(1)} ms/MB`)
row('plain Markdown, blocks and tree', `${(treeTime / megabytes(reports)).toFixed(1)} ms/MB`)
row('plain Markdown, unified stack', `${(stackTime / megabytes(reports)).toFixed(1)} ms/MB`)
row('plain Markdown, blocks and tree : stack', `${(treeTime / stackTime).toFixed(3)} ×`)
row('plain text, blocks', `${(textTime / megabytes(lines)).toFixed(1)} ms/MB`)

const marked = Array.from({ length: smoke ? 2 : 20 }, (_, seed) => markedMarkdown(seed))
const [markedTime, markedTree, markedStack] = measure([
  readAll(marked, 'markdown'),
  () => {
    for (const text of marked) read({ path: 'a', format: 'markdown', text }).tree
  },
  () => {
    for (const text of marked) parsePart(text)
  },
])
row('Markdown full of markup, blocks : stack', `${(markedTime / markedStack).toFixed(3)} ×`)
row('Markdown full of markup, blocks and tree : stack', `${(markedTree / markedStack).toFixed(3)} ×`)

for (const [name, format, text] of [
  ['report, Markdown', 'markdown', plainMarkdown(1)],
  ['200,000 characters, Markdown', 'markdown', repeated(plainMarkdown, smoke ? 20_000 : 200_000)],
  ['200,000 characters, text', 'text', repeated(plainLines, smoke ? 20_000 : 200_000)],
]) {
  let document = read({ path: 'a', format, text })
  let typed = 0
  const times = []
  for (let round = 0; round < (smoke ? 5 : 200); round++) {
    const { text: before } = document.draft
    typed = (typed + 7919) % before.length
    // Joined by way of an array, so that making the text is not part of what is measured.
    const draft = { path: 'a', format, text: [before.slice(0, typed), '字', before.slice(typed)].join('') }
    const start = process.hrtime.bigint()
    document = reread(document, draft)
    times.push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  const [whole] = measure([() => read(document.draft)])
  row(`one character typed, ${name}`, `${median(times).toFixed(3)} ms`, `whole: ${whole.toFixed(2)} ms`)
}

const large = smoke ? 5_000 : 250_000
const small = smoke ? 1_000 : 10_000
/** Format, size and make of each input; what goes through the parser is small, as that takes its time. */
const inputs = {
  'plain Markdown': ['markdown', large, (n) => repeated(plainMarkdown, n)],
  'plain text': ['text', large, (n) => repeated(plainLines, n)],
  'hard-wrapped text': ['text', large, wrappedText],
  'one line of Markdown': ['markdown', large, (n) => '青石镇办结率98%。'.repeat(n / 10)],
  'one line of text': ['text', large, (n) => '青石镇办结率98%。'.repeat(n / 10)],
  'blank lines': ['markdown', large, (n) => '\n'.repeat(n)],
  'lines of one paragraph': ['markdown', large, (n) => '青石镇办结率98%，\n'.repeat(n / 11)],
  'short lines of text': ['text', large, (n) => '青石镇\n'.repeat(n / 4)],
  'lines full of brackets': ['text', large, (n) => '（《“[('.repeat(n / 5)],
  'plain and marked by turns': [
    'markdown',
    small * 4,
    (n) => `${'青石镇。'.repeat(120)}\n\n- 项\n\n`.repeat(n / 487),
  ],
  'references by turns': [
    'markdown',
    small * 4,
    (n) => `${`${'青石镇。'.repeat(120)}[x]\n\n- [x]\n\n`.repeat(n / 494)}[x]: /u\n`,
  ],
  'as many definitions as references': [
    'markdown',
    small * 2,
    (n) =>
      Array.from(
        { length: n / 500 },
        (_, at) => `${'青石镇。'.repeat(120)}[^${at}]\n\n[^${at}]: 注\n\n`,
      ).join(''),
  ],
  'unclosed fence': ['markdown', small, (n) => `\`\`\`\n${'青石镇\n\n'.repeat(n / 5)}`],
  'unclosed comment': ['markdown', small, (n) => `<!--\n${'青石镇\n\n'.repeat(n / 5)}`],
  'character references': ['markdown', small, (n) => '&amp;'.repeat(n / 5)],
  'rows of a table': ['markdown', small, (n) => `| 甲 | 乙 |\n|--|--|\n${'| 1 | 2 |\n'.repeat(n / 10)}`],
  'items of a list': ['markdown', small, (n) => '- 甲\n'.repeat(n / 4)],
}
for (const [name, [format, size, make]] of Object.entries(inputs)) {
  const [once, twice] = [make(size), make(size * 2)]
  const [short, long] = measure([
    () => read({ path: 'a', format, text: once }),
    () => read({ path: 'a', format, text: twice }),
  ])
  row(`doubled: ${name}`, `${(long / short).toFixed(2)} ×`, `${short.toFixed(1)} → ${long.toFixed(1)} ms`)
}
