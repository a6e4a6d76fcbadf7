import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { versions } from './peers.mjs'

/** Between these lines of docs/performance.md stand words that people wrote; a new run leaves them as they are. */
const notesBegin = '<!-- notes -->'
const notesEnd = '<!-- end of notes -->'

/** The results as Markdown tables. */
export function tables(results) {
  return Object.entries(results)
    .map(([name, { title, against, rows, text }]) => {
      const heading = `### ${title}\n\n\`npm run bench -- --only ${name}\`\n\n`
      if (text) return `${heading}\`\`\`text\n${text}\n\`\`\`\n`
      const measured = rows.some((row) => row.ratio !== undefined)
      const head = [
        '',
        'median',
        'spread',
        ...(measured ? [`ratio${against ? ` to ${against}` : ''}`] : []),
        'target',
        '',
      ]
      const lines = rows.map((row) => [
        row.name,
        `${figure(row.median)} ${row.unit}`,
        row.min === undefined ? '' : `${figure(row.min)}–${figure(row.max)}`,
        ...(measured ? [ratioOf(row)] : []),
        targetOf(row),
        [
          row.cpu ? `CPU ${figure(row.cpu)} ms` : '',
          row.peak ? `peak ${row.peak.toFixed(0)} MiB` : '',
          row.note ?? '',
        ]
          .filter(Boolean)
          .join('; '),
      ])
      return `${heading}${table([head, head.map(() => '---'), ...lines])}\n`
    })
    .join('\n')
}

function table(rows) {
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function ratioOf({ ratio, ratioMin, ratioMax }) {
  if (ratio === undefined) return ''
  const spread =
    ratioMin === undefined || ratioMin === ratioMax ? '' : ` (${ratioMin.toFixed(2)}–${ratioMax.toFixed(2)})`
  return `${ratio.toFixed(2)}${spread}`
}

function targetOf({ target, stretch, judged, atLeast = false }) {
  if (target === undefined) return ''
  const holds = (limit) => (atLeast ? judged >= limit : judged <= limit)
  const verdict =
    stretch !== undefined && holds(stretch) ? 'met, stretch too' : holds(target) ? 'met' : 'missed'
  return `${atLeast ? '≥' : '≤'} ${target}: ${verdict}`
}

function figure(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** The page docs/performance.md: machine, versions, all tables, and the notes of the page before. */
export function page(results, path) {
  const old = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const notes = old.includes(notesBegin)
    ? old.slice(old.indexOf(notesBegin), old.indexOf(notesEnd) + notesEnd.length)
    : `${notesBegin}\n${notesEnd}`
  const [processor] = cpus()
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  const dates = Object.values(results)
    .map(({ at }) => at)
    .sort()
  return `# Performance

Written by \`npm run bench\` (\`tests/bench/run.mjs\`), except for the notes. Ratios are of runs that took turns, A B A B; compare
those, not the milliseconds. Corpora are made from the project's own fixture drafts by seeded variation.

- Machine: ${type()}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB
- Node ${process.version} (V8 ${process.versions.v8}), NODE_EXTRA_CA_CERTS unset
- Peers: ${peers.join(', ')}
- Measured: ${dates[0]} to ${dates.at(-1)} UTC

${notes}

${tables(results)}`
}
