import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Settings that keep VS Code from asking, updating and phoning. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
}

/** A running VS Code server with data folders of its own. */
export async function startVscode({ node, server, vsix, settings = {}, smokeTest = false, trust = true }) {
  const home = mkdtempSync(join(tmpdir(), 'hegao-vscode-'))
  const folders = ['--user-data-dir', join(home, 'user'), '--extensions-dir', join(home, 'extensions')]
  const common = [
    server,
    ...folders,
    '--server-data-dir',
    join(home, 'server'),
    '--accept-server-license-terms',
  ]
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'))
  const env = {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  }
  mkdirSync(join(home, 'user/User'), { recursive: true })
  writeFileSync(join(home, 'user/User/settings.json'), JSON.stringify({ ...quiet, ...settings }))
  if (vsix) {
    const install = spawnSync(node, [...common, '--install-extension', vsix], { env, encoding: 'utf8' })
    if (install.status !== 0)
      throw new Error(`the extension cannot be installed: ${install.stdout}${install.stderr}`)
  }
  const port = await freePort()
  const child = spawn(
    node,
    [
      ...common,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--telemetry-level',
      'off',
      ...(trust ? ['--disable-workspace-trust'] : []),
      ...(smokeTest ? ['--enable-smoke-test-driver'] : []),
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      log += data
    })
  const address = `127.0.0.1:${port}`
  await reachable(`http://${address}/version`, () => log)
  return {
    address,
    log: () => log,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const patience = setTimeout(() => child.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(patience)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function reachable(address, log) {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    try {
      if ((await fetch(address)).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`VS Code does not answer: ${log().slice(-1000)}`)
}
