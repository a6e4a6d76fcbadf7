import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { corpus } from '../corpora.mjs'
import { paired, run } from '../measure.mjs'
import { installPeers, peerCommands } from '../peers.mjs'
import { hegao } from '../program.mjs'

const check = (folder, ...more) => ['node', hegao, 'check', folder, '--format', 'json', ...more]

/** Many reports, whole process, against rumdl (C10000) and the slower peers (fewer files, so that it ends today). */
export async function many({ cache, smoke, rounds, patience, peers, files }) {
  if (smoke) {
    const folder = corpus(cache, 3)
    const measured = await paired([{ name: 'hegao', command: check(folder) }], { rounds: 1, warm: false })
    return { title: 'Many reports', against: 'hegao', rows: rowsOf(measured, {}) }
  }
  const count = files ?? 10_000
  const folder = corpus(cache, count)
  const installed = peers ? installPeers(cache) : null
  const commands = [
    ...(installed ? [{ name: 'rumdl', command: peerCommands(installed, folder).rumdl, cwd: folder }] : []),
    { name: 'hegao', command: check(folder) },
  ]
  const measured = await paired(commands, { rounds: rounds ?? 3, patience, warm: false })
  return {
    title: `${count} reports, all default rules, ${installed ? 'against rumdl native' : 'alone'}`,
    against: commands[0].name,
    rows: rowsOf(measured, { hegao: { target: 1.5, stretch: 1 } }),
  }
}

/** The same work against the peers that take many times as long. */
export async function slowPeers({ cache, smoke, rounds, patience, peers }) {
  if (smoke || !peers) return null
  const count = 300
  const folder = corpus(cache, count)
  const { rumdl: _fast, ...others } = peerCommands(installPeers(cache), folder)
  const commands = [
    { name: 'hegao', command: check(folder) },
    ...Object.entries(others).map(([name, command]) => ({ name, command, cwd: folder })),
  ]
  const measured = await paired(commands, { rounds: rounds ?? 3, patience, warm: false })
  const targets = {
    'autocorrect-node': { target: 8, stretch: 12 },
    'markdownlint-cli2': { target: 5, stretch: 8 },
    'textlint (prh, 200 terms)': { target: 15, stretch: 25 },
  }
  return {
    title: `${count} reports against slower peers (ratio: times the time of hegao)`,
    against: 'hegao',
    rows: rowsOf(measured, targets, true),
  }
}

/** A run in which nothing has changed since the last one. */
export async function warmCache({ cache, smoke, rounds, patience, files }) {
  const count = smoke ? 3 : (files ?? 10_000)
  const folder = corpus(cache, count)
  const store = join(cache, `outcomes-${count}`)
  rmSync(store, { force: true })
  const line = check(folder, '--cache', '--cache-location', store)
  // The first run finds, the second sees that files written just before are still the same: both are before the ones that count.
  run(line)
  const measured = await paired([{ name: 'hegao check --cache, nothing changed', command: line }], {
    rounds: smoke ? 1 : (rounds ?? 5),
    patience,
  })
  const rows = rowsOf(measured, {})
  const [row] = rows
  Object.assign(row, { target: 600, stretch: 400, judged: row.median })
  return { title: `Warm cache, ${count} files`, against: null, rows }
}

function rowsOf(measured, targets, slower = false) {
  return Object.entries(measured).map(([name, { wall, cpu, ratio, peak }]) => ({
    name,
    unit: 'ms',
    ...wall,
    cpu,
    ratio: ratio.median,
    ratioMin: ratio.min,
    ratioMax: ratio.max,
    peak,
    ...(targets[name] ? { ...targets[name], judged: ratio.median, atLeast: slower } : {}),
  }))
}
