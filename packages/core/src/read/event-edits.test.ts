import fc from 'fast-check'
import { EditMap } from 'micromark-util-edit-map'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'

// The parser edits its events at the end of every item of a list: see patches/.

type Events = Parameters<EditMap['consume']>[0]

/** Events of the parser's own, each another one: which they are does not matter, an edit does not look into them. */
const events: Events = []
unified()
  .use(remarkParse)
  .use(function () {
    const resolveAll = (met: Events): Events => {
      for (const event of met) events.push(event)
      return met
    }
    this.data().micromarkExtensions = [{ insideSpan: { null: [{ resolveAll }] } }]
  })
  .parse('一*二*'.repeat(12))

const eventsAt = (places: readonly number[]): Events => places.map((at) => events[at] as Events[number])
const placesOf = (some: Events): readonly number[] => some.map((event) => events.indexOf(event))

/** What edits make of the events at some places, as places. */
function edited(
  places: readonly number[],
  changes: readonly (readonly [at: number, remove: number, add: readonly number[]])[],
) {
  const map = new EditMap()
  for (const [at, remove, add] of changes) map.add(at, remove, eventsAt(add))
  const after = eventsAt(places)
  map.consume(after)
  return placesOf(after)
}

it('there are events enough, and each is another one', () => {
  expect(new Set(events).size).toBe(events.length)
  expect(events.length).toBeGreaterThan(20)
})

it('an edit does not touch the events before it', () => {
  let touched = 0
  const edits = eventsAt([0, 1, 2, 3])
  Object.defineProperty(edits, 0, { get: () => touched++, configurable: true, enumerable: true })
  const map = new EditMap()
  map.add(2, 1, eventsAt([4, 5]))
  map.consume(edits)
  expect(touched).toBe(0)
  expect(placesOf(edits.slice(1))).toEqual([1, 4, 5, 3])
})

const someEvents = fc.array(fc.nat(events.length - 1), { maxLength: 12 })

it('edits give what they give one after the other, from the last to the first', () => {
  fc.assert(
    fc.property(
      someEvents,
      fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(3), someEvents), { selector: ([at]) => at, maxLength: 6 }),
      (before, drawn) => {
        const changes = drawn.filter(([at, remove]) => at + remove <= before.length)
        const apart = changes.filter(
          ([at, remove], nth) =>
            !changes.some(([other], index) => index !== nth && other >= at && other < at + remove),
        )
        const expected = [...before]
        for (const [at, remove, add] of [...apart].sort(([a], [b]) => b - a))
          expected.splice(at, remove, ...add)
        expect(edited(before, apart)).toEqual(expected)
      },
    ),
  )
})
