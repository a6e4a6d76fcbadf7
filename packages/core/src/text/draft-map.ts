/** What is known of objects that belong to one draft, or to one version of it. */
export interface DraftMap<Key extends object, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

const all: (() => void)[] = []

/**
 * A weak map that can be emptied together with all others of its kind. That its keys are held weakly is not enough where many
 * drafts are checked: V8's collection of young objects takes every value in a weak map for alive, whatever has become of its
 * key, and what a value leads to is mostly the whole draft. In a long run all of that grew old, for a full collection to find:
 * three quarters of the time for garbage, and half of the memory.
 */
export function draftMap<Key extends object, Value>(): DraftMap<Key, Value> {
  let known = new WeakMap<Key, Value>()
  let isEmpty = true
  all.push(() => {
    if (!isEmpty) known = new WeakMap()
    isEmpty = true
  })
  return {
    get: (key) => known.get(key),
    set(key, value) {
      isEmpty = false
      known.set(key, value)
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
