import type { Catalogue } from './database.ts';

/** Returns the fragments with which an article was last published, by its id; undefined where it never was. */
export type PublishedFragments = (id: string) => string | undefined;

/** Returns the reader of published fragments; undefined where the record is empty. */
export function publishedFragments(catalogue: Catalogue): PublishedFragments | undefined {
  if (catalogue.prepare('SELECT 1 FROM fragments LIMIT 1').get() === undefined) return undefined;
  const find = catalogue.prepare('SELECT published FROM fragments WHERE id = ?');
  return (id) => {
    const row = find.get(id);
    return row && String(row.published);
  };
}

/** What an article without published fragments may have had before: an article of the same bytes, or of the same text. */
export interface FormerArticle {
  readonly hash: string;
  readonly seed: string;
  /** 0 where the seed is one text. */
  readonly ordinal: number;
}

/** Returns the fragments with which an article was last published under another id; undefined where it never was. */
export type FormerFragments = (article: FormerArticle) => string | undefined;

/** Returns the reader of fragments that articles had under another id, by the record of addresses. */
export function formerFragments(catalogue: Catalogue): FormerFragments {
  const find = (column: 'hash' | 'seed'): ReturnType<Catalogue['prepare']> =>
    catalogue.prepare(
      `SELECT published FROM addresses a CROSS JOIN fragments f ON f.id = a.id
        WHERE a.${column} = ? AND a.${column} <> '' ORDER BY a.path_key, a.id LIMIT 1`,
    );
  const [byHash, bySeed] = [find('hash'), find('seed')];
  return ({ hash, seed, ordinal }) => {
    const row = byHash.get(hash) ?? (ordinal === 0 ? bySeed.get(seed) : undefined);
    return row && String(row.published);
  };
}

/**
 * Returns a writer of published fragments from a file of the record. An article whose present fragments are others is
 * read again: it was compiled without those of the file.
 */
export function fragmentsWriter(catalogue: Catalogue): (id: string, published: string) => void {
  const put = catalogue.prepare(
    'INSERT INTO fragments VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET published = excluded.published WHERE published <> excluded.published',
  );
  const forget = catalogue.prepare(
    'UPDATE documents SET content_hash = NULL WHERE id = ? AND accepted = 1 AND fragments <> ? RETURNING seed',
  );
  const forgetSeed = catalogue.prepare('UPDATE seeds SET stamp = NULL WHERE path = ?');
  return (id, published) => {
    if (put.run(id, published).changes === 0) return;
    for (const { seed } of forget.all(id, published)) forgetSeed.run(String(seed));
  };
}

/**
 * Records the fragments of the articles that are being published, changed ones or all. The paths of articles whose
 * fragments have changed are added to the table `changed_addresses`.
 *
 * @returns whether any has changed that was published before
 */
export function recordFragments(catalogue: Catalogue, articles: 'all' | 'changed'): boolean {
  const published =
    articles === 'changed'
      ? 'FROM documents INDEXED BY dirty_documents WHERE dirty = 1 AND accepted = 1'
      : 'FROM documents WHERE accepted = 1';
  const { changes } = catalogue
    .prepare(
      `INSERT OR IGNORE INTO changed_addresses SELECT path_key ${published} AND EXISTS
        (SELECT 1 FROM fragments f WHERE f.id = documents.id AND f.published <> documents.fragments)`,
    )
    .run();
  catalogue.exec(`
    INSERT INTO fragments SELECT id, fragments ${published}
    ON CONFLICT (id) DO UPDATE SET published = excluded.published
    WHERE published <> excluded.published`);
  return changes !== 0;
}
