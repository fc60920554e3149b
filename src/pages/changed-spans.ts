/**
 * Tells whether a page of the calendar may differ from the published one. It shows its own articles and links to
 * the nearest pages before and after it that exist, so it depends on all dates from the one to the other.
 *
 * @param from number of the page before it; undefined for the first
 * @param to number of the page after it; undefined for the last
 */
export type IsChanged = (from: number | undefined, to: number | undefined) => boolean;

/**
 * Returns a function that tells which pages of a calendar have changed.
 *
 * @param changed the numbers of the years or months with changed articles; undefined where all pages are to be made
 */
export function changedSpans(changed: Iterable<number> | undefined): IsChanged {
  if (changed === undefined) return () => true;
  const numbers = [...new Set(changed)].sort((a, b) => a - b);
  return (from = -Infinity, to = Infinity) => {
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const found = numbers[low];
    return found !== undefined && found <= to;
  };
}
