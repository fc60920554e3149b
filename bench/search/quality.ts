import type { KnownItem, QueryKind } from './known-items.ts';
import { idsOf, type PublishedIndex, searchIndex } from './published-index.ts';
import { type KnownQuery, queriesFor, type Variant, variants } from './variants.ts';

/** How the words of a query are joined. */
export type Joined = 'all' | 'any';

/** How well one kind of queries finds known articles. */
export interface Quality {
  readonly kind: QueryKind;
  readonly variant: Variant;
  /** Whether the queries ask for all words, as they are typed, or for any of them, joined by OR. */
  readonly joined: Joined;
  readonly queries: number;
  /** Share of the queries whose article is among the first ten results. */
  readonly success: number;
  /** Mean of 1 ÷ its rank there; 0 where it is not among them. */
  readonly mrr: number;
  /** Share of the queries without results. */
  readonly nothing: number;
  /** Average number of words in a query. */
  readonly words: number;
}

/** The result of a query. */
export interface QueryResult {
  /** Rank of the article from 1; 0 where it is not among the first ten. */
  readonly rank: number;
  /** Number of articles found. */
  readonly resultCount: number;
}

/** Returns the quality of the results of some queries. */
export function qualityOf(
  kind: Pick<Quality, 'kind' | 'variant' | 'joined'>,
  queries: readonly KnownQuery[],
  results: readonly QueryResult[],
): Quality {
  const share = (count: number): number => count / results.length;
  const hits = results.filter(({ rank }) => rank > 0);
  const words = queries.reduce((sum, { query }) => sum + query.split(' ').length, 0);
  return {
    ...kind,
    queries: queries.length,
    success: share(hits.length),
    mrr: share(hits.reduce((sum, { rank }) => sum + 1 / rank, 0)),
    nothing: share(results.filter(({ resultCount }) => resultCount === 0).length),
    words: share(words),
  };
}

const resultsShown = 10;

/** Searches an index for every query. */
export async function queryResults(
  index: PublishedIndex,
  queries: readonly KnownQuery[],
): Promise<readonly QueryResult[]> {
  const results: QueryResult[] = [];
  for (const { id, query } of queries) {
    const { documents } = await searchIndex(index, query);
    const ids = await idsOf(index, documents.slice(0, resultsShown));
    results.push({ rank: ids.indexOf(id) + 1, resultCount: documents.length });
  }
  return results;
}

/** Returns queries for any of their words. */
const anyOf = (queries: readonly KnownQuery[]): readonly KnownQuery[] =>
  queries.map(({ id, query }) => ({ id, query: query.split(' ').join(' OR ') }));

/** Measures an index with all kinds of queries. */
export async function measureQuality(
  index: PublishedIndex,
  items: readonly KnownItem[],
  say: (line: string) => void,
): Promise<readonly Quality[]> {
  const measured: Quality[] = [];
  for (const joined of ['any', 'all'] as const) {
    for (const kind of ['full', 'short'] as const) {
      for (const variant of variants) {
        const typed = queriesFor(items, kind, variant);
        const results = await queryResults(index, joined === 'any' ? anyOf(typed) : typed);
        const quality = qualityOf({ kind, variant, joined }, typed, results);
        say(
          `${kind}, ${variant}, ${joined}: ${quality.success.toFixed(3)} / ${quality.mrr.toFixed(3)}`,
        );
        measured.push(quality);
      }
    }
  }
  return measured;
}
