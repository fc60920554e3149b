import { areNearlySame, signatureKeys } from '../model/text-signature.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { Catalogue } from './database.ts';
import { signatureReader } from './signatures.ts';

/**
 * Finds the documents with nearly the same text. Two are compared if they share a key: the keys of all are sorted, so
 * that those of several documents are neighbours, and no others are compared.
 */

/** A key of more documents than this is that of a form that is filled in, and shows no copies. */
const maxHolders = 64;

/** Most comparisons that are remembered: two documents may share several keys. */
const maxRemembered = 10_000;

/** Greatest document number, for pairs of them in one number. */
const maxDocuments = 2 ** 26;

/** Computes the exact resemblance of the texts of two documents. */
export type ResemblanceOf = (doc: number, other: number) => number;

/** A document with its signature. */
type Signed = readonly [doc: number, signature: string];

/** Returns a function that tells whether two documents have nearly the same text. */
function comparer(resemblanceOf: ResemblanceOf): (one: Signed, other: Signed) => boolean {
  const known = new Map<number, boolean>();
  return ([doc, signature], [other, otherSignature]) => {
    const pair = Math.min(doc, other) * maxDocuments + Math.max(doc, other);
    const hit = known.get(pair);
    if (hit !== undefined) return hit;
    const result = areNearlySame(signature, otherSignature, () => resemblanceOf(doc, other));
    if (known.size >= maxRemembered) known.clear();
    known.set(pair, result);
    return result;
  };
}

/** Yields the documents of each key that several share, in the order of the keys. */
function* sharedKeys(catalogue: Catalogue): Generator<readonly Signed[]> {
  const rows = catalogue.prepare(
    'SELECT key, doc, signature FROM text_keys CROSS JOIN signatures USING (doc) WHERE key IN (SELECT key FROM text_keys GROUP BY key HAVING count(*) BETWEEN 2 AND ?) ORDER BY key',
  );
  let key: unknown;
  let documents: Signed[] = [];
  for (const row of rows.iterate(maxHolders)) {
    if (row.key !== key) {
      yield documents;
      documents = [];
      key = row.key;
    }
    documents.push([Number(row.doc), String(row.signature)]);
  }
  yield documents;
}

/** Creates the temporary table `pairs`: all pairs of documents with nearly the same text, each both ways. */
export function mergeDuplicates(catalogue: Catalogue, resemblanceOf: ResemblanceOf): void {
  catalogue.exec(
    'CREATE TEMP TABLE pairs (doc INTEGER, other INTEGER, PRIMARY KEY (doc, other)) WITHOUT ROWID',
  );
  const { add, flush } = bulkInsert(catalogue, 'INSERT OR IGNORE INTO pairs VALUES', '(?, ?)');
  const areDuplicates = comparer(resemblanceOf);
  for (const documents of sharedKeys(catalogue)) {
    documents.forEach((one, at) => {
      for (const other of documents.slice(at + 1)) {
        if (!areDuplicates(one, other)) continue;
        add([one[0], other[0]]);
        add([other[0], one[0]]);
      }
    });
  }
  flush();
}

/** Returns a function that returns the documents of a key; none where they are more than a limit. */
function holderReader(catalogue: Catalogue): (key: string, limit: number) => readonly number[] {
  const holders = catalogue.prepare('SELECT doc FROM text_keys WHERE key = ? LIMIT ?');
  return (key, limit) => {
    const rows = holders.all(key, limit + 1);
    return rows.length > limit ? [] : rows.map(({ doc }) => Number(doc));
  };
}

/** Returns the documents whose duplicates may be others than before: the changed ones, and those that share a key. */
function affectedDocuments(catalogue: Catalogue): ReadonlySet<number> {
  const holdersOf = holderReader(catalogue);
  const changed = catalogue.prepare('SELECT DISTINCT doc FROM changed_text_keys').all();
  const affected = new Set(changed.map(({ doc }) => Number(doc)));
  const keys = catalogue.prepare('SELECT key, count(*) AS n FROM changed_text_keys GROUP BY key');
  for (const { key, n } of keys.iterate()) {
    // A key that was too common before these changes, and still is, changes nothing.
    for (const doc of holdersOf(String(key), maxHolders + Number(n))) affected.add(doc);
  }
  return affected;
}

/** A document, and the documents with nearly the same text, in ascending order. */
export interface FoundDuplicates {
  readonly doc: number;
  readonly duplicates: readonly number[];
}

/** Returns a function that yields the duplicates of the documents that recorded changes may affect. */
export function duplicateFinder(
  catalogue: Catalogue,
  resemblanceOf: ResemblanceOf,
): () => Generator<FoundDuplicates> {
  const signatureOf = signatureReader(catalogue);
  const holdersOf = holderReader(catalogue);
  const isListed = catalogue.prepare('SELECT 1 FROM text_keys WHERE key = ? AND doc = ?');
  const areDuplicates = comparer(resemblanceOf);
  function duplicatesOf(doc: number): readonly number[] {
    const signature = signatureOf(doc);
    if (signature === undefined) return [];
    const keys = signatureKeys(signature);
    // Only documents of the archive have their keys in the table.
    if (isListed.get(keys[0] ?? '', doc) === undefined) return [];
    const candidates = new Set(keys.flatMap((key) => holdersOf(key, maxHolders)));
    candidates.delete(doc);
    return [...candidates]
      .filter((other) => areDuplicates([doc, signature], [other, signatureOf(other) ?? '']))
      .sort((a, b) => a - b);
  }
  return function* find() {
    for (const doc of affectedDocuments(catalogue)) yield { doc, duplicates: duplicatesOf(doc) };
  };
}
