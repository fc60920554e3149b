import type { Article } from '../model/article.ts';
import type { Destination, Reference } from '../model/reference.ts';
import type { Catalogue } from './database.ts';

/** An article of the archive whose text has references. */
export interface LinkingDocument {
  readonly doc: number;
  readonly seed: string;
  readonly ordinal: number;
  readonly outputPath: string;
  readonly references: readonly Reference[];
  /** URL of its first publication. */
  readonly origin: string | undefined;
}

/** Returns a function that returns where the references of an article led when they were last resolved. */
export function destinationReader(
  catalogue: Catalogue,
): (doc: number, article: Pick<Article, 'references'>) => readonly Destination[] {
  const find = catalogue.prepare('SELECT destinations FROM links WHERE doc = ?');
  return (doc, { references }) => {
    if (references === undefined) return [];
    const row = find.get(doc);
    return row === undefined
      ? []
      : (JSON.parse(String(row.destinations)) as readonly Destination[]);
  };
}

/** Tells whether any article has references, or had any when they were last resolved. */
export const hasLinks = (catalogue: Catalogue): boolean =>
  ['documents WHERE refs IS NOT NULL', 'links'].some(
    (from) => catalogue.prepare(`SELECT 1 FROM ${from} LIMIT 1`).get() !== undefined,
  );

/** Yields the articles of the archive that have references, in seed order. */
export function* linkingDocuments(catalogue: Catalogue): Generator<LinkingDocument> {
  // The numbers first, as rows of the table are updated meanwhile.
  const docs = catalogue
    .prepare(
      'SELECT doc FROM documents WHERE refs IS NOT NULL AND accepted = 1 ORDER BY seed, ordinal',
    )
    .all();
  const find = catalogue.prepare(
    'SELECT doc, seed, ordinal, output_path, refs, origins FROM documents WHERE doc = ?',
  );
  for (const { doc } of docs) {
    const row = find.get(Number(doc));
    if (row === undefined) continue;
    yield {
      ...{ doc: Number(doc), seed: String(row.seed), ordinal: Number(row.ordinal) },
      outputPath: String(row.output_path),
      references: JSON.parse(String(row.refs)) as readonly Reference[],
      origin: row.origins === null ? undefined : String(row.origins).split('\n')[0],
    };
  }
}

/** Records where references lead. */
export interface LinkWriter {
  /**
   * Records the destinations of an article's references.
   *
   * @param tracks whether an article whose links change is marked, so that its page is rendered
   */
  put(doc: number, destinations: readonly Destination[], tracks: boolean): void;
  /** Removes the records of articles that have no references now, or are not in the archive. */
  sweep(): void;
}

/** Returns a writer of destinations. */
export function linkWriter(catalogue: Catalogue): LinkWriter {
  const find = catalogue.prepare('SELECT destinations FROM links WHERE doc = ?');
  const put = catalogue.prepare('INSERT OR REPLACE INTO links VALUES (?, ?)');
  const mark = catalogue.prepare('UPDATE documents SET dirty = 1 WHERE doc = ?');
  return {
    put(doc, destinations, tracks) {
      const json = JSON.stringify(destinations);
      if (find.get(doc)?.destinations === json) return;
      put.run(doc, json);
      if (tracks) mark.run(doc);
    },
    sweep: () =>
      catalogue.exec(
        'DELETE FROM links WHERE doc NOT IN (SELECT doc FROM documents WHERE refs IS NOT NULL AND accepted = 1)',
      ),
  };
}
