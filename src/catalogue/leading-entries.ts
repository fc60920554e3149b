import type { Archive } from '../model/archive.ts';
import type { Entry } from '../model/page.ts';
import type { Catalogue } from './database.ts';
import { parseEntry } from './entry.ts';
import { sortKeyOf } from './sort-key.ts';

/** Articles of one date that are looked at: more than any newspaper prints in a day. */
const lookedAt = 5000;

/** Compares values by code unit; a missing one comes last. */
function compare<T extends string | number>(a: T | undefined, b: T | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}

/** Compares articles of one date by source and page; of one page by id. */
const bySourceAndPage = (a: Entry, b: Entry): number =>
  compare(a.source, b.source) || compare(a.page, b.page) || compare(a.id, b.id);

/**
 * Returns the query that finds the leading articles of a date: by source and page, and where there are too many,
 * first those that open each source.
 */
export function leadingEntries(catalogue: Catalogue): Archive['leading'] {
  const articles = 'documents INDEXED BY timeline WHERE accepted = 1 AND sort_key = ? LIMIT ?';
  const all = catalogue.prepare(`SELECT entry FROM ${articles}`);
  const first = catalogue.prepare(`
    SELECT entry FROM (
      SELECT entry, source, row_number() OVER (PARTITION BY source ORDER BY page, id) AS place FROM (
        SELECT entry, id, coalesce(entry ->> '$.source', char(0x10FFFF)) AS source,
          coalesce(entry ->> '$.page', 1e9) AS page
        FROM ${articles}))
    ORDER BY place, source LIMIT ?`);
  return (date, count) => {
    const key = sortKeyOf(date);
    const few = all.all(key, count + 1);
    // Most days have few articles, which the second query would take four times as long to find.
    const rows = few.length <= count ? few : first.all(key, lookedAt, count);
    return rows.map(({ entry }) => parseEntry(entry)).sort(bySourceAndPage);
  };
}
