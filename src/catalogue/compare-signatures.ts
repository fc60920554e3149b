import { areNearlySame, signatureKeys } from '../model/text-signature.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { Catalogue } from './database.ts';
import { signatureReader, signaturesReader } from './signatures.ts';

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

/** Yields the documents of each key that several share, in ascending order. */
function* sharedKeys(catalogue: Catalogue): Generator<readonly number[]> {
  const rows = catalogue.prepare(
    'SELECT key, doc FROM text_keys WHERE key IN (SELECT key FROM text_keys GROUP BY key HAVING count(*) BETWEEN 2 AND ?) ORDER BY key, doc',
  );
  rows.setReturnArrays(true);
  let key: unknown;
  let documents: number[] = [];
  for (const row of rows.iterate(maxHolders)) {
    const [rowKey, doc] = row as unknown as readonly [string, number];
    if (rowKey !== key) {
      yield documents;
      documents = [];
      key = rowKey;
    }
    documents.push(doc);
  }
  yield documents;
}

/**
 * The documents that share a key, in groups with one signature, by their numbers: documents with the same signature have
 * all keys in common, so that only the first of each group is compared with others.
 */
interface SameTexts {
  /** The first document of the group of each document; zero where it shares no key. */
  readonly firsts: Uint32Array;
  /** The next document of the group; zero after the last. */
  readonly nexts: Uint32Array;
}

/** Creates the temporary table `pairs`: all pairs of the first documents of groups with nearly the same text, each both ways. */
function compareAll(catalogue: Catalogue, resemblanceOf: ResemblanceOf): SameTexts {
  catalogue.exec(
    'CREATE TEMP TABLE pairs (doc INTEGER, other INTEGER, PRIMARY KEY (doc, other)) WITHOUT ROWID',
  );
  const { add, flush } = bulkInsert(catalogue, 'INSERT OR IGNORE INTO pairs VALUES', '(?, ?)');
  const length = 1 + Number(catalogue.prepare('SELECT max(doc) AS n FROM signatures').get()?.n);
  const [firsts, nexts] = [new Uint32Array(length), new Uint32Array(length)];
  const signaturesOf = signaturesReader(catalogue);
  const areDuplicates = comparer(resemblanceOf);

  /** Groups the documents of a key that are in no group yet. */
  function group(documents: readonly Signed[]): void {
    const lasts = new Map<string, number>();
    for (const [doc, signature] of documents) {
      if (firsts[doc] !== 0) continue;
      const last = lasts.get(signature);
      firsts[doc] = last === undefined ? doc : (firsts[last] ?? doc);
      if (last !== undefined) nexts[last] = doc;
      lasts.set(signature, doc);
    }
  }
  for (const documents of sharedKeys(catalogue)) {
    const different = documents.filter((doc) => firsts[doc] === 0 || firsts[doc] === doc);
    if (different.length < 2) continue;
    const signed = signaturesOf(different);
    group(signed);
    const ones = signed.filter(([doc]) => firsts[doc] === doc);
    ones.forEach((one, at) => {
      for (const other of ones.slice(at + 1)) {
        if (!areDuplicates(one, other)) continue;
        add([one[0], other[0]]);
        add([other[0], one[0]]);
      }
    });
  }
  flush();
  return { firsts, nexts };
}

/**
 * Yields each document that has duplicates, in ascending order, with the number of the set of these and itself.
 *
 * @param numberOf stores a set of documents, and returns its number
 */
export function* allDuplicates(
  catalogue: Catalogue,
  resemblanceOf: ResemblanceOf,
  numberOf: (docs: readonly number[]) => number,
): Generator<{ readonly doc: number; readonly set: number }> {
  const { firsts, nexts } = compareAll(catalogue, resemblanceOf);
  const others = catalogue.prepare('SELECT other FROM pairs WHERE doc = ?');
  /** By the first document of a group; zero where the group is one document without duplicates. */
  const sets = new Uint32Array(firsts.length);
  function setOf(first: number): number {
    const docs: number[] = [];
    for (const one of [first, ...others.all(first).map(({ other }) => Number(other))]) {
      for (let doc = one; doc !== 0; doc = nexts[doc] ?? 0) docs.push(doc);
    }
    return docs.length === 1 ? 0 : numberOf(docs.sort((a, b) => a - b));
  }
  for (let doc = 1; doc < firsts.length; doc += 1) {
    const first = firsts[doc] ?? 0;
    if (first === 0) continue;
    if (first === doc) sets[doc] = setOf(doc);
    const set = sets[first] ?? 0;
    if (set !== 0) yield { doc, set };
  }
  catalogue.exec('DROP TABLE pairs');
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

/** A document, and itself with the documents with nearly the same text, in ascending order; none without any. */
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
    const found = [...candidates].filter((other) =>
      areDuplicates([doc, signature], [other, signatureOf(other) ?? '']),
    );
    return found.length === 0 ? [] : [doc, ...found].sort((a, b) => a - b);
  }
  return function* find() {
    for (const doc of affectedDocuments(catalogue)) yield { doc, duplicates: duplicatesOf(doc) };
  };
}
