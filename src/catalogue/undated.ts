import type { UndatedArticles } from '../model/build-result.ts';
import type { Catalogue } from './database.ts';

/**
 * Returns the number of articles without a date, and the unknown key under which most of them may have one: of
 * those whose value is a date.
 */
export function undatedArticles(catalogue: Catalogue): UndatedArticles {
  const row = catalogue
    .prepare(
      'SELECT count(*) AS articles FROM documents INDEXED BY timeline WHERE accepted = 1 AND sort_key = 0',
    )
    .get();
  const articles = Number(row?.articles ?? 0);
  if (articles === 0) return { articles };
  const key = catalogue
    .prepare(
      "SELECT coalesce(diagnostic -> 'values' ->> 'field', diagnostic -> 'values' ->> 'key') AS key, max(ordinal) > 0 AS records FROM diagnostics WHERE rule IN ('record-unknown-field', 'metadata-unknown-key') AND diagnostic -> 'values' ->> 'nearest' = 'date' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
    )
    .get();
  return key === undefined
    ? { articles }
    : { articles, key: String(key.key), isOfRecords: Number(key.records) > 0 };
}
