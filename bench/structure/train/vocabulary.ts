import type { Tokens } from '../../../src/structure/learned/tokens.ts';
import { isRead, type Segment } from './corpus.ts';

/** Bits of hashed prefixes and suffixes, each. */
export const AFFIX_BITS = 12;
/** Number of rows for word shapes. */
export const SHAPES = 1024;
/** Least frequency of a word with a separate row. */
const LEAST_COUNT = 9;
const AFFIX_MASK = (1 << AFFIX_BITS) - 1;

/** Known words, as sorted hashes; row 0 is for unknown words, row i + 1 for word i. */
export interface Vocabulary {
  readonly words: Int32Array;
  readonly rows: ReadonlyMap<number, number>;
}

/** Returns the frequent words of all segments but those of the fold `held`. */
export function vocabularyOf(segments: readonly Segment[], held: number): Vocabulary {
  const counts = new Map<number, number>();
  for (const segment of segments) {
    if (!isRead(segment, held)) continue;
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

/** Embedding rows of each word of a text; prefixes and suffixes share one table. */
export interface WordRows {
  readonly count: number;
  readonly word: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix: Int32Array;
  readonly shape: Int32Array;
}

function foldAffix(hash: number): number {
  return (hash ^ (hash >>> 13)) & AFFIX_MASK;
}

/** Returns the embedding rows of a text's words. */
export function rowsOf(words: Tokens, { rows }: Vocabulary): WordRows {
  const { count } = words;
  const out: WordRows = {
    count,
    word: new Int32Array(count),
    prefix: new Int32Array(count),
    suffix: new Int32Array(count),
    shape: new Int32Array(count),
  };
  for (let i = 0; i < count; i++) {
    out.word[i] = rows.get(words.word[i] as number) ?? 0;
    out.prefix[i] = foldAffix(words.prefix3[i] as number);
    out.suffix[i] = foldAffix(words.suffix3[i] as number) + (1 << AFFIX_BITS);
    const shape = words.shape[i] as number;
    out.shape[i] = shape >= 1000 ? 1010 + (shape - 1000) : shape;
  }
  return out;
}
