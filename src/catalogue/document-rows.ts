import type { CompiledArticle, DocumentRef, TermName } from '../model/document.ts';
import { articleWriter } from './article-store.ts';
import type { ListedDocument } from './changes.ts';
import type { Catalogue } from './database.ts';

/** A row of the table of documents, as far as a writer asks for it. */
export interface DocumentRow extends ListedDocument {
  /** Whether it is in the archive. */
  readonly accepted: boolean;
  /** Whether its address belongs to a page of another kind. */
  readonly refused: boolean;
}

/** Reads and writes the rows of documents, and the articles that belong to them. */
export interface DocumentRows {
  at(place: DocumentRef): DocumentRow | undefined;
  get(doc: number): DocumentRow | undefined;
  /** The numbers of the documents of a seed, in their order: all, or those after an ordinal. */
  ofSeed(seed: string, after: number | undefined): readonly number[];
  /**
   * Adds a document.
   *
   * @param accepted into the archive, unless another document there has its id or address
   * @returns the document's number, and whether it is in the archive
   */
  insert(
    place: DocumentRef,
    content: string | undefined,
    article: CompiledArticle,
    accepted: boolean,
  ): { readonly doc: number; readonly accepted: boolean };
  update(doc: number, content: string | undefined, article: CompiledArticle): void;
  setAccepted(doc: number, accepted: boolean): void;
  remove(doc: number): void;
}

/** Keys of keywords as a column holds them. */
const keysIn = (column: unknown): readonly number[] =>
  column === '' ? [] : String(column).split(' ').map(Number);

const rowOf = (row: Readonly<Record<string, unknown>>): DocumentRow => ({
  doc: Number(row.doc),
  age: Number(row.age),
  id: String(row.id),
  outputPath: String(row.output_path),
  entry: String(row.entry),
  terms: JSON.parse(String(row.terms)) as readonly TermName[],
  keywords: keysIn(row.keywords),
  accepted: row.accepted === 1,
  refused: row.refused === 1,
});

const columns = 'doc, age, id, output_path, accepted, refused, entry, terms, keywords';

/** The columns that an article fills, whether its row is new or not. */
const articleValues = ({
  sections: { recovered, marked, editor },
  words,
  entry,
  terms,
  keywords,
  headings,
}: CompiledArticle): readonly (string | number | null)[] => [
  ...[recovered, marked, editor, words],
  ...[entry, JSON.stringify(terms), keywords.join(' ')],
  headings === undefined ? null : JSON.stringify(headings),
];

/**
 * Returns the rows of a catalogue.
 *
 * @param tracks whether rows that are written are marked as changed since the site was published
 */
export function documentRows(catalogue: Catalogue, tracks: boolean): DocumentRows {
  const dirty = tracks ? 1 : 0;
  const atPlace = catalogue.prepare(
    `SELECT ${columns} FROM documents WHERE seed = ? AND ordinal = ?`,
  );
  const byDoc = catalogue.prepare(`SELECT ${columns} FROM documents WHERE doc = ?`);
  const ofSeed = catalogue.prepare('SELECT doc FROM documents WHERE seed = ? ORDER BY ordinal');
  const ofSeedAfter = catalogue.prepare(
    'SELECT doc FROM documents WHERE seed = ? AND ordinal > ? ORDER BY ordinal',
  );
  const insert = catalogue.prepare(
    'INSERT OR IGNORE INTO documents (seed, ordinal, content, id, output_path, path_key, age, accepted, refused, dirty, recovered, marked, editor, words, entry, terms, keywords, headings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = catalogue.prepare(
    'UPDATE documents SET content = ?, age = ?, dirty = ?, recovered = ?, marked = ?, editor = ?, words = ?, entry = ?, terms = ?, keywords = ?, headings = ? WHERE doc = ?',
  );
  const setAccepted = catalogue.prepare(
    'UPDATE documents SET accepted = ?, dirty = ? WHERE doc = ?',
  );
  const remove = catalogue.prepare('DELETE FROM documents WHERE doc = ?');
  const store = articleWriter(catalogue);

  return {
    at({ seed, ordinal }) {
      const row = atPlace.get(seed, ordinal);
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
    insert({ seed, ordinal }, content, article, wanted) {
      const { id, outputPath, pathKey, age, refused, original } = article;
      const key = [seed, ordinal, content ?? null, id, outputPath, pathKey, age];
      const values = articleValues(article);
      const insertAs = (accepted: boolean) =>
        insert.run(...key, accepted ? 1 : 0, refused ? 1 : 0, dirty, ...values);
      const first = insertAs(wanted);
      // Ignored where a document of the archive has the id or the address.
      const isAdded = first.changes !== 0;
      const { lastInsertRowid } = isAdded ? first : insertAs(false);
      const doc = Number(lastInsertRowid);
      store.put(doc, article.article, original);
      return { doc, accepted: wanted && isAdded };
    },
    update(doc, content, article) {
      update.run(content ?? null, article.age, dirty, ...articleValues(article), doc);
      store.put(doc, article.article, article.original);
    },
    setAccepted: (doc, accepted) => void setAccepted.run(accepted ? 1 : 0, dirty, doc),
    remove(doc) {
      remove.run(doc);
      store.remove(doc);
    },
  };
}
