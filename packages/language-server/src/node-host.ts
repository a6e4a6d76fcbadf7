import { mkdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import {
  compareWithBaseline,
  findDrafts,
  isProblem,
  type PreparedDraft,
  type Problem,
  prepareDraft,
  readDraft,
  runMemory,
} from '@hegao/workspace'
import { URI } from 'vscode-uri'
import type { ConfigurationProblem, DraftConfiguration, Host, WorkspaceScope } from './host.ts'
import { addTerm, addToBaseline, officeFolder } from './office-files.ts'

/** The host on a machine with files: configuration, drafts and baseline as the command line reads them. */
export function nodeHost(): Host {
  let memory = runMemory()

  return {
    async configurationOf(uri, scope) {
      const path = draftPath(uri, scope)
      if (path === null) return withoutConfiguration(basename(URI.parse(uri).path) || 'untitled')
      const found = { path, name: basename(path) }
      const prepared = await prepareDraft(found, {}, memory)
      if (prepared === 'ignored') return { ...(await withoutConfiguration(path)), ignored: true }
      if (isPrepared(prepared)) return configurationFrom(prepared)
      const problems = prepared.map((problem) => problemView(problem, path))
      return { ...(await withoutConfiguration(path)), source: problems[0]?.uri ?? null, problems }
    },
    forget() {
      memory = runMemory()
    },
    async findDrafts(folder) {
      const { drafts } = await findDrafts(['.'], pathOf(folder))
      return drafts.map(({ path }) => URI.file(path).toString())
    },
    async readDraft(uri) {
      const path = pathOf(uri)
      const stamp = await stampOf(path)
      if (stamp === null) return { problem: 'ENOENT' }
      const file = readDraft(path, basename(path))
      return isProblem(file) ? { problem: file.message['zh-CN'] } : { text: file.draft.text, stamp }
    },
    stampOf: (uri) => stampOf(pathOf(uri)),
    async addToBaseline(uri, result, findings, scope) {
      const { path, folder } = await officeOf(uri, scope)
      return addToBaseline(path, result, findings, folder)
    },
    async addTerm(uri, term, scope) {
      const { prepared, folder } = await officeOf(uri, scope)
      return URI.file(addTerm(term, prepared, folder)).toString()
    },
    async keepPage(name, markdown) {
      const folder = join(tmpdir(), 'hegao-rules')
      await mkdir(folder, { recursive: true })
      const path = join(folder, `${name.replaceAll(/[^a-z0-9-]+/gi, '-')}.md`)
      await writeFile(path, markdown)
      return URI.file(path).toString()
    },
  }

  /** Where the office's files for a draft are. */
  async function officeOf(uri: string, scope: WorkspaceScope) {
    const path = pathOf(uri)
    const outcome = await prepareDraft({ path, name: basename(path) }, {}, memory)
    const prepared = isPrepared(outcome) ? outcome : null
    const folders = scope.folders.filter((folder) => folder.startsWith('file:')).map(pathOf)
    return { path, prepared, folder: officeFolder(path, prepared, folders) }
  }

  async function withoutConfiguration(path: string): Promise<DraftConfiguration> {
    const prepared = await prepareDraft({ path, name: basename(path) }, { configuration: null }, memory)
    if (!isPrepared(prepared)) throw new Error('the built-in rules cannot be loaded')
    return configurationFrom(prepared)
  }
}

function configurationFrom({ ruleset, options, configuration, baseline }: PreparedDraft): DraftConfiguration {
  const nearest = configuration.files.at(-1)
  return {
    ruleset,
    options,
    source: nearest === undefined ? null : URI.file(nearest).toString(),
    ignored: false,
    problems: [],
    finish(result) {
      if (baseline === null) return result
      const { fresh } = compareWithBaseline(baseline, result.findings, result.draft.text)
      return { ...result, findings: fresh }
    },
  }
}

function isPrepared(prepared: PreparedDraft | readonly Problem[] | 'ignored'): prepared is PreparedDraft {
  return prepared !== 'ignored' && 'ruleset' in prepared
}

function problemView(problem: Problem, draft: string): ConfigurationProblem {
  return {
    uri: URI.file(problem.path ?? draft).toString(),
    line: problem.line ?? 1,
    column: problem.column ?? 1,
    message: problem.message['zh-CN'],
  }
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath
}

/** Where a draft lies, or would lie: an unsaved one in the first open folder; null if nothing on this machine governs it. */
function draftPath(uri: string, scope: WorkspaceScope): string | null {
  const parsed = URI.parse(uri)
  if (parsed.scheme === 'file') return parsed.fsPath
  const folder = scope.folders.find((candidate) => candidate.startsWith('file:'))
  if (parsed.scheme !== 'untitled' || folder === undefined) return null
  return join(pathOf(folder), basename(parsed.path) || 'untitled')
}

async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size } = await stat(path)
    return `${mtimeMs}:${size}`
  } catch {
    return null
  }
}
