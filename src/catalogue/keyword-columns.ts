import { compareCodePoints } from '../model/code-points.ts';
import type { Catalogue } from './database.ts';
import type { EntryReader, ListedEntry } from './entry.ts';

/** A keyword of more articles than this is too common to relate any of them. */
export const maxHolders = 64;

/**
 * The keywords that may relate articles, of all articles, in columns that threads share: about 35 bytes an article.
 * The documents of the keyword `keys[i]` are `docs[ends[i - 1]]` to `docs[ends[i] - 1]`.
 */
export interface KeywordColumns {
  /** In numeric order. */
  readonly keys: Int32Array;
  readonly ends: Uint32Array;
  readonly docs: Uint32Array;
  /** Places in the timeline, the newest first, by document. */
  readonly places: Uint32Array;
}

/** Returns the documents of a keyword; none where there are too many. */
export type HoldersReader = (key: number) => readonly number[] | Uint32Array;

/** What related articles are found by. */
export interface KeywordHolders {
  readonly holdersOf: HoldersReader;
  /** Orders documents as the timeline does, the newest first. */
  readonly compare: (doc: number, other: number) => number;
}

/** Returns the place of each document of the archive in the timeline. */
function timelinePlaces(catalogue: Catalogue): Uint32Array {
  const last = catalogue.prepare('SELECT max(doc) AS doc FROM documents').get();
  const places = new Uint32Array(new SharedArrayBuffer(4 * (Number(last?.doc ?? 0) + 1)));
  const rows = catalogue.prepare(
    'SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY sort_key, id',
  );
  rows.setReturnArrays(true);
  let place = 0;
  for (const row of rows.iterate()) {
    places[(row as unknown as readonly [number])[0]] = place;
    place += 1;
  }
  return places;
}

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
  return { keys, ends, docs, places: timelinePlaces(catalogue) };
}

const none: readonly number[] = [];

/** Returns what related articles are found by, where all keywords are in columns. */
export function holdersIn({ keys, ends, docs, places }: KeywordColumns): KeywordHolders {
  function holdersOf(key: number): readonly number[] | Uint32Array {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return keys[low] === key ? docs.subarray(low === 0 ? 0 : ends[low - 1], ends[low]) : none;
  }
  return { holdersOf, compare: (doc, other) => (places[doc] ?? 0) - (places[other] ?? 0) };
}

/** Most keywords whose documents are kept; articles of one day share many. */
const keptKeywords = 20_000;

/** Compares documents as the index of the timeline does: by sort key, and by id in the order of code points. */
function compareListed(a: ListedEntry | undefined, b: ListedEntry | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.sortKey - b.sortKey || compareCodePoints(a.id, b.id);
}

/**
 * Returns what related articles are found by in the catalogue, for few articles.
 *
 * @param read the reader of entries
 */
export function storedHolders(catalogue: Catalogue, read: EntryReader): KeywordHolders {
  const holders = catalogue.prepare('SELECT doc FROM keywords WHERE keyword = ? LIMIT ?');
  holders.setReturnArrays(true);
  const kept = new Map<number, readonly number[]>();
  function holdersOf(key: number): readonly number[] {
    const hit = kept.get(key);
    if (hit !== undefined) return hit;
    const rows = holders.all(key, maxHolders + 1) as unknown as readonly (readonly number[])[];
    const docs = rows.length > maxHolders ? none : rows.map(([doc]) => doc ?? 0);
    if (kept.size >= keptKeywords) kept.clear();
    kept.set(key, docs);
    return docs;
  }
  return { holdersOf, compare: (doc, other) => compareListed(read(doc), read(other)) };
}
