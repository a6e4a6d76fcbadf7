import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)

/** Starts the system's Chromium, headless. Every host that a page asks is noted: drafts must not leave the machine. */
export async function startBrowser() {
  if (!executablePath) throw new Error('chromium is not installed')
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=LocalNetworkAccessChecks',
    ],
  })
  const hosts = new Set()
  return {
    hosts,
    async page() {
      const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, locale: 'en-US' })
      const page = await context.newPage()
      context.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url())
        if (protocol.startsWith('http') && !isLocal(hostname)) hosts.add(hostname)
      })
      return page
    },
    stop: () => browser.close(),
  }
}

/** This machine, and the made-up hosts under which VS Code's own service worker hands files to its web views. */
function isLocal(hostname) {
  return /^(?:127\.0\.0\.1|localhost|.*\.vscode-resource\.vscode-cdn\.net)$/.test(hostname)
}
