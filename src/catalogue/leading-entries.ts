import type { Archive } from '../model/archive.ts';
import type { Catalogue } from './database.ts';
import { parseEntry } from './entry.ts';
import { sortKeyOf } from './sort-key.ts';

/** Articles of one date that are looked at: more than any newspaper prints in a day. */
const lookedAt = 5000;

/**
 * Returns the query that finds the leading articles of a date: by source and page, and where there are too many,
 * first those that open each source.
 */
export function leadingEntries(catalogue: Catalogue): Archive['leading'] {
  const leading = catalogue.prepare(`
    SELECT entry FROM (
      SELECT entry, source, page, id, row_number() OVER (PARTITION BY source ORDER BY page, id) AS place FROM (
        SELECT entry, id, coalesce(entry ->> '$.source', char(0x10FFFF)) AS source,
          coalesce(entry ->> '$.page', 1e9) AS page
        FROM documents INDEXED BY timeline WHERE accepted = 1 AND sort_key = ? LIMIT ${lookedAt})
      ORDER BY place, source LIMIT ?)
    ORDER BY source, page, id`);
  return (date, count) => leading.all(sortKeyOf(date), count).map(({ entry }) => parseEntry(entry));
}
