import type { Ask, KnownItem } from './known-items.ts';
import { ask, idsOf, type PublishedIndex } from './published-index.ts';
import { type KnownQuery, queriesFor, type Variant, variants } from './variants.ts';

/** How well known articles were found by one kind of queries. */
export interface Quality {
  readonly ask: Ask;
  readonly variant: Variant;
  readonly queries: number;
  /** Share of the queries that have the article among the first ten. */
  readonly success: number;
  /** Mean of 1 ÷ its place there; 0 where it is not among them. */
  readonly mrr: number;
  /** Share of the queries that find nothing at all. */
  readonly nothing: number;
  /** Words of a query, on the average. */
  readonly words: number;
}

/** Where a query's article stands from 1, 0 where it is not among the first ten; and how much was found. */
export interface Place {
  readonly place: number;
  readonly found: number;
}

/** Sums up where the articles of queries stood. */
export function qualityOf(
  kind: Pick<Quality, 'ask' | 'variant'>,
  queries: readonly KnownQuery[],
  places: readonly Place[],
): Quality {
  const share = (count: number): number => count / places.length;
  const hits = places.filter(({ place }) => place > 0);
  const words = queries.reduce((sum, { query }) => sum + query.split(' ').length, 0);
  return {
    ...kind,
    queries: queries.length,
    success: share(hits.length),
    mrr: share(hits.reduce((sum, { place }) => sum + 1 / place, 0)),
    nothing: share(places.filter(({ found }) => found === 0).length),
    words: share(words),
  };
}

const shown = 10;

/** Asks an index every query. */
export async function placesIn(
  index: PublishedIndex,
  queries: readonly KnownQuery[],
): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const { id, query } of queries) {
    const { documents } = await ask(index, query);
    const ids = await idsOf(index, documents.slice(0, shown));
    places.push({ place: ids.indexOf(id) + 1, found: documents.length });
  }
  return places;
}

/** Measures an index by all kinds of queries. */
export async function measureQuality(
  index: PublishedIndex,
  items: readonly KnownItem[],
  say: (line: string) => void,
): Promise<readonly Quality[]> {
  const measured: Quality[] = [];
  for (const kind of ['full', 'short'] as const) {
    for (const variant of variants) {
      const queries = queriesFor(items, kind, variant);
      const places = await placesIn(index, queries);
      const quality = qualityOf({ ask: kind, variant }, queries, places);
      say(`${kind}, ${variant}: ${quality.success.toFixed(3)} / ${quality.mrr.toFixed(3)}`);
      measured.push(quality);
    }
  }
  return measured;
}
