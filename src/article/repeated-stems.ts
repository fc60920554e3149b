import { eachStem } from '../arabic/stem.ts';

/** A stem that comes more than once, and the place of the word in which it comes first. */
export interface RepeatedStem {
  readonly key: number;
  readonly start: number;
  readonly end: number;
  readonly times: number;
}

const leastLetters = 3;

/** Signs of vowels may stretch a word without end: code units from which on it is none. */
const longestSpelling = 0xffff;

/** Columns of a table of stems, in which a stem's row is found by its key; a row that is `free` has none. */
interface Table {
  readonly key: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly times: Int32Array;
}

const free = 0;

const emptyTable = (rows: number): Table => ({
  key: new Int32Array(rows),
  start: new Int32Array(rows),
  end: new Int32Array(rows),
  times: new Int32Array(rows),
});

/** Rows for the words of most articles; a power of two, as every table has. */
const usualRows = 2048;

/** The table of one text after another: a new one for each would be collected as often. */
const usual = emptyTable(usualRows);

/** The row of a key, or the free one in which it would stand: the first of those that follow its own. */
function rowOf({ key, times }: Table, wanted: number): number {
  const last = key.length - 1;
  // The key's upper bits are the better mixed ones.
  let row = (wanted ^ (wanted >>> 15)) & last;
  while (times[row] !== free && key[row] !== wanted) row = (row + 1) & last;
  return row;
}

/** The same table with twice the rows. */
function widened(table: Table): Table {
  const wide = emptyTable(table.key.length * 2);
  table.times.forEach((times, from) => {
    if (times === free) return;
    const key = table.key[from] ?? 0;
    const to = rowOf(wide, key);
    wide.key[to] = key;
    wide.start[to] = table.start[from] ?? 0;
    wide.end[to] = table.end[from] ?? 0;
    wide.times[to] = times;
  });
  return wide;
}

/**
 * Returns the stems that a text uses more than once, of three letters and more, in the order in which
 * they come again. A table of numbers: with a map, keywords took a quarter more time.
 */
export function repeatedStems(text: string): readonly RepeatedStem[] {
  let table = usual;
  usual.times.fill(free);
  let used = 0;
  const again: number[] = [];
  eachStem(text, ({ key, letters, start, end, isWord }) => {
    if (!isWord || letters < leastLetters || end - start > longestSpelling) return;
    const row = rowOf(table, key);
    const times = table.times[row] ?? free;
    table.times[row] = times + 1;
    if (times === 1) again.push(key);
    if (times !== free) return;
    table.key[row] = key;
    table.start[row] = start;
    table.end[row] = end;
    used += 1;
    if (used * 2 > table.key.length) table = widened(table);
  });
  return again.map((key) => {
    const row = rowOf(table, key);
    const { start, end, times } = table;
    return { key, start: start[row] ?? 0, end: end[row] ?? 0, times: times[row] ?? 0 };
  });
}
