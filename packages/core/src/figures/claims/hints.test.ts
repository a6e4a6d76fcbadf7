import { expect, test } from 'vitest'
import './index.ts'
import './rates-of.ts'
import { charactersOf, hintedPatterns, hintOf, hints, hintsIn } from './hints.ts'

const blanks = '\t\n\v\f\r \u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/** A regular expression's source, and how far it has been read. */
interface Source {
  readonly text: string
  at: number
}

/** Whether every match of the alternatives up to `)` or the end holds one of the characters. */
function alwaysHolds(source: Source, characters: string): boolean {
  let all = true
  let one = false
  while (source.at < source.text.length && source.text[source.at] !== ')') {
    if (source.text[source.at] === '|') {
      source.at++
      all &&= one
      one = false
      continue
    }
    const holds = elementHolds(source, characters)
    if (!isOptional(source) && holds) one = true
  }
  return all && one
}

/** Goes over one element; whether each of its matches holds one of the characters. */
function elementHolds(source: Source, characters: string): boolean {
  const { text } = source
  const character = text[source.at++] as string
  if (character === '\\') return passEscape(source)
  if (character === '[') return classHolds(source, characters)
  if (character !== '(') return !'^$.'.includes(character) && characters.includes(character)
  const kind = /^\?(?::|<?[=!])/.exec(text.slice(source.at))?.[0] ?? ''
  source.at += kind.length
  const holds = alwaysHolds(source, characters)
  source.at++
  return holds && !kind.endsWith('!')
}

/** Goes over an escape, which stands for digits, blanks or a sign: none of them is a hint. */
function passEscape(source: Source): false {
  source.at++
  return false
}

/** Goes over a class; whether all its members are among the characters. */
function classHolds(source: Source, characters: string): boolean {
  const end = source.text.indexOf(']', source.at)
  const members = source.text.slice(source.at, end)
  source.at = end + 1
  if (members.startsWith('^') || /\\[^s]|.-./.test(members)) return false
  return [...members.replace('\\s', blanks)].every((member) => characters.includes(member))
}

/** Goes over a quantifier; whether it allows nothing at all. */
function isOptional(source: Source): boolean {
  const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.text.slice(source.at))?.[0] ?? ''
  source.at += quantifier.length
  return /^[*?]|^\{0/.test(quantifier)
}

test('the check of patterns tells those that hold a character from those that need not', () => {
  const holds = (pattern: RegExp, characters: string): boolean =>
    alwaysHolds({ text: pattern.source, at: 0 }, characters)
  expect(holds(/合计|共(?:有|为)?$/, '计共')).toBe(true)
  expect(holds(/合计|总数/, '计')).toBe(false)
  expect(holds(/(?:上年|去年)?末/, '年')).toBe(false)
  expect(holds(/(?:上年|去年).*末/, '年')).toBe(true)
  expect(holds(/[余剩]{1,2}|[^余]/, '余剩')).toBe(false)
  expect(holds(/(?<=比.{2})多/, '比')).toBe(true)
  expect(holds(/(?<!比)多/, '比')).toBe(false)
})

test.each(hintedPatterns.map(({ pattern, hint }) => [pattern.source, hint] as const))(
  'every match of %s holds a character of its hint',
  (text, hint) => {
    expect(alwaysHolds({ text, at: 0 }, charactersOf(hint))).toBe(true)
  },
)

test('the hints of a text are those of its characters', () => {
  expect(hintsIn('其余，9件') & hints.rest).not.toBe(0)
  expect(hintsIn('办结9件') & hints.rest).toBe(0)
  expect(hintsIn('共9件、8件', 1, 3)).toBe(0)
  expect(hintOf('、'.charCodeAt(0)) & hints.mark).not.toBe(0)
})
