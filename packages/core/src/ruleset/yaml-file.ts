import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { type SchemaProblem, schemaProblems, type Validate } from './schema-problems.ts'

/** A text file as the host read it; `path` is relative to the pack or project. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** A mistake in a rule, profile, data or configuration file, with the place to look at. */
export interface FileProblem {
  readonly path: string
  /** 1-based. */
  readonly line: number
  readonly column: number
  /** Keys from the root, e.g. `basis.kind`; empty for the file as a whole. */
  readonly key: string
  readonly message: string
  /** The message in Chinese, where there is one. */
  readonly zh?: string
}

/** The file's value if it is valid YAML and fits the schema, and everything that is wrong with it. */
export interface ReadYaml<T> {
  readonly value: T | null
  readonly problems: readonly FileProblem[]
  /** Where the value at the path stands, for problems found later. */
  locate(path: readonly (string | number)[], message: string, atKey?: boolean, zh?: string): FileProblem
}

/** Parses and validates a YAML file. Never throws: mistakes come back as problems with line, key and advice. */
export function readYaml<T>(file: TextFile, validate: Validate): ReadYaml<T> {
  const counter = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: counter, uniqueKeys: true })
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col }
  }
  const locate = (
    path: readonly (string | number)[],
    message: string,
    atKey = false,
    zh?: string,
  ): FileProblem => ({
    path: file.path,
    ...at(offsetOf(document.contents as Node | null, path, atKey)),
    key: path.join('.'),
    message,
    ...(zh === undefined ? {} : { zh }),
  })
  // Whatever follows the first mistake is most often its consequence.
  const [broken] = document.errors
  if (broken) {
    const reason = (broken.message.split('\n')[0] as string).replace(/ at line \d+, column \d+:?$/, '')
    const problem = {
      path: file.path,
      ...at(broken.pos[0]),
      key: '',
      message: `not valid YAML: ${reason}`,
      zh: `不是有效的 YAML：${reason}`,
    }
    return { value: null, problems: [problem], locate }
  }
  const value = document.toJS() as T
  const errors = validate(value)
  if (errors === null) return { value, problems: [], locate }
  const problems = schemaProblems(errors, value).map((problem: SchemaProblem) =>
    locate(problem.path, problem.message, problem.atKey, problem.zh),
  )
  return { value: null, problems, locate }
}

/** The offset of the node at `path`, or of the deepest node on the way that exists. */
function offsetOf(root: Node | null, path: readonly (string | number)[], atKey: boolean): number {
  let node: unknown = root
  let offset = (root?.range ?? [0])[0]
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      )
      if (!pair) break
      const key = pair.key as Node
      const value = pair.value as Node | null
      offset = ((atKey && depth === path.length - 1) || !value ? key : value).range?.[0] ?? offset
      node = value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = (node as Node | undefined)?.range?.[0] ?? offset
    } else break
  }
  return offset
}
