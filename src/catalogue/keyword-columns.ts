import type { Catalogue } from './database.ts';

/** A keyword of more articles than this is too common to relate any of them. */
export const maxHolders = 64;

/**
 * The keywords that may relate articles, of all articles, in columns that threads share: about 30 bytes an article.
 * The documents of the keyword `keys[i]` are `docs[ends[i - 1]]` to `docs[ends[i] - 1]`.
 */
export interface KeywordColumns {
  /** In numeric order. */
  readonly keys: Int32Array;
  readonly ends: Uint32Array;
  readonly docs: Uint32Array;
}

/** Returns the documents of a keyword; none where there are too many. */
export type HoldersReader = (key: number) => readonly number[] | Uint32Array;

/** Returns the columns of the keywords that several articles have, and not too many. */
export function keywordColumns(catalogue: Catalogue): KeywordColumns {
  const shared = `FROM keywords GROUP BY keyword HAVING count(*) BETWEEN 2 AND ${maxHolders}`;
  const total = catalogue
    .prepare(`SELECT count(*) AS keys, sum(n) AS docs FROM (SELECT count(*) AS n ${shared})`)
    .get();
  const column = (length: unknown): SharedArrayBuffer => new SharedArrayBuffer(4 * Number(length));
  const keys = new Int32Array(column(total?.keys));
  const ends = new Uint32Array(column(total?.keys));
  const docs = new Uint32Array(column(total?.docs ?? 0));
  const rows = catalogue.prepare(
    `SELECT keyword, group_concat(doc, ' ' ORDER BY doc) ${shared} ORDER BY keyword`,
  );
  rows.setReturnArrays(true);
  let [key, end] = [0, 0];
  for (const row of rows.iterate()) {
    const [keyword, list] = row as unknown as readonly [number, string];
    for (const doc of list.split(' ')) {
      docs[end] = Number(doc);
      end += 1;
    }
    keys[key] = keyword;
    ends[key] = end;
    key += 1;
  }
  return { keys, ends, docs };
}

const none: readonly number[] = [];

/** Returns a reader of the documents of keywords in columns. */
export function holdersIn({ keys, ends, docs }: KeywordColumns): HoldersReader {
  return (key) => {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return keys[low] === key ? docs.subarray(low === 0 ? 0 : ends[low - 1], ends[low]) : none;
  };
}

/** Most keywords whose documents are kept; articles of one day share many. */
const keptKeywords = 20_000;

/** Returns a reader of the documents of keywords in the catalogue, for few articles. */
export function storedHolders(catalogue: Catalogue): HoldersReader {
  const holders = catalogue.prepare('SELECT doc FROM keywords WHERE keyword = ? LIMIT ?');
  holders.setReturnArrays(true);
  const kept = new Map<number, readonly number[]>();
  return (key) => {
    const hit = kept.get(key);
    if (hit !== undefined) return hit;
    const rows = holders.all(key, maxHolders + 1) as unknown as readonly (readonly number[])[];
    const docs = rows.length > maxHolders ? none : rows.map(([doc]) => doc ?? 0);
    if (kept.size >= keptKeywords) kept.clear();
    kept.set(key, docs);
    return docs;
  };
}
