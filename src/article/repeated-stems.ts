import { eachStem } from '../arabic/stem.ts';
import { addWord, type WordList } from './word-hashes.ts';

/** A stem that occurs more than once, with the span of its first word. */
export interface RepeatedStem {
  readonly key: number;
  readonly start: number;
  readonly end: number;
  readonly times: number;
}

/** Fewest letters of a counted stem. */
const minLetters = 3;

/** Greatest length of a word in code units, because vowel marks may make it arbitrarily long. */
const maxSpelling = 0xffff;

/** An open-addressing hash table of stems by key, in columns. */
interface StemTable {
  readonly key: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly times: Int32Array;
}

/** The count of an unused row. */
const free = 0;

const emptyTable = (rows: number): StemTable => ({
  key: new Int32Array(rows),
  start: new Int32Array(rows),
  end: new Int32Array(rows),
  times: new Int32Array(rows),
});

/** Rows for the words of most articles; always a power of two. */
const initialRows = 2048;

/** Reused for every text, to avoid garbage collection. */
const sharedTable = emptyTable(initialRows);

/** Returns the row of a key, or the free row for it (linear probing). */
function rowOf({ key, times }: StemTable, wanted: number): number {
  const last = key.length - 1;
  // The upper bits of the key are mixed better.
  let row = (wanted ^ (wanted >>> 15)) & last;
  while (times[row] !== free && key[row] !== wanted) row = (row + 1) & last;
  return row;
}

/** Returns the same table with twice the rows. */
function enlarged(table: StemTable): StemTable {
  const larger = emptyTable(table.key.length * 2);
  table.times.forEach((times, from) => {
    if (times === free) return;
    const key = table.key[from] ?? 0;
    const to = rowOf(larger, key);
    larger.key[to] = key;
    larger.start[to] = table.start[from] ?? 0;
    larger.end[to] = table.end[from] ?? 0;
    larger.times[to] = times;
  });
  return larger;
}

/**
 * Returns the stems of at least three letters that occur more than once in a text, in the order of their
 * second occurrence. A table of numbers, because keywords took a quarter longer with a `Map`.
 *
 * @param isCounted tells by its key whether a stem is wanted; the others take no place in the table
 * @param lists receive the hashes of the words before index `from` of the text, and from it on: another pass over the
 *   letters would take longer than all that is made of the hashes
 */
export function repeatedStems(
  text: string,
  isCounted: (key: number) => boolean,
  [before, after]: readonly [WordList, WordList],
  from: number,
): readonly RepeatedStem[] {
  let table = sharedTable;
  sharedTable.times.fill(free);
  let used = 0;
  const repeated: number[] = [];
  eachStem(text, ({ key, letters, word, start, end, isWord }) => {
    addWord(start < from ? before : after, word);
    if (!isWord || letters < minLetters || end - start > maxSpelling || !isCounted(key)) return;
    const row = rowOf(table, key);
    const times = table.times[row] ?? free;
    table.times[row] = times + 1;
    if (times === 1) repeated.push(key);
    if (times !== free) return;
    table.key[row] = key;
    table.start[row] = start;
    table.end[row] = end;
    used += 1;
    if (used * 2 > table.key.length) table = enlarged(table);
  });
  return repeated.map((key) => {
    const row = rowOf(table, key);
    const { start, end, times } = table;
    return { key, start: start[row] ?? 0, end: end[row] ?? 0, times: times[row] ?? 0 };
  });
}
