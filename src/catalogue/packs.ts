import type { Catalogue } from './database.ts';
import { meta } from './meta.ts';
import { datePartsOf } from './sort-key.ts';

/** Page group of the packs of originals. */
export const packGroup = 'pack';

/** The originals of one source and month; year and month are 0 where they are unknown. */
export interface PackGroup {
  /** Slug of the source; empty for articles without one. */
  readonly source: string;
  readonly year: number;
  readonly month: number;
  readonly articles: number;
  /** Bytes of the originals as they were received. */
  readonly bytes: number;
}

/** An original in the order of its source. */
export interface PackRow {
  readonly doc: number;
  readonly id: string;
  readonly sortKey: number;
  readonly bytes: number;
}

/** Yields the originals of the archive by source and month, in order. */
export function* packGroups(catalogue: Catalogue): Generator<PackGroup> {
  const rows = catalogue.prepare(
    `SELECT d.source AS source, (-d.sort_key) / 100 AS month, count(*) AS articles, sum(b.original_size) AS bytes
      FROM documents AS d INDEXED BY timeline CROSS JOIN bodies AS b USING (doc)
      WHERE d.accepted = 1 AND b.original_size IS NOT NULL GROUP BY source, month ORDER BY source, month`,
  );
  for (const { source, month, articles, bytes } of rows.iterate()) {
    yield {
      source: String(source),
      year: Math.floor(Number(month) / 100),
      month: Number(month) % 100,
      articles: Number(articles),
      bytes: Number(bytes),
    };
  }
}

/** A range of time; the year is 0 for articles without a date, the month absent for a whole year. */
export interface PackPeriod {
  readonly year: number;
  readonly month?: number;
}

/** Returns the least and the greatest sort key of a period. */
function sortKeys({ year, month }: PackPeriod): readonly [number, number] {
  if (year === 0) return [0, 0];
  const first = year * 10_000 + (month ?? 0) * 100;
  return [-(first + (month === undefined ? 9999 : 99)), -first];
}

/** Returns a function that yields the originals of a source in a period, the oldest first. One list is read at a time. */
export function packRows(
  catalogue: Catalogue,
): (source: string, period: PackPeriod) => Generator<PackRow> {
  const withOriginal = 'CROSS JOIN bodies AS b USING (doc) WHERE b.original_size IS NOT NULL';
  const order = 'ORDER BY r.sort_key DESC, r.id';
  const columns = 'r.doc, r.id, r.sort_key, b.original_size';
  const prepare = (sql: string) => {
    const rows = catalogue.prepare(sql);
    rows.setReturnArrays(true);
    return rows;
  };
  const ofSource = prepare(
    `SELECT ${columns} FROM terms AS r CROSS JOIN documents AS d USING (doc) ${withOriginal}
      AND r.kind = 'source' AND r.slug = ?1 AND r.sort_key BETWEEN ?2 AND ?3 AND d.source = ?1 AND d.accepted = 1 ${order}`,
  );
  const withoutSource = prepare(
    `SELECT ${columns} FROM documents AS r INDEXED BY timeline ${withOriginal}
      AND r.accepted = 1 AND r.source = ?1 AND r.sort_key BETWEEN ?2 AND ?3 ${order}`,
  );
  return function* (source, period) {
    const rows = (source === '' ? withoutSource : ofSource).iterate(source, ...sortKeys(period));
    for (const row of rows) {
      const [doc, id, sortKey, bytes] = row as unknown as readonly [number, string, number, number];
      yield { doc, id, sortKey, bytes };
    }
  };
}

/** A place at which an original may have come, gone or changed; the source is empty without one. */
export interface ChangedOriginal {
  readonly source: string;
  readonly year: number;
  readonly month: number;
  readonly id: string;
}

/**
 * Yields the places of originals that may have changed since the site was published. The log does not tell which
 * articles had no source before: each place is also that of an article without one.
 */
export function* changedOriginals(catalogue: Catalogue): Generator<ChangedOriginal> {
  const rows = catalogue.prepare(
    `SELECT source, sort_key, id FROM documents INDEXED BY dirty_documents WHERE dirty = 1
      UNION SELECT slug, sort_key, id FROM changed_entries WHERE kind IN ('all', 'source')`,
  );
  for (const { source, sort_key, id } of rows.iterate()) {
    const { year, month } = datePartsOf(Number(sort_key));
    yield { source: String(source), year, month, id: String(id) };
  }
}

/** Returns the keys of the packs that are divided in the published site. */
export const publishedDivisions = (catalogue: Catalogue): readonly string[] =>
  JSON.parse(meta(catalogue, 'packs') ?? '[]') as readonly string[];

/** Returns the value of `meta` for the packs that are divided; undefined where none is. */
export const divisionsOf = ({
  divided,
}: {
  readonly divided: readonly string[];
}): string | undefined => (divided.length === 0 ? undefined : JSON.stringify(divided));
