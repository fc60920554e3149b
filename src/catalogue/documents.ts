import type {
  CompiledArticle,
  CompiledDocument,
  DocumentPlace,
  TermName,
} from '../model/document.ts';
import type { ChangeLog, Listed } from './changes.ts';
import type { Catalogue } from './database.ts';
import { diagnosticWriter, stages } from './diagnostics.ts';

/** Writes what reading gave; one of two documents that claim the same id or place waits. */
export interface DocumentWriter {
  /** Puts a document in the place of what stood there. */
  put(document: CompiledDocument): void;
  /** Takes a document out, and what was said of its reading. */
  remove(place: DocumentPlace): void;
  /** Takes documents of a seed out, but for the first `keep`. */
  drop(seed: string, keep?: number): void;
  /** Takes a document into the archive, or out of it, that others had to wait for. */
  accept(doc: number): void;
  refuse(doc: number): void;
}

type Row = Record<string, unknown>;

/** Keys of keywords as a column holds them. */
const keysOf = (column: unknown): readonly number[] =>
  column === '' ? [] : String(column).split(' ').map(Number);

const listedOf = (row: Row): Listed => ({
  doc: Number(row.doc),
  age: Number(row.age),
  id: String(row.id),
  url: String(row.url),
  entry: String(row.entry),
  terms: JSON.parse(String(row.terms)) as readonly TermName[],
  keywords: keysOf(row.keywords),
});

/** Returns a writer of documents, which notes in `log` what listings will show otherwise. */
export function documentWriter(catalogue: Catalogue, log: ChangeLog): DocumentWriter {
  const find = catalogue.prepare(
    'SELECT doc, age, id, url, url_key, accepted, refused, entry, terms, keywords FROM documents WHERE seed = ? AND ordinal = ?',
  );
  const ofSeed = catalogue.prepare(
    'SELECT ordinal FROM documents WHERE seed = ? AND ordinal > ? ORDER BY ordinal',
  );
  const byDoc = catalogue.prepare(
    'SELECT doc, age, id, url, entry, terms, keywords FROM documents WHERE doc = ?',
  );
  const insert = catalogue.prepare(
    'INSERT OR IGNORE INTO documents (seed, ordinal, content, id, url, url_key, age, accepted, refused, dirty, recovered, marked, editor, words, entry, terms, keywords, headings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = catalogue.prepare(
    'UPDATE documents SET content = ?, age = ?, dirty = ?, recovered = ?, marked = ?, editor = ?, words = ?, entry = ?, terms = ?, keywords = ?, headings = ? WHERE doc = ?',
  );
  const setAccepted = catalogue.prepare(
    'UPDATE documents SET accepted = ?, dirty = ? WHERE doc = ?',
  );
  const remove = catalogue.prepare('DELETE FROM documents WHERE doc = ?');
  const putBody = catalogue.prepare('INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)');
  const removeBody = catalogue.prepare('DELETE FROM bodies WHERE doc = ?');
  const insertTerm = catalogue.prepare('INSERT OR IGNORE INTO terms VALUES (?, ?, ?, ?, ?, ?)');
  const removeTerm = catalogue.prepare(
    'DELETE FROM terms WHERE kind = ? AND slug = ? AND age = ? AND id = ?',
  );
  const insertKeyword = catalogue.prepare('INSERT OR IGNORE INTO keywords VALUES (?, ?)');
  const removeKeyword = catalogue.prepare('DELETE FROM keywords WHERE term = ? AND doc = ?');
  const forget = catalogue.prepare(
    'DELETE FROM diagnostics WHERE seed = ? AND ordinal = ? AND stage = ?',
  );
  const note = diagnosticWriter(catalogue);
  const dirty = log.tracks ? 1 : 0;

  function addTerms({ doc, age, id, terms }: Listed): void {
    for (const { kind, slug, name } of terms) insertTerm.run(kind, slug, age, id, doc, name);
  }
  function addKeywords({ doc, keywords }: Listed): void {
    for (const key of keywords) insertKeyword.run(key, doc);
  }
  function removeTerms({ age, id, terms }: Listed): void {
    for (const { kind, slug } of terms) removeTerm.run(kind, slug, age, id);
  }
  function removeKeywords({ doc, keywords }: Listed): void {
    for (const key of keywords) removeKeyword.run(key, doc);
  }
  function leave(listed: Listed): void {
    removeTerms(listed);
    removeKeywords(listed);
    log.moved(listed);
    log.left(listed.url);
  }
  function removeRow(row: Row): void {
    const doc = Number(row.doc);
    if (row.accepted === 1) leave(listedOf(row));
    remove.run(doc);
    removeBody.run(doc);
  }

  function insertRow(
    place: DocumentPlace,
    content: string | undefined,
    article: CompiledArticle,
  ): void {
    const { id, url, urlKey, age, refused, sections, entry, terms, keywords, headings } = article;
    const { words } = article;
    const { recovered, marked, editor } = sections;
    const notes = headings === undefined ? null : JSON.stringify(headings);
    const row = (accepted: 0 | 1) =>
      insert.run(
        ...[
          place.seed,
          place.ordinal,
          content ?? null,
          id,
          url,
          urlKey,
          age,
          accepted,
          refused ? 1 : 0,
          dirty,
        ],
        ...[recovered, marked, editor, words],
        ...[entry, JSON.stringify(terms), keywords.join(' '), notes],
      );
    let accepted = !refused;
    let { changes, lastInsertRowid } = row(accepted ? 1 : 0);
    if (changes === 0) {
      // Another document has the id or the place: which of them keeps it is decided at the end.
      accepted = false;
      ({ changes, lastInsertRowid } = row(0));
    }
    const doc = Number(lastInsertRowid);
    putBody.run(doc, article.article, article.original ?? null);
    if (!accepted) return;
    const listed = { doc, age, id, url, entry, terms, keywords };
    addTerms(listed);
    addKeywords(listed);
    log.moved(listed);
  }

  function updateRow(row: Row, content: string | undefined, article: CompiledArticle): void {
    const doc = Number(row.doc);
    const { id, url, age, sections, words, entry, terms, keywords, headings } = article;
    const { recovered, marked, editor } = sections;
    const notes = headings === undefined ? null : JSON.stringify(headings);
    const termsText = JSON.stringify(terms);
    const keys = keywords.join(' ');
    update.run(
      ...[content ?? null, age, dirty, recovered, marked, editor, words],
      ...[entry, termsText, keys, notes, doc],
    );
    putBody.run(doc, article.article, article.original ?? null);
    const before = listedOf(row);
    if (row.accepted !== 1) return;
    const now = { doc, age, id, url, entry, terms, keywords };
    if (keys !== row.keywords) {
      removeKeywords(before);
      addKeywords(now);
      log.keywordsChanged(doc, [...before.keywords, ...keywords]);
    }
    if (age !== before.age || termsText !== row.terms) {
      removeTerms(before);
      addTerms(now);
      log.moved(before);
      log.moved(now);
    } else if (entry !== before.entry) log.edited(now);
  }

  return {
    put({ seed, ordinal, content, article, diagnostics }) {
      const place = { seed, ordinal };
      const row = find.get(seed, ordinal);
      forget.run(seed, ordinal, stages.reading);
      note(place, stages.reading, diagnostics);
      const same =
        row !== undefined &&
        article !== undefined &&
        row.id === article.id &&
        row.url === article.url &&
        row.refused === (article.refused ? 1 : 0);
      if (same) updateRow(row, content, article);
      else {
        if (row !== undefined) {
          removeRow(row);
          forget.run(seed, ordinal, stages.claim);
        }
        if (article !== undefined) insertRow(place, content, article);
      }
    },
    remove({ seed, ordinal }) {
      const row = find.get(seed, ordinal);
      forget.run(seed, ordinal, stages.reading);
      if (row === undefined) return;
      removeRow(row);
      forget.run(seed, ordinal, stages.claim);
    },
    drop(seed, keep = -1) {
      for (const { ordinal } of ofSeed.all(seed, keep)) {
        const row = find.get(seed, Number(ordinal));
        if (row !== undefined) removeRow(row);
      }
      catalogue
        .prepare('DELETE FROM diagnostics WHERE seed = ? AND ordinal > ? AND stage > 0')
        .run(seed, keep);
    },
    accept(doc) {
      setAccepted.run(1, dirty, doc);
      const listed = listedOf(byDoc.get(doc) ?? {});
      addTerms(listed);
      addKeywords(listed);
      log.moved(listed);
    },
    refuse(doc) {
      leave(listedOf(byDoc.get(doc) ?? {}));
      setAccepted.run(0, dirty, doc);
    },
  };
}
