/** How many years are kept for one key: drafts of a batch are about a few years, whatever their order. */
const mostYears = 12

/**
 * A function of an object and a report year, computed once for each pair. The object holds the results, so they go when it
 * goes.
 */
export function perYear<Key extends object, T>(
  compute: (key: Key, year: number | null) => T,
): (key: Key, year: number | null) => T {
  const known = new WeakMap<Key, Map<number | null, { readonly value: T }>>()
  return (key, year) => {
    let years = known.get(key)
    if (!years) {
      years = new Map()
      known.set(key, years)
    }
    let entry = years.get(year)
    if (!entry) {
      if (years.size >= mostYears) years.clear()
      entry = { value: compute(key, year) }
      years.set(year, entry)
    }
    return entry.value
  }
}
