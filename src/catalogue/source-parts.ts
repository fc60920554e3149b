import { extentOf, yearIn } from './archive.ts';
import type { CollectionKey, CountedCollection } from './collections.ts';
import type { Catalogue } from './database.ts';

/** The number of articles of a source in a collection; `source` is empty for those without a source. */
interface SourceCount {
  readonly source: string;
  readonly articles: number;
  readonly newest: unknown;
  readonly oldest: unknown;
}

/** Keys of collections that have parts: all articles of a source are a collection of their own. */
type DividedKey = Exclude<CollectionKey, { readonly of: 'all' }>;

/** Tells whether a collection may have parts by source. */
const mayHaveParts = (key: CollectionKey): key is DividedKey =>
  key.of !== 'all' && key.source === undefined && !(key.of === 'term' && key.term === 'source');

/** Counts the articles of a collection by source. */
function sourceCounts(catalogue: Catalogue, key: DividedKey): readonly SourceCount[] {
  const columns =
    'source, count(*) AS n, min(sort_key) AS newest, max(CASE WHEN sort_key < 0 THEN sort_key END) AS oldest';
  const rows =
    key.of === 'date'
      ? catalogue
          .prepare(
            `SELECT ${columns} FROM documents INDEXED BY timeline WHERE accepted = 1 AND sort_key = ? GROUP BY source`,
          )
          .all(key.sortKey)
      : catalogue
          .prepare(
            `SELECT ${columns} FROM (SELECT d.source AS source, t.sort_key AS sort_key FROM terms AS t CROSS JOIN documents AS d USING (doc) WHERE t.kind = ? AND t.slug = ?) GROUP BY source`,
          )
          .all(key.term, key.slug);
  return rows.map(({ source, n, newest, oldest }) => ({
    ...{ source: String(source), articles: Number(n), newest, oldest },
  }));
}

/** Orders parts by their number of articles, articles without a source last. */
const byArticles = (a: SourceCount, b: SourceCount): number =>
  Number(a.source === '') - Number(b.source === '') ||
  b.articles - a.articles ||
  (a.source < b.source ? -1 : 1);

/**
 * Returns the parts of a collection, one for each source, those with most articles first and that of articles without
 * a source last; none where all articles are of one source, and for collections that are never divided.
 */
export function sourceParts(
  catalogue: Catalogue,
  { key, name }: Pick<CountedCollection, 'key' | 'name'>,
): readonly CountedCollection[] {
  if (!mayHaveParts(key)) return [];
  const counts = sourceCounts(catalogue, key);
  if (counts.length < 2) return [];
  const nameOf = catalogue.prepare(
    "SELECT name FROM collections WHERE kind = 'source' AND slug = ?",
  );
  return counts.toSorted(byArticles).map(({ source, articles, newest, oldest }) => {
    const sourceName = source === '' ? undefined : nameOf.get(source)?.name;
    return {
      key: { ...key, source },
      extent: extentOf(articles, yearIn(oldest), yearIn(newest)),
      name,
      ...(sourceName === undefined ? {} : { sourceName: String(sourceName) }),
    };
  });
}

/** A source of the archive with its number of articles. */
export interface ArchiveSource {
  readonly slug: string;
  readonly name: string;
  readonly articles: number;
}

/** Returns the sources of the archive that have most articles, at most `count`. */
export const largestSources = (catalogue: Catalogue, count: number): readonly ArchiveSource[] =>
  catalogue
    .prepare(
      "SELECT slug, name, articles FROM collections WHERE kind = 'source' ORDER BY articles DESC, slug LIMIT ?",
    )
    .all(count)
    .map(({ slug, name, articles }) => ({
      ...{ slug: String(slug), name: String(name), articles: Number(articles) },
    }));

/** Returns the slugs of the sources that have another name than when the site was published. */
export const renamedSources = (catalogue: Catalogue): ReadonlySet<string> =>
  new Set(
    catalogue
      .prepare(
        "SELECT slug FROM collections WHERE kind = 'source' AND published_name IS NOT NULL AND published_name IS NOT name",
      )
      .all()
      .map(({ slug }) => String(slug)),
  );
