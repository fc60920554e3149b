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

/** Records the fragments of the articles that are being published, changed ones or all. */
export function recordFragments(catalogue: Catalogue, articles: 'all' | 'changed'): void {
  const changed = articles === 'changed' ? 'AND dirty = 1' : '';
  catalogue.exec(`
    INSERT INTO fragments SELECT id, fragments FROM documents WHERE accepted = 1 ${changed}
    ON CONFLICT (id) DO UPDATE SET published = excluded.published
    WHERE published <> excluded.published`);
}
