import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../scripts/lib/files.mjs'
import { cleanDraft, draft, folderWith } from './support/folder.ts'
import './support/program.ts'

const { PATH, HOME } = process.env
const environment = { PATH, HOME, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }

test('the GitHub Action runs its script: annotations, summary, outputs, SARIF', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  const step = action.runs.steps.find((entry: { id?: string }) => entry.id === 'check')
  const inputs: Record<string, string> = {
    paths: 'report.md\nclean.md',
    'fail-on': '',
    profile: '',
    sarif: 'out.sarif',
  }
  expect(Object.keys(action.inputs).sort()).toEqual(Object.keys(inputs).sort())
  const cwd = folderWith({ 'report.md': draft, 'clean.md': cleanDraft, summary: '', output: '' })
  const given = Object.fromEntries(
    Object.entries(step.env as Record<string, string>).map(([name, value]) => [
      name,
      inputs[/inputs\.([a-z-]+)/.exec(value)?.[1] ?? ''] ?? '',
    ]),
  )
  const { status, stdout } = spawnSync('bash', ['-ec', step.run], {
    cwd,
    encoding: 'utf8',
    env: {
      ...environment,
      ...given,
      GITHUB_ACTION_PATH: root,
      GITHUB_WORKSPACE: cwd,
      GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
      GITHUB_OUTPUT: join(cwd, 'output'),
      RUNNER_TEMP: cwd,
    },
  })
  expect(status).toBe(1)
  expect(stdout).toMatch(/^::error file=report\.md,line=5,.*title=figures\/ratio::/m)
  expect(readFileSync(join(cwd, 'summary'), 'utf8')).toContain('# 核稿意见')
  expect(readFileSync(join(cwd, 'output'), 'utf8')).toBe('exit-code=1\nsarif=out.sarif\n')
  expect(existsSync(join(cwd, 'out.sarif'))).toBe(true)
})

test('the GitLab template runs its script and leaves both reports', () => {
  const template = parse(readFileSync(join(root, 'templates/gitlab-ci.yml'), 'utf8'))
  const cwd = folderWith({ 'report.md': draft })
  const { status } = spawnSync('bash', ['-ec', template.hegao.script.join('\n')], {
    cwd,
    encoding: 'utf8',
    env: {
      ...environment,
      ...template.variables,
      CI_PROJECT_DIR: cwd,
      HEGAO_HOME: root,
      HEGAO_PATHS: 'report.md',
      INIT_CWD: cwd,
    },
  })
  expect(status).toBe(1)
  const { codequality, junit } = template.hegao.artifacts.reports
  expect(JSON.parse(readFileSync(join(cwd, codequality), 'utf8')).length).toBeGreaterThan(0)
  expect(readFileSync(join(cwd, junit), 'utf8')).toContain('<testsuites')
})

test('the hook stops a commit in a real repository, and lets a clean one pass', () => {
  const hook =
    /```sh\n(#!\/bin\/sh\n[\s\S]*?)```/.exec(readFileSync(join(root, 'docs/ci.md'), 'utf8'))?.[1] ?? ''
  const cwd = folderWith({ 'report.md': draft, 'clean.md': cleanDraft, 'other.log': 'x' })
  const git = (...words: string[]) =>
    spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], {
      cwd,
      encoding: 'utf8',
      env: { ...environment, HEGAO_HOME: root },
    })
  git('init', '-q')
  writeFileSync(join(cwd, '.git/hooks/pre-commit'), hook)
  chmodSync(join(cwd, '.git/hooks/pre-commit'), 0o755)
  git('add', 'report.md', 'other.log')
  const stopped = git('commit', '-m', 'a report')
  expect(stopped.status).not.toBe(0)
  expect(stopped.stdout + stopped.stderr).toContain('figures/ratio')
  git('rm', '-q', '--cached', 'report.md')
  git('add', 'clean.md')
  expect(git('commit', '-m', 'a clean draft').status).toBe(0)
})

test('the pre-commit definition names the same script', () => {
  const [definition] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'))
  expect(definition).toMatchObject({ id: 'hegao', language: 'script', entry: 'scripts/hook.mjs' })
  const pattern = new RegExp(definition.files)
  expect(['a.md', 'b/c.txt', 'd.markdown', 'e.log'].map((name) => pattern.test(name))).toEqual([
    true,
    true,
    true,
    false,
  ])
  const cwd = folderWith({ 'report.md': draft })
  const { status } = spawnSync(join(root, definition.entry), ['report.md'], { cwd, env: environment })
  expect(status).toBe(1)
})

test('the READMEs are current: commands, and the output of npm start', () => {
  const out = execFileSync(process.execPath, ['scripts/readme.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(out).toBe('')
}, 240_000)
