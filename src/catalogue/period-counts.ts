import type { PeriodCount, PeriodUnit } from '../model/chart.ts';
import { keepRecent } from '../model/recent.ts';
import { type CollectionKey, collectionRows } from './collections.ts';
import type { Catalogue } from './database.ts';

/** What a sort key is divided by: −YYYYMMDD. */
const divisors: Readonly<Record<PeriodUnit, number>> = { year: 10_000, month: 100, day: 1 };

/**
 * Returns a function that counts the articles of a collection by year, month or day, oldest first. The number 0
 * holds undated articles; parts that are unknown are 0.
 */
export function periodCounter(
  catalogue: Catalogue,
): (key: CollectionKey, unit: PeriodUnit) => readonly PeriodCount[] {
  const prepared = keepRecent(20, (sql: string) => catalogue.prepare(sql));
  return (key, unit) => {
    const { from, values } = collectionRows(key);
    const rows = prepared(
      `SELECT -sort_key / ${divisors[unit]} AS period, count(*) AS n ${from} GROUP BY period ORDER BY period`,
    );
    return rows
      .all(...values)
      .map(({ period, n }) => ({ period: Number(period), articles: Number(n) }));
  };
}
