import fc from 'fast-check'
import { EditMap } from 'micromark-util-edit-map'
import { expect, it } from 'vitest'

// The parser edits its events at the end of every item of a list: see patches/.

type Events = Parameters<EditMap['consume']>[0]

/** Marks stand for events: an edit does not look into them. */
const eventsOf = (marks: readonly string[]) => [...marks] as unknown as Events

function edited(
  marks: readonly string[],
  changes: readonly (readonly [number, number, readonly string[]])[],
) {
  const map = new EditMap()
  for (const [at, remove, add] of changes) map.add(at, remove, eventsOf(add))
  const events = eventsOf(marks)
  map.consume(events)
  return events
}

it('an edit does not touch the events before it', () => {
  let touched = 0
  const events = eventsOf(['a', 'b', 'c', 'd'])
  Object.defineProperty(events, 0, { get: () => touched++, configurable: true, enumerable: true })
  const map = new EditMap()
  map.add(2, 1, eventsOf(['e', 'f']))
  map.consume(events)
  expect(touched).toBe(0)
  expect(events.slice(1)).toEqual(['b', 'e', 'f', 'd'])
})

const marks = fc.array(fc.string({ minLength: 1, maxLength: 2 }), { maxLength: 12 })

it('edits give what they give one after the other, from the last to the first', () => {
  fc.assert(
    fc.property(
      marks,
      fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(3), marks), { selector: ([at]) => at, maxLength: 6 }),
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
