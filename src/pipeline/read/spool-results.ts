import type { Spool } from '../../catalogue/spool.ts';
import { spoolArticles } from '../../catalogue/spool-articles.ts';
import type { DocumentResult, SeedResult } from '../workers/tasks.ts';

/** Returns results of reading records without the bytes of articles, which are appended to a spool. */
export function spoolDocuments(
  spool: Spool,
  results: readonly DocumentResult[],
): readonly DocumentResult[] {
  const read = results.filter((result) => result !== 'same');
  const stored = spoolArticles(spool, read).values();
  return results.map((result) => (result === 'same' ? result : (stored.next().value ?? result)));
}

/** Returns results of reading seeds without the bytes of articles, which are appended to a spool. */
export function spoolSeeds(spool: Spool, results: readonly SeedResult[]): readonly SeedResult[] {
  const read = results.flatMap((result) => (result === 'same' ? [] : result));
  const stored = spoolArticles(spool, read).values();
  return results.map((result) =>
    result === 'same' ? result : result.map((document) => stored.next().value ?? document),
  );
}
