/** A pair of equal elements of two lists, by their indexes. */
export interface AlignedPair {
  readonly old: number;
  readonly now: number;
}

/** Returns the indexes of each value of a list. */
function indexesOf(values: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, number[]>();
  values.forEach((value, index) => {
    const known = indexes.get(value);
    if (known === undefined) indexes.set(value, [index]);
    else known.push(index);
  });
  return indexes;
}

/** Returns the longest subsequence of pairs, sorted by `old`, in which `now` increases too. O(n log n). */
function longestIncreasing(pairs: readonly AlignedPair[]): readonly AlignedPair[] {
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(({ now }, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[tails[middle] ?? 0]?.now ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  });
  const longest: AlignedPair[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) longest.push(pair);
  }
  return longest.reverse();
}

/**
 * Aligns two lists: pairs of equal elements that are in the same order in both. Elements that occur once in both
 * lists are aligned first, others between these (Cohen's patience diff). O(n log n).
 *
 * @returns the pairs, in order
 */
export function align(old: readonly string[], now: readonly string[]): readonly AlignedPair[] {
  const nowIndexes = indexesOf(now);
  const unique: AlignedPair[] = [];
  for (const [value, indexes] of indexesOf(old)) {
    const [single, second] = nowIndexes.get(value) ?? [];
    const [first] = indexes;
    if (first === undefined || single === undefined || second !== undefined) continue;
    if (indexes.length === 1) unique.push({ old: first, now: single });
  }
  unique.sort((a, b) => a.old - b.old);
  const fixed = [...longestIncreasing(unique), { old: old.length, now: now.length }];
  const pairs: AlignedPair[] = [];
  let [from, next] = [0, 0];
  const used = new Map<string, number>();
  for (const bound of fixed) {
    // Between two fixed pairs each element takes the next equal one.
    for (; from < bound.old; from += 1) {
      const value = old[from] ?? '';
      const candidates = nowIndexes.get(value) ?? [];
      let cursor = used.get(value) ?? 0;
      while (cursor < candidates.length && (candidates[cursor] ?? 0) < next) cursor += 1;
      used.set(value, cursor);
      const index = candidates[cursor];
      if (index === undefined || index >= bound.now) continue;
      pairs.push({ old: from, now: index });
      next = index + 1;
    }
    if (bound.old < old.length) pairs.push(bound);
    from = bound.old + 1;
    next = bound.now + 1;
  }
  return pairs;
}
