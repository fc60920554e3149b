/** Returns a bit for each letter of a word, by the last digits of its code. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** Tells whether more letters stand in one of the words only than so many changes could explain. */
function isFar(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return true;
  let count = 0;
  for (let left = lettersOf(a) ^ lettersOf(b); left !== 0; left &= left - 1) count += 1;
  // A replaced letter may be two of them.
  return count > 2 * limit;
}

/**
 * Returns by how many letters two words differ: inserted, deleted, replaced, or two neighbours swapped
 * (Damerau–Levenshtein distance, optimal string alignment).
 *
 * @param limit greatest distance of interest; the comparison stops beyond it
 * @returns the distance; `limit` + 1 where it is greater than `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (isFar(a, b, limit)) return limit + 1;
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  let [beforeLast, row] = [[...last], [...last]];
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let here = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        here = Math.min(here, (beforeLast[j - 2] ?? 0) + 1);
      }
      row[j] = here;
      least = Math.min(least, here);
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
