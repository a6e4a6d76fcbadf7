import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesIn } from '../../text/matches.ts'
import { han } from '../shared/scan.ts'
import { slipsOf } from './half-width-marks.ts'

const pause = new RegExp(`(?<=[${han}”’》）)])[,;:?!](?![\\w/])`, 'g')
const brackets = new RegExp(`\\([^()\\n]{0,60}[${han}][^()\\n]{0,60}\\)`, 'g')
const halfOpen = /\((?=[^()（）〔〕\n]{1,80}）)/g
const halfClose = /\)(?<=（[^()（）〔〕\n]{1,80}\))/g

/** The slips as patterns tell them. */
function expected(text: string): number[] {
  const offsets = [pause, halfOpen, halfClose].flatMap((pattern) =>
    matchesIn(text, pattern).map((match) => match.index),
  )
  for (const match of matchesIn(text, brackets)) offsets.push(match.index, match.index + match[0].length - 1)
  return offsets.sort((a, b) => a - b)
}

test('finds pauses, pairs and unlike brackets', () => {
  expect(slipsOf({ text: '受理52件(其中涉企12件）,办结48件(办结率92%)。' })).toEqual([5, 14, 20, 27])
  expect(slipsOf({ text: '公式f(x)=a,b:c/d，比例1:2' })).toEqual([])
})

test('finds what the patterns find', () => {
  const unit = fc.constantFrom(...'甲乙㐀豈ab1_/,;:?!()（）〔〕”’》《。\n ')
  const filler = fc
    .constantFrom('甲', 'x', '1')
    .chain((one) => fc.integer({ min: 55, max: 85 }).map((n) => one.repeat(n)))
  const text = fc.array(fc.oneof({ weight: 12, arbitrary: unit }, { weight: 1, arbitrary: filler }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(text, (pieces) => {
      const joined = pieces.join('')
      expect(slipsOf({ text: joined })).toEqual(expected(joined))
    }),
    { numRuns: 500 },
  )
})
