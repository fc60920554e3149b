import { firstCursor } from '../../catalogue/cursor.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import type { periodCounter } from '../../catalogue/period-counts.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import { largestSources } from '../../catalogue/source-parts.ts';
import type { openTimeline } from '../../catalogue/timeline.ts';
import type { TermCharts } from '../../model/chart.ts';
import type { ListingPages, SourceParts } from '../../model/listing-pages.ts';
import type { Listing } from '../../model/page.ts';
import { atom, termFeedSize } from '../../outputs/atom.ts';
import { listRedirect } from '../../pages/kinds/moved.ts';
import { type CollectionListing, listingKindOf, type Page } from '../../pages/kinds.ts';
import { hasNumberedNewest, listingPages, listingSlice, olderPages } from '../../pages/listing.ts';
import { termIndexPath, termPath } from '../../pages/output-paths.ts';
import type { Collection, SiteContext } from '../../pages/page-kind.ts';
import { termCharts } from '../../pages/term-charts.ts';
import type { StagedFile, StageFile } from '../../publish/staging.ts';
import { listedParts, listingFeed } from '../plan/collection-parts.ts';
import { articleSet, listRedirectGroupOf, pageGroupOf } from '../plan/page-group.ts';
import type { ListingRange } from '../workers/tasks.ts';

/** What listings are rendered with. */
export interface ListingContext extends SiteContext {
  readonly catalogue: Catalogue;
  readonly timeline: ReturnType<typeof openTimeline>;
  /** Counts the articles of a collection by period. */
  readonly count: ReturnType<typeof periodCounter>;
  readonly stage: StageFile;
  /** Tells of an output path that an earlier build published a file there, which stays. */
  readonly isKept: (outputPath: string) => boolean;
  /** Renders a page and stages it. */
  readonly stagePage: (page: Page, pageGroup: string) => StagedFile;
}

/** A listing of which pages are rendered. */
interface RenderedListing {
  readonly set: Collection;
  readonly kind: CollectionListing;
  readonly pages: number;
  /** Returns the output path of a page by its number. */
  readonly pathOf: (number: number) => string;
}

/** Returns the ways from a page to the others; undefined in a listing of one page. */
function waysFrom(number: number, { pages, pathOf }: RenderedListing): ListingPages | undefined {
  if (pages === 1) return undefined;
  const isNewest = number === pages;
  return {
    total: isNewest ? pages : undefined,
    newest: isNewest ? undefined : pathOf(pages),
    oldest: number === 1 ? undefined : pathOf(1),
    older: olderPages(number, isNewest).map((older) => ({
      number: older,
      outputPath: pathOf(older),
    })),
  };
}

/** Sources to which the list of all articles links; the others are in the index of sources. */
const sourcesOfAll = 12;

/** Returns the sources of the archive, as the newest page of all articles links to them. */
function sourcesOfArchive(catalogue: Catalogue): SourceParts | undefined {
  const sources = largestSources(catalogue, sourcesOfAll + 1);
  if (sources.length < 2) return undefined;
  return {
    parts: sources.slice(0, sourcesOfAll).map(({ slug, name, articles }) => ({
      ...{ name, articles, outputPath: termPath('source', slug) },
    })),
    index: sources.length > sourcesOfAll ? termIndexPath('source') : undefined,
  };
}

/** Returns the sources of a collection, as its newest page links to them; undefined where it is not divided. */
function sourcesOf(
  { catalogue }: ListingContext,
  range: ListingRange,
  { kind, pages }: RenderedListing,
): SourceParts | undefined {
  if (range.key.of === 'all') return pages > 1 ? sourcesOfArchive(catalogue) : undefined;
  const parts = listedParts(catalogue, range).map(({ key, name, sourceName, extent }) => ({
    name: sourceName,
    articles: extent.articles,
    outputPath: kind.outputPath(articleSet(key, name, sourceName), undefined),
  }));
  return parts.length === 0 ? undefined : { parts, index: undefined };
}

/** Returns the charts of a term, as its newest page shows them; undefined for other collections. */
function chartsOf(
  { count }: ListingContext,
  { key, extent }: ListingRange,
  { pathOf }: RenderedListing,
): TermCharts | undefined {
  if (key.of !== 'term' || key.source !== undefined) return undefined;
  return termCharts(extent, (unit) => count(key, unit), pathOf);
}

/** Stages the feed of a listing, where it has one. */
function* renderFeed(
  { config, messages, timeline, stage }: ListingContext,
  { key }: ListingRange,
  { set, pages, pathOf }: RenderedListing,
  outputPath: string | undefined,
  newest: Listing['entries'],
): Generator<StagedFile> {
  if (outputPath === undefined) return;
  const isEnough = pages === 1 || newest.length >= termFeedSize;
  const feed = atom({
    ...{ config, messages, title: `${set.of === 'term' ? set.name : ''} – ${config.name}` },
    ...{ outputPath, pagePath: pathOf(pages) },
    entries: isEnough
      ? newest.slice(0, termFeedSize)
      : timeline.entries(key, firstCursor, termFeedSize),
  });
  if (feed !== undefined) yield stage(outputPath, pageGroupOf(key), feed);
}

/**
 * Renders pages of a listing; with the newest page also its feed, which shows the newest articles, and the page at its
 * number, which leads to it.
 */
export function* renderListing(
  context: ListingContext,
  range: ListingRange,
): Generator<StagedFile> {
  const { config, messages, timeline, stagePage } = context;
  const { key, name, sourceName, extent, from, to, after } = range;
  const { articles } = extent;
  const set = articleSet(key, name, sourceName);
  const kind = listingKindOf(set);
  const pages = listingPages(articles);
  const pathOf = (page: number): string => kind.outputPath(set, page === pages ? undefined : page);
  const shown: RenderedListing = { set, kind, pages, pathOf };
  const feed = listingFeed(range, context.isKept);
  let last = after;
  for (let number = from; number >= to; number -= 1) {
    const entries = timeline.entries(key, last, listingSlice(articles, number).count);
    const end = entries.at(-1);
    if (end !== undefined) last = { sortKey: sortKeyOf(end.date), id: end.id };
    const isNewest = number === pages;
    const ways = waysFrom(number, shown);
    const sources = isNewest ? sourcesOf(context, range, shown) : undefined;
    const charts = isNewest ? chartsOf(context, range, shown) : undefined;
    const listing: Listing = {
      ...{ entries, number, extent: isNewest ? extent : undefined },
      newer: isNewest ? undefined : pathOf(number + 1),
      older: number > 1 ? pathOf(number - 1) : undefined,
      ...(ways === undefined ? {} : { pages: ways }),
      ...(sources === undefined ? {} : { sources }),
      ...(charts === undefined ? {} : { charts }),
      ...(feed === undefined ? {} : { feed }),
    };
    const outputPath = pathOf(number);
    yield stagePage(kind.page(set, outputPath, listing, { config, messages }), pageGroupOf(key));
    if (!isNewest) continue;
    yield* renderFeed(context, range, shown, feed, entries);
    if (hasNumberedNewest(articles)) {
      const numbered = kind.outputPath(set, number);
      yield stagePage(listRedirect(numbered, outputPath, messages), listRedirectGroupOf(key));
    }
  }
}
