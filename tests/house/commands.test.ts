import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandNames, loadCommand } from '../../packages/cli/src/commands/index.ts'
import { listFiles, root } from '../../scripts/lib/files.mjs'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const tests = listFiles(join(root, 'tests/cli'), '.test.ts')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
const files = listFiles(join(root, 'packages/cli/src/commands'), '.ts').filter(
  (path) => !path.endsWith('index.ts'),
)

test('there is one file for every command', () => {
  expect(files).toHaveLength(commandNames.length)
})

describe.each(commandNames.map((name) => [name]))('hegao %s', (name) => {
  test('is described in both languages, with examples', async () => {
    const command = await loadCommand(name)
    if (!command) throw new Error(`no command ${name}`)
    expect(command.name).toBe(name)
    const sentences = [
      command.describe,
      ...(command.positionals ?? []).map((entry) => entry.describe),
      ...Object.values(command.options).map((option) => option.describe),
      ...command.examples.map((example) => example.describe),
    ]
    for (const { 'zh-CN': zh, en } of sentences) {
      expect(zh).not.toBe('')
      expect(zh).not.toMatch(/。$/)
      expect(en).not.toMatch(/\.$/)
      expect(en).not.toBe('')
    }
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples)
      expect(example.line).toMatch(new RegExp(`^hegao ${name}(?: |$)|\\| hegao ${name}`))
  })

  test('stands in both READMEs and in a test', () => {
    expect(read('README.md')).toContain(`hegao ${name}`)
    expect(read('README.zh-CN.md')).toContain(`hegao ${name}`)
    expect(tests).toMatch(new RegExp(`'${name}'|hegao ${name}`))
  })
})
