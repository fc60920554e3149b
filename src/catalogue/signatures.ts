import type { Catalogue } from './database.ts';

/** Writes the signatures of documents, and the keys of those that are in the archive. */
export interface SignatureWriter {
  /** Stores the signature of a new document. */
  put(doc: number, signature: string | undefined): void;
  /**
   * Replaces the signature of a document.
   *
   * @param accepted whether the document is in the archive
   */
  replace(doc: number, signature: string | undefined, accepted: boolean): void;
  /** Removes the signature of a document that is not in the archive, or not any more. */
  remove(doc: number): void;
  /** Adds the keys of a document that was added to the archive. */
  enter(doc: number): void;
  /** Removes the keys of a document that was removed from the archive. */
  leave(doc: number): void;
}

/**
 * Returns a writer of signatures.
 *
 * @param tracks whether keys are kept up to date and their changes recorded; otherwise `rebuildTextKeys` must follow
 */
export function signatureWriter(catalogue: Catalogue, tracks: boolean): SignatureWriter {
  const find = catalogue.prepare('SELECT signature FROM signatures WHERE doc = ?');
  const insert = catalogue.prepare('INSERT INTO signatures VALUES (?, ?)');
  const remove = catalogue.prepare('DELETE FROM signatures WHERE doc = ?');
  const addKeys = catalogue.prepare(
    'INSERT OR IGNORE INTO text_keys SELECT key, doc FROM signature_keys WHERE doc = ?',
  );
  const removeKeys = catalogue.prepare(
    'DELETE FROM text_keys WHERE doc = ?1 AND key IN (SELECT key FROM signature_keys WHERE doc = ?1)',
  );
  const record = catalogue.prepare(
    'INSERT OR IGNORE INTO changed_text_keys SELECT key, doc FROM signature_keys WHERE doc = ?',
  );
  function change(keys: typeof addKeys, doc: number): void {
    if (!tracks) return;
    keys.run(doc);
    record.run(doc);
  }
  const put = (doc: number, signature: string | undefined): void => {
    if (signature !== undefined) insert.run(doc, signature);
  };
  return {
    put,
    replace(doc, signature, accepted) {
      if (find.get(doc)?.signature === signature) return;
      if (accepted) change(removeKeys, doc);
      remove.run(doc);
      put(doc, signature);
      if (accepted) change(addKeys, doc);
    },
    remove: (doc) => void remove.run(doc),
    enter: (doc) => change(addKeys, doc),
    leave: (doc) => change(removeKeys, doc),
  };
}

/** Collects the keys of the archive's articles anew: SQLite sorts them in runs, and merges the runs. */
export function rebuildTextKeys(catalogue: Catalogue): void {
  catalogue.exec(`
    DELETE FROM text_keys;
    INSERT INTO text_keys
      SELECT key, doc FROM signature_keys
      WHERE doc NOT IN (
        SELECT doc FROM documents WHERE accepted = 0 AND held IS NULL
        UNION ALL SELECT doc FROM documents WHERE held IS NOT NULL
      )
      ORDER BY key, doc;
  `);
}

/** Returns a function that returns the signature of a document; undefined where it has none. */
export function signatureReader(catalogue: Catalogue): (doc: number) => string | undefined {
  const find = catalogue.prepare('SELECT signature FROM signatures WHERE doc = ?');
  return (doc) => {
    const row = find.get(doc);
    return row === undefined ? undefined : String(row.signature);
  };
}

/** Returns a function that returns documents with their signatures, in ascending order; those without one are left out. */
export function signaturesReader(
  catalogue: Catalogue,
): (docs: readonly number[]) => readonly (readonly [doc: number, signature: string])[] {
  const find = catalogue.prepare(
    'SELECT doc, signature FROM signatures WHERE doc IN (SELECT value FROM json_each(?)) ORDER BY doc',
  );
  find.setReturnArrays(true);
  return (docs) =>
    find.all(`[${docs.join()}]`) as unknown as readonly (readonly [number, string])[];
}
