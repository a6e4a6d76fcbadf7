import { expect, test } from 'vitest'
import { hanScript } from './han-script.ts'

test('the class holds what Unicode calls Han', () => {
  const ours = new RegExp(`^[${hanScript}]$`)
  const differing: string[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    if (ours.test(character) !== /^\p{Script=Han}$/u.test(character)) differing.push(unit.toString(16))
  }
  expect(differing).toEqual([])
})
