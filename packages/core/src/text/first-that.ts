/**
 * The position of the first item for which the test holds, found by halving; their number if it holds for none. It must hold
 * for all items behind the first.
 */
export function firstThat<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(items[middle] as Item)) high = middle
    else low = middle + 1
  }
  return low
}
