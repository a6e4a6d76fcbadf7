import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { SaxesParser } from 'saxes'

const require = createRequire(import.meta.url)

/** What the public schema of SARIF 2.1.0 (OASIS, as Microsoft's jest-sarif ships it) has against a log. */
export function sarifProblems(log: unknown): unknown {
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  )
  delete schema.$schema
  delete schema.id
  return problems(schema, log)
}

/**
 * What GitLab's documentation of Code Quality reports asks of one. GitLab publishes no schema file; this is ours, field by
 * field after https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
 */
export function gitlabProblems(report: unknown): unknown {
  return problems(
    {
      type: 'array',
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          description: { type: 'string', minLength: 1 },
          check_name: { type: 'string', minLength: 1 },
          fingerprint: { type: 'string', minLength: 8 },
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: {
            type: 'object',
            required: ['path', 'lines'],
            properties: {
              path: { type: 'string', pattern: '^(?!\\./)' },
              lines: {
                type: 'object',
                required: ['begin'],
                properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
              },
            },
          },
        },
      },
    },
    report,
  )
}

function problems(schema: object, value: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return validate(value) ? [] : validate.errors
}

/** Which attributes and children an element of a document type may have; a child name is followed by `*`, `?` or nothing. */
type DocumentType = Readonly<
  Record<
    string,
    {
      readonly required: readonly string[]
      readonly optional: readonly string[]
      readonly children: readonly string[]
    }
  >
>

/** The JUnit document type as Jenkins reads it (junit-10.xsd), as far as this program writes it. */
export const junitType: DocumentType = {
  testsuites: {
    required: [],
    optional: ['name', 'tests', 'failures', 'errors', 'time'],
    children: ['testsuite'],
  },
  testsuite: {
    required: ['name', 'tests'],
    optional: ['failures', 'errors', 'skipped', 'time'],
    children: ['testcase'],
  },
  testcase: {
    required: ['name', 'classname'],
    optional: ['time'],
    children: ['failure', 'error', 'system-out'],
  },
  failure: { required: [], optional: ['message', 'type'], children: [] },
  error: { required: [], optional: ['message', 'type'], children: [] },
  'system-out': { required: [], optional: [], children: [] },
}

/** The document type of Checkstyle's XML logger. */
export const checkstyleType: DocumentType = {
  checkstyle: { required: ['version'], optional: [], children: ['file'] },
  file: { required: ['name'], optional: [], children: ['error'] },
  error: { required: ['line', 'severity', 'message'], optional: ['column', 'source'], children: [] },
}

/** What is wrong with an XML text: it is not well-formed, or an element is not as its document type has it. */
export function xmlProblems(text: string, type: DocumentType): string[] {
  const found: string[] = []
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => found.push(error.message))
  parser.on('opentag', ({ name, attributes }) => {
    const known = type[name]
    const parent = open.at(-1)
    open.push(name)
    if (!known) return void found.push(`unknown element ${name}`)
    if (parent && !type[parent]?.children.includes(name)) found.push(`${name} inside ${parent}`)
    for (const attribute of known.required)
      if (!(attribute in attributes)) found.push(`${name} without ${attribute}`)
    for (const attribute of Object.keys(attributes))
      if (![...known.required, ...known.optional].includes(attribute)) found.push(`${name} with ${attribute}`)
  })
  parser.on('closetag', () => open.pop())
  parser.write(text).close()
  return found
}
