import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

/** The environment of every measured process. With NODE_EXTRA_CA_CERTS Node 20 reads all certificates at every start. */
const { NODE_EXTRA_CA_CERTS: _certificates, ...environment } = process.env

/** The middle value. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The value below which 95 in 100 lie. */
export function p95(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)]
}

/** Median and spread of some measurements. */
export function summary(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), rounds: values.length }
}

/** Waits until the machine was idle for half a second, or until patience is at its end (milliseconds). */
export async function quiet(patience) {
  const until = Date.now() + patience
  for (;;) {
    const before = idleShare()
    await new Promise((resolve) => setTimeout(resolve, 500))
    const now = idleShare()
    if ((now.idle - before.idle) / (now.all - before.all) > 0.85 || Date.now() >= until) return
  }
}

function idleShare() {
  let idle = 0
  let all = 0
  for (const { times } of cpus()) {
    idle += times.idle
    all += times.user + times.nice + times.sys + times.idle + times.irq
  }
  return { idle, all }
}

const timer = '/usr/bin/time'

/**
 * Runs a command to its end, its output in a pipe as in CI.
 * @returns {{ wall: number, cpu: number | null, peak: number | null }} milliseconds and MiB; null where the system cannot say
 */
export function run([program, ...words], { cwd, allowed = [0, 1] } = {}) {
  const accounting = existsSync(timer) ? join(tmpdir(), `hegao-bench-${process.pid}`) : null
  const line = accounting
    ? [timer, '-q', '-o', accounting, '-f', '%U %S %M', program, ...words]
    : [program, ...words]
  const start = process.hrtime.bigint()
  const { status, error, stderr } = spawnSync(line[0], line.slice(1), {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  })
  const wall = Number(process.hrtime.bigint() - start) / 1e6
  if (error) throw error
  if (!allowed.includes(status))
    throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${String(stderr).slice(0, 400)}`)
  if (!accounting) return { wall, cpu: null, peak: null }
  const [user, system, kilobytes] = readFileSync(accounting, 'utf8')
    .trim()
    .split('\n')
    .at(-1)
    .split(' ')
    .map(Number)
  rmSync(accounting)
  return { wall, cpu: (user + system) * 1000, peak: kilobytes / 1024 }
}

/**
 * Runs commands by turns, A B A B …, after one round that does not count.
 * @param {{ name: string, command: string[], cwd?: string, before?: () => void }[]} commands the first is what ratios are to
 * @returns name → { wall, cpu, peak, ratio }: summaries; `ratio` of the wall times of the same round
 */
export async function paired(commands, { rounds, patience = 0, warm = true }) {
  const samples = new Map(commands.map(({ name }) => [name, []]))
  for (let round = warm ? -1 : 0; round < rounds; round++) {
    await quiet(patience)
    for (const { name, command, before, ...options } of commands) {
      before?.()
      const sample = run(command, options)
      if (round >= 0) samples.get(name).push(sample)
    }
  }
  const first = samples.get(commands[0].name)
  return Object.fromEntries(
    [...samples].map(([name, own]) => [
      name,
      {
        wall: summary(own.map((sample) => sample.wall)),
        cpu: own[0].cpu === null ? null : median(own.map((sample) => sample.cpu)),
        peak: own[0].peak === null ? null : Math.max(...own.map((sample) => sample.peak)),
        ratio: summary(own.map((sample, round) => sample.wall / first[round].wall)),
      },
    ]),
  )
}

/**
 * Takes the least time of each task for each of some things, which are measured many times: on a machine that does other work as
 * well, the least is what the task itself costs.
 */
export function stopwatch() {
  const least = new Map()
  return {
    /** Runs a task for the `nth` thing, and gives what it gives. */
    timed(name, nth, task) {
      const start = process.hrtime.bigint()
      const value = task()
      const time = Number(process.hrtime.bigint() - start) / 1e6
      const own = least.get(name) ?? []
      own[nth] = Math.min(own[nth] ?? Number.POSITIVE_INFINITY, time)
      least.set(name, own)
      return value
    },
    /** name → milliseconds a thing */
    means() {
      const mean = (times) => times.reduce((sum, time) => sum + time, 0) / times.length
      return Object.fromEntries([...least].map(([name, times]) => [name, mean(times)]))
    },
  }
}

/** Starts a process that talks over its standard input and output. */
export function converse([program, ...words], options = {}) {
  return spawn(program, words, { ...options, env: environment, stdio: ['pipe', 'pipe', 'inherit'] })
}
