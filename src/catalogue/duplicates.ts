import type { Entry } from '../model/page.ts';
import { areNearlySame, signatureKeys } from '../model/text-signature.ts';
import type { Catalogue } from './database.ts';
import { parseEntry } from './entry.ts';
import { rebuildTextKeys, signatureReader } from './signatures.ts';

/**
 * Finds the articles with nearly the same text. Two are compared if their signatures share a key: the keys are sorted,
 * so that those of several documents are neighbours, and no others are compared.
 */

/** A key of more documents than this is that of a form that many fill in, and shows no copies. */
const maxHolders = 64;

/** Most signatures, lists of holders or comparisons that are cached. */
const maxCached = 5000;

/** Returns a function that remembers the results of another, some thousand at a time. */
function cached<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const hit = known.get(key);
    if (hit !== undefined) return hit;
    const value = compute(key);
    if (known.size >= maxCached) known.clear();
    known.set(key, value);
    return value;
  };
}

/** Parses a list of document numbers; empty for NULL. */
export const documentNumbers = (column: unknown): readonly number[] =>
  column === null || column === undefined ? [] : String(column).split(' ').map(Number);

/** Returns a function that finds the documents with nearly the same text as one, by number. */
function duplicateFinder(
  catalogue: Catalogue,
  resemblanceOf: (doc: number, other: number) => number,
): (doc: number) => readonly number[] {
  const read = signatureReader(catalogue);
  const signatureOf = cached((doc: number) => read(doc) ?? '');
  const holders = catalogue.prepare('SELECT doc FROM text_keys WHERE key = ? LIMIT ?');
  const holdersOf = cached((key: string) => {
    const rows = holders.all(key, maxHolders + 1);
    return rows.length > maxHolders ? [] : rows.map(({ doc }) => Number(doc));
  });
  const isIn = catalogue.prepare('SELECT 1 FROM text_keys WHERE key = ? AND doc = ?');
  /** Exact comparisons by their pair, since each pair is found from both sides. */
  const exactOf = cached((pair: string) => {
    const [one = 0, other = 0] = pair.split(' ').map(Number);
    return resemblanceOf(one, other);
  });
  return (doc) => {
    const signature = signatureOf(doc);
    const keys = signatureKeys(signature);
    // Only a document of the archive has keys there.
    if (signature === '' || isIn.get(keys[0] ?? '', doc) === undefined) return [];
    const candidates = new Set(keys.flatMap(holdersOf));
    candidates.delete(doc);
    return [...candidates]
      .filter((other) =>
        areNearlySame(signature, signatureOf(other), () =>
          exactOf(`${Math.min(doc, other)} ${Math.max(doc, other)}`),
        ),
      )
      .sort((a, b) => a - b);
  };
}

/** Fills the temporary table `compared`: the documents whose duplicates may be others than are recorded. */
function collectCompared(catalogue: Catalogue, tracks: boolean): void {
  catalogue.exec('CREATE TEMP TABLE compared (doc INTEGER PRIMARY KEY)');
  if (!tracks) {
    catalogue.exec(`
      INSERT OR IGNORE INTO compared SELECT doc FROM text_keys
        WHERE key IN (SELECT key FROM text_keys GROUP BY key HAVING count(*) > 1);
      INSERT OR IGNORE INTO compared SELECT doc FROM documents WHERE duplicates IS NOT NULL;
    `);
    return;
  }
  catalogue.exec('INSERT OR IGNORE INTO compared SELECT doc FROM changed_text_keys');
  const holders = catalogue.prepare('SELECT doc FROM text_keys WHERE key = ? LIMIT ?');
  const add = catalogue.prepare('INSERT OR IGNORE INTO compared VALUES (?)');
  const changed = catalogue.prepare(
    'SELECT key, count(*) AS n FROM changed_text_keys GROUP BY key',
  );
  for (const { key, n } of changed.iterate()) {
    // A key that was too common before these changes, and still is, changes nothing.
    const limit = maxHolders + Number(n);
    const rows = holders.all(String(key), limit + 1);
    if (rows.length <= limit) for (const { doc } of rows) add.run(Number(doc));
  }
}

/** Returns a function that marks documents whose pages, or whose related articles' pages, may show something else. */
function pageMarker(catalogue: Catalogue): (docs: Iterable<number>) => void {
  const mark = catalogue.prepare('UPDATE documents SET dirty = 1 WHERE doc = ?');
  const keywords = catalogue.prepare('SELECT keywords FROM documents WHERE doc = ?');
  const record = catalogue.prepare('INSERT OR IGNORE INTO changed_keywords VALUES (?, ?)');
  return (docs) => {
    for (const doc of docs) {
      mark.run(doc);
      const keys = String(keywords.get(doc)?.keywords ?? '');
      for (const key of keys.split(' ')) if (key !== '') record.run(Number(key), doc);
    }
  };
}

/** Returns the duplicates of the documents that have changed, which may show something else of these. */
function duplicatesOfChanged(catalogue: Catalogue): ReadonlySet<number> {
  const rows = catalogue
    .prepare(
      'SELECT duplicates FROM documents WHERE dirty = 1 AND accepted = 1 AND duplicates IS NOT NULL',
    )
    .all();
  return new Set(rows.flatMap(({ duplicates }) => documentNumbers(duplicates)));
}

/**
 * Records which articles of the archive have nearly the same text, once all seeds are read. Must run in a transaction.
 *
 * @param tracks whether changes of the archive are recorded: then only articles that share a key with a changed one
 *   are compared, and those whose pages may show something else are marked as changed
 * @param resemblanceOf computes the exact resemblance of the texts of two documents
 */
export function recordDuplicates(
  catalogue: Catalogue,
  tracks: boolean,
  resemblanceOf: (doc: number, other: number) => number,
): void {
  if (!tracks) rebuildTextKeys(catalogue);
  const find = duplicateFinder(catalogue, resemblanceOf);
  const recorded = catalogue.prepare('SELECT duplicates FROM documents WHERE doc = ?');
  const record = catalogue.prepare('UPDATE documents SET duplicates = ? WHERE doc = ?');
  const touched: number[] = [];
  collectCompared(catalogue, tracks);
  for (const row of catalogue.prepare('SELECT doc FROM compared ORDER BY doc').iterate()) {
    const doc = Number(row.doc);
    const docs = find(doc);
    const list = docs.length === 0 ? null : docs.join(' ');
    if ((recorded.get(doc)?.duplicates ?? null) === list) continue;
    record.run(list, doc);
    if (tracks) touched.push(doc);
  }
  catalogue.exec('DROP TABLE compared');
  if (!tracks) return;
  const markPages = pageMarker(catalogue);
  const ofChanged = duplicatesOfChanged(catalogue);
  markPages(touched);
  markPages(ofChanged);
}

/** A document that is listed with its duplicates. */
interface Listed {
  readonly sortKey: number;
  readonly id: string;
  readonly entry: Entry;
}

/** Returns a function that returns the entries of documents, newest first. */
export function duplicateEntries(
  catalogue: Catalogue,
): (docs: readonly number[]) => readonly Entry[] {
  const listed = catalogue.prepare('SELECT sort_key, id, entry FROM documents WHERE doc = ?');
  return (docs) =>
    docs
      .flatMap((doc): readonly Listed[] => {
        const row = listed.get(doc);
        if (row === undefined) return [];
        return [
          { sortKey: Number(row.sort_key), id: String(row.id), entry: parseEntry(row.entry) },
        ];
      })
      .sort((a, b) => a.sortKey - b.sortKey || (a.id < b.id ? -1 : 1))
      .map(({ entry }) => entry);
}
