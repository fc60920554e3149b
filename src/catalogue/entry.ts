import type { Entry } from '../model/page.ts';
import type { Catalogue } from './database.ts';
import { setReader } from './duplicate-sets.ts';

/** Parses the JSON of an entry; members with the value undefined are absent from it. */
export const parseEntry = (json: unknown): Entry => JSON.parse(String(json)) as Entry;

/** What pages of other articles and listings show of a document, and what orders it there. */
export interface ListedEntry {
  readonly doc: number;
  readonly sortKey: number;
  readonly id: string;
  readonly entry: Entry;
  /** Documents with nearly the same text, itself among them; empty where there are none. */
  readonly duplicates: readonly number[];
}

/** Returns what is shown of a document; undefined where there is no such document. */
export type EntryReader = (doc: number) => ListedEntry | undefined;

/**
 * Most entries that are kept, about 14 MB: all of a smaller archive, else those used last, in two generations, by which
 * they are found without a list of uses. An entry is shown about ten times: by its page, neighbours and related articles,
 * in the lists of its day, its source, its authors and all articles.
 */
const keptEntries = 16_384;

type EntryRow = readonly [sortKey: number, id: string, entry: Uint8Array, duplicates: unknown];

/** Returns a reader of entries that keeps those used last; the catalogue must not change meanwhile. */
export function entryReader(catalogue: Catalogue): EntryReader {
  // Bytes are handed over in half the time of a text, which `node:sqlite` decodes slowly.
  const find = catalogue.prepare(
    'SELECT sort_key, id, CAST(entry AS BLOB), duplicates FROM documents WHERE doc = ?',
  );
  find.setReturnArrays(true);
  const documentsOf = setReader(catalogue);
  const greatest = catalogue.prepare('SELECT max(doc) AS doc FROM documents').get();
  const generation = Number(greatest?.doc) < keptEntries ? keptEntries : keptEntries / 2;
  let recent = new Map<number, ListedEntry>();
  let former: ReadonlyMap<number, ListedEntry> = new Map();

  function keep(listed: ListedEntry): ListedEntry {
    if (recent.size === generation) {
      former = recent;
      recent = new Map();
    }
    recent.set(listed.doc, listed);
    return listed;
  }
  return (doc) => {
    const found = recent.get(doc);
    if (found !== undefined) return found;
    const kept = former.get(doc);
    if (kept !== undefined) return keep(kept);
    const row = find.get(doc) as unknown as EntryRow | undefined;
    if (row === undefined) return undefined;
    const [sortKey, id, json, duplicates] = row;
    return keep({
      ...{ doc, sortKey, id },
      entry: parseEntry(Buffer.from(json.buffer, json.byteOffset, json.byteLength)),
      duplicates: documentsOf(duplicates),
    });
  };
}

/** Returns documents in their order with what is shown of them; numbers that no document has are left out. */
export function listedEntries(read: EntryReader, docs: readonly number[]): readonly ListedEntry[] {
  const all: ListedEntry[] = [];
  for (const doc of docs) {
    const listed = read(doc);
    if (listed !== undefined) all.push(listed);
  }
  return all;
}

/** Returns the entries of documents in their order. */
export const entriesOf = (read: EntryReader, docs: readonly number[]): readonly Entry[] =>
  listedEntries(read, docs).map(({ entry }) => entry);
