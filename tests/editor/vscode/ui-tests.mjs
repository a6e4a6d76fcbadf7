import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startVscode } from '../lib/vscode.mjs'
import { makeWorkspace } from '../lib/workspace.mjs'

const patience = { timeout: 20_000 }

/** Uses VS Code as a writer does: by pointer and keys, in a browser. Each step leaves a screenshot. */
export async function testUi(report, { installed, browser, vsix, screenshots }) {
  mkdirSync(screenshots, { recursive: true })
  const workspace = makeWorkspace()
  const vscode = await startVscode({
    ...installed,
    vsix,
    settings: { 'editor.fontSize': 14, 'problems.defaultViewMode': 'list' },
  })
  const page = await browser.page()
  const shoot = (name, clip) =>
    page.screenshot({ path: join(screenshots, `${name}.png`), ...(clip && { clip }) })
  const step = async (name, act) => {
    try {
      await act()
      report.tell('vscode ui', name, true)
    } catch (error) {
      await shoot(`failed-${name.replaceAll(/[^a-z]+/gi, '-')}`).catch(() => {})
      report.tell('vscode ui', name, false, String(error.message).split('\n')[0])
    }
  }
  try {
    await page.goto(`http://${vscode.address}/?folder=${encodeURIComponent(workspace.folder)}`)
    for (const [name, act] of Object.entries(steps(page, workspace, shoot))) await step(name, act)
    report.tell(
      'vscode ui',
      'no host but this machine is asked',
      browser.hosts.size === 0,
      [...browser.hosts].join(),
    )
  } finally {
    await page.context().close()
    await vscode.stop()
    workspace.remove()
  }
}

function steps(page, workspace, shoot) {
  const editor = page.locator('.monaco-editor .view-lines').first()
  const problems = page.locator('.markers-panel-container .monaco-list-row')
  const line = (words) => editor.locator('.view-line', { hasText: words }).first()
  const widget = page.locator('.action-widget')

  return {
    async 'the walkthrough leads through the first steps'() {
      await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 })
      await page
        .getByRole('treeitem', { name: /report\.md/ })
        .first()
        .waitFor({ timeout: 60_000 })
      await command(page, 'Welcome: Open Walkthrough')
      await page
        .locator('.quick-input-widget .monaco-list-row', { hasText: 'Start with hegao' })
        .first()
        .click(patience)
      const welcome = page.locator('.gettingStartedContainer')
      await welcome.getByText('Start with hegao').first().waitFor(patience)
      await welcome.getByText('Read the findings').first().click()
      await welcome.getByText('Squiggles mark the places').first().waitFor(patience)
      await page
        .frameLocator('iframe.webview')
        .frameLocator('#active-frame')
        .locator('svg text')
        .first()
        .waitFor(patience)
      await shoot('walkthrough')
      await command(page, 'View: Close Editor')
    },
    async 'a report is opened and squiggled'() {
      await page
        .getByRole('treeitem', { name: /report\.md/ })
        .first()
        .dblclick({ timeout: 60_000 })
      await page.locator('.squiggly-error').first().waitFor(patience)
      await page.locator('.squiggly-warning').first().waitFor(patience)
    },
    async 'the status bar tells type, year and counts'() {
      const status = page.locator('#hegao\\.hegao-vscode\\.hegao\\.status, .statusbar-item', {
        hasText: '法治政府建设年度报告 2024',
      })
      await status.first().waitFor(patience)
      await shoot('findings')
    },
    async 'lenses say which measure answers'() {
      const lenses = page.locator('.codelens-decoration')
      await lenses.filter({ hasText: '由（一）落实' }).first().waitFor(patience)
      await lenses.filter({ hasText: '无对应安排' }).first().waitFor(patience)
    },
    async 'choosing a lens shows the measure'() {
      await page.locator('.codelens-decoration a', { hasText: '由（一）落实' }).first().click()
      await page.waitForFunction(() => document.querySelector('.cursors-layer') !== null)
      await page
        .locator('.statusbar-item', { hasText: /Ln 25, Col/ })
        .first()
        .waitFor(patience)
    },
    async 'a hover shows the sum, the reason and the basis'() {
      await goToLine(page, 9)
      const figure = line('办结率100%').locator('span', { hasText: '办结率' }).last()
      const box = await figure.boundingBox()
      const squiggle = await page.locator('.squiggly-error').last().boundingBox()
      await page.mouse.move(squiggle.x + squiggle.width / 2, (box ?? squiggle).y + 8)
      const hover = page.locator('.monaco-hover:visible', { hasText: '93.75%' }).first()
      await hover.waitFor(patience)
      await hover.getByText('依据').first().waitFor(patience)
      await shoot('hover')
      await shoot('readme-findings', { x: 352, y: 36, width: 1004, height: 464 })
      await page.mouse.move(5, 5)
    },
    async 'the problems panel lists the findings with their rules'() {
      await page.keyboard.press('Control+Shift+M')
      await problems.first().waitFor(patience)
      const rows = (await problems.allInnerTexts()).join('\n')
      for (const words of ['figures/ratio', 'punctuation/doubled', 'structure/missing-part'])
        if (!rows.includes(words)) throw new Error(`${words} is not among ${rows}`)
      await shoot('problems')
    },
    async 'a quick fix mends a finding'() {
      await problems.filter({ hasText: 'punctuation/doubled' }).first().dblclick()
      await page
        .locator('.statusbar-item', { hasText: /Ln 5, Col 26/ })
        .first()
        .waitFor(patience)
      await pressFor(page, 'Control+.', widget.getByText('只留“。”').first())
      await shoot('quick-fix')
      await page.keyboard.press('Enter')
      await problems
        .filter({ hasText: 'punctuation/doubled' })
        .first()
        .waitFor({ ...patience, state: 'detached' })
      await page.keyboard.press('Control+s')
    },
    async 'the mended draft is on the disk'() {
      const end = Date.now() + 10_000
      while (readFileSync(workspace.draft, 'utf8').includes('。。')) {
        if (Date.now() > end) throw new Error('it is not saved')
        await page.waitForTimeout(50)
      }
    },
    async 'a missing part is reported, completed, and gone'() {
      await problems.filter({ hasText: 'structure/missing-part' }).first().waitFor(patience)
      await page.keyboard.press('Control+J')
      await goToLine(page, 28)
      await page.keyboard.type('\n\n')
      await page.keyboard.press('ArrowUp')

      const suggestion = page.locator('.suggest-widget .monaco-list-row', { hasText: '第一责任人' }).first()
      await pressFor(page, 'Control+Space', suggestion)
      await shoot('completion')
      await suggestion.click()
      await line('第一责任人').waitFor(patience)
      await page.keyboard.press('Control+Shift+M')
      await problems
        .filter({ hasText: 'structure/missing-part' })
        .first()
        .waitFor({ ...patience, state: 'detached' })
      await page.keyboard.press('Control+J')
      await shoot('completed')
    },
    async 'the ledger panel lists the figures, and a row leads into the draft'() {
      await command(page, 'Show the Ledger of Figures')
      const frame = page.frameLocator('iframe.webview').last().frameLocator('#active-frame')
      await frame.getByText('办结率').first().waitFor(patience)
      await frame.locator('.inconsistent').first().waitFor(patience)
      await shoot('ledger')
      await shoot('readme-ledger', { x: 352, y: 60, width: 1004, height: 480 })
      await frame.locator('.jump', { hasText: '40场次' }).first().click()
      await page
        .locator('.statusbar-item', { hasText: /Ln 11, / })
        .first()
        .waitFor(patience)
    },
    async 'the trace panel shows shortcomings, causes and measures'() {
      await command(page, 'Show Shortcomings and Measures')
      const frame = page.frameLocator('iframe.webview').last().frameLocator('#active-frame')
      await frame.getByText('合同审查制度不健全').first().waitFor(patience)
      await frame.locator('.unanswered').first().waitFor(patience)
      await shoot('trace')
    },
    async 'a rule page opens in the reader'() {
      await command(page, 'Open Rule Page')
      const input = await quickInput(page, 'Rule')
      await input.fill('figures/ratio')
      await page
        .locator('.quick-input-widget .monaco-list-row', { hasText: 'figures/ratio' })
        .first()
        .waitFor(patience)
      await page.keyboard.press('Enter')
      const frame = page.frameLocator('iframe.webview').last().frameLocator('#active-frame')
      await frame.getByText('figures/ratio').first().waitFor(patience)
      await shoot('rule-page')
    },
    async 'a new report is made from the template'() {
      await command(page, 'New Report from Template')
      const issuer = await quickInput(page, '青石镇')
      await issuer.fill('云岭县')
      await issuer.press('Enter')
      await page.locator('.quick-input-widget', { hasText: 'Which year' }).waitFor(patience)
      const year = await quickInput(page)
      await year.fill('2024')
      await year.press('Enter')
      await page.locator('.view-line', { hasText: '云岭县2024年度法治政府建设' }).first().waitFor(patience)
      await shoot('new-report')
    },
  }
}

/** The input of the palette or of a question, once it is there. */
async function quickInput(page, placeholder) {
  const input = placeholder
    ? page.getByPlaceholder(placeholder)
    : page.locator('.quick-input-widget input[type="text"]').first()
  await input.waitFor(patience)
  return input
}

/** Presses a key until what it is to bring is there: VS Code drops keys that come while it moves the focus. */
async function pressFor(page, key, wanted) {
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(key)
    try {
      await wanted.waitFor({ timeout: 2500 })
      return
    } catch (error) {
      if (attempt === 8) throw error
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+1')
    }
  }
}

/** Puts the caret at the beginning of a line, and the line into sight. */
async function goToLine(page, line) {
  const input = page.locator('.quick-input-widget input[type="text"]').first()
  await pressFor(page, 'Control+g', input)
  await input.fill(`:${line}`)
  await input.press('Enter')
  await page
    .locator('.statusbar-item', { hasText: `Ln ${line}, Col 1` })
    .first()
    .waitFor(patience)
}

/** Runs a command by its title in the palette. */
async function command(page, title) {
  const input = page.locator('.quick-input-widget input[type="text"]').first()
  await pressFor(page, 'F1', input)
  await input.fill(`>${title}`)
  await page
    .locator('.quick-input-widget .monaco-list-row', { hasText: title.replace(/^.*: /, '') })
    .first()
    .waitFor(patience)
  await input.press('Enter')
}
