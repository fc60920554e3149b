import type { Segment } from './segments.ts';

/** Least frequency of a word with a separate row. */
const LEAST_COUNT = 30;

/** Known words, as sorted hashes; row 0 is for unknown words, row i + 1 for word i. */
export interface Vocabulary {
  readonly words: Int32Array;
  readonly rows: ReadonlyMap<number, number>;
}

/** Returns the frequent words of all segments. */
export function vocabularyOf(segments: readonly Segment[]): Vocabulary {
  const counts = new Map<number, number>();
  for (const segment of segments) {
    const { word, count } = segment.words;
    for (let i = 0; i < count; i++) {
      const hash = word[i] as number;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const known = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([hash]) => hash);
  const words = Int32Array.from(known).sort();
  const rows = new Map<number, number>();
  words.forEach((hash, i) => {
    rows.set(hash, i + 1);
  });
  return { words, rows };
}
