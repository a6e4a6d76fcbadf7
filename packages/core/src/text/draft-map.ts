/** What is known of the objects, or texts, that were told of last. */
export interface DraftMap<Key extends object | string, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

const all: (() => void)[] = []

/**
 * Keeps what is known of objects that belong to one version of a draft: of the `most` that were told of last. No weak map: V8's
 * collection of young objects takes every value in one for alive, whatever has become of its key, and what a value leads to is
 * mostly the whole draft. Drafts of a long run, and versions of one that is typed into, lived on in it until a full
 * collection: three quarters of the time for garbage, and half of the memory.
 *
 *     told  ■ ■ ■ ■ □ □      oldest goes first
 *           ^ next
 */
export function draftMap<Key extends object | string, Value>(most: number): DraftMap<Key, Value> {
  let keys: Key[] = []
  let values: Value[] = []
  let next = 0
  all.push(() => {
    if (keys.length === 0) return
    keys = []
    values = []
    next = 0
  })
  return {
    get(key) {
      const at = keys.indexOf(key)
      return at === -1 ? undefined : values[at]
    },
    set(key, value) {
      const known = keys.indexOf(key)
      const at = known === -1 ? next : known
      keys[at] = key
      values[at] = value
      if (known === -1) next = (next + 1) % most
    },
  }
}

/**
 * Lets go of what is kept of all drafts: for whoever is done with one and will not ask for its next version. Nothing is wrong
 * afterwards with the drafts that somebody still has; what is asked of them again is found anew.
 */
export function forgetDrafts(): void {
  for (const forget of all) forget()
}
