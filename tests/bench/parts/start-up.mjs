import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report } from '../corpora.mjs'
import { paired } from '../measure.mjs'
import { installPeers, peerCommands } from '../peers.mjs'
import { hegao } from '../program.mjs'

/** One report of 6,000 characters, whole process, against `node -e 0`. */
export async function startUp({ cache, smoke, rounds, patience, peers }) {
  const folder = join(cache, 'one')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.md'), report(3, 6_000))
  const commands = [
    { name: 'node -e 0', command: ['node', '-e', '0'] },
    { name: 'hegao --version', command: ['node', hegao, '--version'] },
    { name: 'hegao check', command: ['node', hegao, 'check', join(folder, 'report.md')] },
  ]
  if (!smoke && peers)
    for (const [name, command] of Object.entries(peerCommands(installPeers(cache), folder)))
      commands.push({ name, command, cwd: folder })
  const measured = await paired(commands, { rounds: smoke ? 1 : (rounds ?? 15), patience })
  const rows = Object.entries(measured).map(([name, { wall, ratio, peak }]) => ({
    name,
    unit: 'ms',
    ...wall,
    ratio: ratio.median,
    ratioMin: ratio.min,
    ratioMax: ratio.max,
    peak,
    ...(name === 'hegao check' ? { target: 2, stretch: 1.5, judged: ratio.median } : {}),
  }))
  return { title: 'Start-up: one report of 6,000 characters, whole process', against: 'node -e 0', rows }
}
