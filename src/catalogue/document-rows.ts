import type { CompiledArticle, DocumentRef, TermName } from '../model/document.ts';
import type { HeldState } from '../model/publication.ts';
import { aliasWriter } from './aliases.ts';
import { articleWriter } from './article-store.ts';
import type { ListedDocument } from './changes.ts';
import type { Catalogue } from './database.ts';
import {
  articleColumns,
  articleValues,
  identityValues,
  insertColumns,
  insertValues,
} from './document-columns.ts';
import { pictureUseWriter } from './pictures.ts';
import { signatureWriter } from './signatures.ts';

/** A row of the table `documents`, without the columns that only `insert` and `update` write. */
export interface DocumentRow extends ListedDocument {
  /** Whether the document is in the archive. */
  readonly accepted: boolean;
  /** Whether its output path belongs to a page of another kind, or it is withdrawn. */
  readonly refused: boolean;
  /** The output path that it would have if its address were not withheld. */
  readonly plainPath: string | undefined;
  /** The state in which it is held back; undefined where it is not. */
  readonly held: HeldState | undefined;
}

/** Reads and writes the rows of documents, and their stored articles. */
export interface DocumentRows {
  /** Returns the row at a seed and ordinal. */
  at(ref: DocumentRef): DocumentRow | undefined;
  /** Returns the row of a document number. */
  get(doc: number): DocumentRow | undefined;
  /** Returns the numbers of a seed's documents in order: all, or those after an ordinal. */
  ofSeed(seed: string, after: number | undefined): readonly number[];
  /**
   * Adds a document.
   *
   * @param held the state in which it is held back; undefined where it enters the archive, unless another
   *   document there has its id or output path
   * @returns the document's number, and whether it is in the archive
   */
  insert(
    ref: DocumentRef,
    contentHash: string | undefined,
    article: CompiledArticle,
    held: HeldState | undefined,
  ): { readonly doc: number; readonly accepted: boolean };
  /** Replaces the article of a document; id, output path and signature stay. */
  update(doc: number, contentHash: string | undefined, article: CompiledArticle): void;
  /** Removes the content hashes of a seed's documents, so that they are read again. */
  forgetContent(seed: string): void;
  /** Sets whether a document is in the archive. */
  setAccepted(doc: number, accepted: boolean): void;
  /** Sets the state in which a document is held back. */
  setHeld(doc: number, held: HeldState | undefined): void;
  /** Removes a document and its stored article. */
  remove(doc: number): void;
}

/** Parses the `keywords` column. */
const keysIn = (column: unknown): readonly number[] =>
  column === '' ? [] : String(column).split(' ').map(Number);

const rowOf = (row: Readonly<Record<string, unknown>>): DocumentRow => ({
  doc: Number(row.doc),
  sortKey: Number(row.sort_key),
  id: String(row.id),
  outputPath: String(row.output_path),
  entry: String(row.entry),
  terms: JSON.parse(String(row.terms)) as readonly TermName[],
  keywords: keysIn(row.keywords),
  accepted: row.accepted === 1,
  refused: row.refused === 1,
  plainPath: row.plain_path === null ? undefined : String(row.plain_path),
  held: row.held === null ? undefined : (row.held as HeldState),
});

const columns =
  'doc, sort_key, id, output_path, accepted, refused, held, entry, terms, keywords, plain_path';

/**
 * Returns the document rows of a catalogue.
 *
 * @param tracks whether written rows are marked `dirty`: changed since the site was published
 */
export function documentRows(catalogue: Catalogue, tracks: boolean): DocumentRows {
  const dirty = tracks ? 1 : 0;
  const byRef = catalogue.prepare(
    `SELECT ${columns} FROM documents WHERE seed = ? AND ordinal = ?`,
  );
  const byDoc = catalogue.prepare(`SELECT ${columns} FROM documents WHERE doc = ?`);
  const ofSeed = catalogue.prepare('SELECT doc FROM documents WHERE seed = ? ORDER BY ordinal');
  const ofSeedAfter = catalogue.prepare(
    'SELECT doc FROM documents WHERE seed = ? AND ordinal > ? ORDER BY ordinal',
  );
  const insert = catalogue.prepare(
    `INSERT OR IGNORE INTO documents (${insertColumns.join(', ')}) VALUES (${insertColumns.map(() => '?').join(', ')})`,
  );
  const update = catalogue.prepare(
    `UPDATE documents SET content_hash = ?, source_hash = ?, withheld = ?, known_as = ?, sort_key = ?, dirty = ?, ${articleColumns.map((name) => `${name} = ?`).join(', ')} WHERE doc = ?`,
  );
  const setAccepted = catalogue.prepare(
    'UPDATE documents SET accepted = ?, dirty = ? WHERE doc = ?',
  );
  const setHeld = catalogue.prepare('UPDATE documents SET held = ? WHERE doc = ?');
  const forgetContent = catalogue.prepare(
    'UPDATE documents SET content_hash = NULL WHERE seed = ?',
  );
  const remove = catalogue.prepare('DELETE FROM documents WHERE doc = ?');
  const putMarks = catalogue.prepare('INSERT OR REPLACE INTO publication VALUES (?, ?)');
  const removeMarks = catalogue.prepare('DELETE FROM publication WHERE doc = ?');
  const store = articleWriter(catalogue);
  const aliases = aliasWriter(catalogue);
  const pictures = pictureUseWriter(catalogue);
  const signatures = signatureWriter(catalogue, tracks);

  return {
    at({ seed, ordinal }) {
      const row = byRef.get(seed, ordinal);
      return row && rowOf(row);
    },
    get(doc) {
      const row = byDoc.get(doc);
      return row && rowOf(row);
    },
    ofSeed(seed, after) {
      const rows = after === undefined ? ofSeed.all(seed) : ofSeedAfter.all(seed, after);
      return rows.map(({ doc }) => Number(doc));
    },
    insert({ seed, ordinal }, contentHash, article, held) {
      const { refused, original, publication } = article;
      const wanted = !refused && held === undefined;
      const ref = { seed, ordinal, contentHash };
      const insertAs = (accepted: boolean) =>
        insert.run(...insertValues(ref, article, { accepted, held, dirty }));
      const first = insertAs(wanted);
      // Ignored if a document of the archive has the id or the output path.
      const isAdded = first.changes !== 0;
      const { lastInsertRowid } = isAdded ? first : insertAs(false);
      const doc = Number(lastInsertRowid);
      store.put(doc, article.article, original);
      if (publication !== undefined) putMarks.run(doc, JSON.stringify(publication));
      aliases.add(doc, article.aliases);
      pictures.add(doc, article.pictures ?? []);
      signatures.put(doc, article.signature);
      return { doc, accepted: wanted && isAdded };
    },
    update(doc, contentHash, article) {
      const identity = identityValues(article);
      const { sortKey } = article;
      update.run(contentHash ?? null, ...identity, sortKey, dirty, ...articleValues(article), doc);
      store.put(doc, article.article, article.original);
      if (article.publication === undefined) removeMarks.run(doc);
      else putMarks.run(doc, JSON.stringify(article.publication));
      aliases.remove(doc);
      aliases.add(doc, article.aliases);
      pictures.remove(doc);
      pictures.add(doc, article.pictures ?? []);
    },
    forgetContent: (seed) => void forgetContent.run(seed),
    setAccepted: (doc, accepted) => void setAccepted.run(accepted ? 1 : 0, dirty, doc),
    setHeld: (doc, held) => void setHeld.run(held ?? null, doc),
    remove(doc) {
      remove.run(doc);
      removeMarks.run(doc);
      store.remove(doc);
      aliases.remove(doc);
      pictures.remove(doc);
      signatures.remove(doc);
    },
  };
}
