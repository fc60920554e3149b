import { bulkInsert } from './bulk-insert.ts';
import type { Catalogue } from './database.ts';
import { meta, setMeta } from './meta.ts';

/** Most documents whose keywords are sorted in memory at once, about 16 MB; each group is inserted in order. */
const groupSize = 2 ** 18;

/** Keywords of one document, at most; packed numbers grow by doubling from this. */
const firstCapacity = 2 ** 12;

/** Brings the keys, which are 32-bit and signed, above zero. */
const keyOffset = 2 ** 31;

/** Numbers of a keyword and a document as one, which sorts by keyword and then by document: 32 and 18 bits. */
const pack = (key: number, doc: number): number => (key + keyOffset) * groupSize + doc;

/** A list of numbers that grows. */
interface Numbers {
  values: Float64Array;
  length: number;
}

function add(numbers: Numbers, value: number): void {
  if (numbers.length === numbers.values.length) {
    const larger = new Float64Array(2 * numbers.length);
    larger.set(numbers.values);
    numbers.values = larger;
  }
  numbers.values[numbers.length] = value;
  numbers.length += 1;
}

/** Returns a function that inserts packed rows of documents from number `base` on, in order and each once. */
function rowInserter(catalogue: Catalogue): (numbers: Numbers, base: number) => void {
  const rows = bulkInsert(catalogue, 'INSERT INTO keywords VALUES', '(?, ?)');
  return ({ values, length }, base) => {
    const sorted = values.subarray(0, length).sort();
    for (let at = 0; at < length; at += 1) {
      const packed = sorted[at] ?? 0;
      if (packed === sorted[at - 1]) continue;
      const doc = packed % groupSize;
      rows.add([(packed - doc) / groupSize - keyOffset, base + doc]);
    }
    rows.flush();
  };
}

/**
 * Fills the table of keywords from those of the archive's documents: in order, which takes a third of the time of
 * inserting those of each document as it is read. Must run in a transaction.
 */
export function rebuildKeywords(catalogue: Catalogue): void {
  catalogue.exec('DELETE FROM keywords');
  const rows = catalogue.prepare(
    "SELECT doc, keywords FROM documents WHERE accepted = 1 AND keywords <> '' ORDER BY doc",
  );
  rows.setReturnArrays(true);
  const insert = rowInserter(catalogue);
  const numbers: Numbers = { values: new Float64Array(firstCapacity), length: 0 };
  let base = 0;
  for (const row of rows.iterate()) {
    const [doc, keywords] = row as unknown as readonly [number, string];
    if (doc - base >= groupSize) {
      insert(numbers, base);
      numbers.length = 0;
      base = doc;
    }
    for (const key of keywords.split(' ')) add(numbers, pack(Number(key), doc - base));
  }
  insert(numbers, base);
  setMeta(catalogue, 'keywords', undefined);
}

/** Marks that the table lacks changes of documents; in the transaction of the first. */
export const markKeywords = (catalogue: Catalogue): void =>
  setMeta(catalogue, 'keywords', 'partial');

/** Fills the table where it lacks changes of documents, of this build or of one that was stopped. */
export function completeKeywords(catalogue: Catalogue): void {
  if (meta(catalogue, 'keywords') !== undefined) rebuildKeywords(catalogue);
}
