import type { ErrorObject } from 'ajv'
import { nearest } from '../text/nearest.ts'

/** A validated schema: returns null for a valid value, otherwise every error that ajv found. */
export type Validate = (value: unknown) => readonly ErrorObject[] | null

/** One mistake in a data file, told so that its author can mend it. */
export interface SchemaProblem {
  /** Keys and indices from the root to the mistake. */
  readonly path: readonly (string | number)[]
  /** Whether it speaks of the key (an unknown one) rather than of the value. */
  readonly atKey: boolean
  readonly message: string
  /** The message in Chinese. */
  readonly zh: string
}

/**
 * Turns ajv's errors into the few that a person needs: of alternatives that failed only the deepest are told, an unknown
 * key names the nearest known one, and an enumeration lists what is allowed.
 */
export function schemaProblems(errors: readonly ErrorObject[], root: unknown): SchemaProblem[] {
  const useful = errors.filter(
    (error) => !['if', 'anyOf', 'oneOf', '$ref', 'propertyNames'].includes(error.keyword),
  )
  const deepest = new Map<string, SchemaProblem>()
  for (const error of useful.length > 0 ? useful : errors) {
    const problem = describe(error, root)
    deepest.set(`${problem.path.join('/')} ${problem.message}`, problem)
  }
  return [...deepest.values()]
}

function describe(error: ErrorObject, root: unknown): SchemaProblem {
  const path = pathOf(error.instancePath, root)
  const { params } = error
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(params.additionalProperty ?? params.unevaluatedProperty)
      const known = Object.keys((error.parentSchema?.properties ?? {}) as object)
      const close = nearest(key, known)
      const hint = close
        ? [`; did you mean "${close}"?`, `；是否指“${close}”？`]
        : known.length > 0
          ? [`; known keys: ${known.join(', ')}`, `；可用的键：${known.join(', ')}`]
          : ['', '']
      return {
        path: [...path, key],
        atKey: true,
        message: `unknown key "${key}"${hint[0]}`,
        zh: `没有“${key}”这个键${hint[1]}`,
      }
    }
    case 'required':
      return {
        path,
        atKey: false,
        message: `the key "${String(params.missingProperty)}" is missing`,
        zh: `缺少键“${String(params.missingProperty)}”`,
      }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String)
      const value = String(valueAt(root, path))
      const close = nearest(value, allowed)
      return {
        path,
        atKey: false,
        message: `"${value}" is not one of ${allowed.join(', ')}${close ? `; did you mean "${close}"?` : ''}`,
        zh: `不能是“${value}”；可用：${allowed.join(', ')}${close ? `；是否指“${close}”？` : ''}`,
      }
    }
    case 'type':
      return {
        path,
        atKey: false,
        message: `expected ${String(params.type)}, found ${typeName(valueAt(root, path))}`,
        zh: `应为 ${String(params.type)}，而不是 ${typeName(valueAt(root, path))}`,
      }
    case 'pattern':
      return {
        path,
        atKey: false,
        message: `"${String(valueAt(root, path))}" does not have the form ${String(params.pattern)}`,
        zh: `“${String(valueAt(root, path))}”不符合格式 ${String(params.pattern)}`,
      }
    case 'const':
      return {
        path,
        atKey: false,
        message: `expected ${JSON.stringify(params.allowedValue)}`,
        zh: `应为 ${JSON.stringify(params.allowedValue)}`,
      }
    default: {
      const message = error.message ?? error.keyword
      return { path, atKey: false, message, zh: `不合要求：${message}` }
    }
  }
}

/** A JSON pointer as keys and indices; a part is an index where the value there is a list. */
function pathOf(pointer: string, root: unknown): (string | number)[] {
  const path: (string | number)[] = []
  let value = root
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    const step = Array.isArray(value) ? Number(key) : key
    path.push(step)
    value = (value as Record<string | number, unknown> | undefined)?.[step]
  }
  return path
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step]
  return value
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  return Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'a mapping'
      : `${typeof value} "${String(value)}"`
}
