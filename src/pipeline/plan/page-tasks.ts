import { changedDates, hasMoved } from '../../catalogue/changes.ts';
import {
  type CollectionKey,
  type CountedCollection,
  cursorsAt,
} from '../../catalogue/collections.ts';
import { type Cursor, firstCursor } from '../../catalogue/cursor.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { dirtyRedirects } from '../../catalogue/redirects.ts';
import { cursorsEvery } from '../../catalogue/timeline.ts';
import type { Redirect } from '../../model/redirect.ts';
import { overviewKinds } from '../../pages/kinds.ts';
import { listingPages, listingSize, newerThanPage } from '../../pages/listing.ts';
import type { ListingRange, PageTask } from '../workers/tasks.ts';
import { affectedArticles } from './affected-pages.ts';
import type { AffectedListing } from './affected-parts.ts';
import { listedCollections } from './collection-parts.ts';

/** Articles in one task. */
const articlesPerTask = 100;

/** Listing pages in one task. */
const pagesPerTask = 20;

/** Divides the pages `from` down to `to` of a listing into ranges of at most `pagesPerTask`. */
function* listingRanges(
  catalogue: Catalogue,
  collection: CountedCollection,
  from: number,
  to: number,
): Generator<ListingRange> {
  const { articles } = collection.extent;
  // Positions of the entries before the ranges; none is before the newest page.
  const before = newerThanPage(articles, from);
  const first = before > 0 ? before : newerThanPage(articles, from - pagesPerTask);
  const step = pagesPerTask * listingSize;
  const cursors = cursorsAt(catalogue, collection.key, first, step);
  try {
    let after = before > 0 ? cursors.next().value : firstCursor;
    for (let high = from; high >= to && after !== undefined; ) {
      const low = Math.max(to, high - pagesPerTask + 1);
      yield { ...collection, from: high, to: low, after };
      high = low - 1;
      if (high >= to) after = cursors.next().value;
    }
  } finally {
    cursors.return(undefined);
  }
}

/** Groups short ranges into tasks. */
function* listingTasks(ranges: Iterable<ListingRange>): Generator<PageTask> {
  let batch: ListingRange[] = [];
  let pages = 0;
  for (const range of ranges) {
    batch.push(range);
    pages += range.from - range.to + 1;
    if (pages < pagesPerTask) continue;
    yield { do: 'listings', ranges: batch };
    batch = [];
    pages = 0;
  }
  if (batch.length > 0) yield { do: 'listings', ranges: batch };
}

/** Yields all pages of all listings of some kinds of collections. */
function* allRanges(
  catalogue: Catalogue,
  of: readonly CollectionKey['of'][],
): Generator<ListingRange> {
  for (const collection of listedCollections(catalogue, of)) {
    yield* listingRanges(catalogue, collection, listingPages(collection.extent.articles), 1);
  }
}

/** Sort key of the newest article of a range of all articles or of a date. */
const newestIn = ({ key, after }: ListingRange): number =>
  key.of === 'date' ? key.sortKey : after.sortKey;

/** The ranges of a list, in the order of the timeline. */
interface PendingRanges {
  /** Yields those whose articles are newer than a sort key, each once; all that are left without one. */
  before(sortKey?: number): Generator<ListingRange>;
  close(): void;
}

function pendingRanges(ranges: Generator<ListingRange>): PendingRanges {
  let next = ranges.next();
  return {
    *before(sortKey = Number.POSITIVE_INFINITY) {
      for (; next.done !== true && newestIn(next.value) < sortKey; next = ranges.next()) {
        yield next.value;
      }
    },
    close: () => void ranges.return(undefined),
  };
}

/** Tasks of articles before the lists of the same days: a thread keeps the entries of more articles. */
const tasksBeforeLists = 20;

/** Yields the tasks that render the pages of all articles, and the lists of all articles and of dates. */
function* timelinePages(catalogue: Catalogue): Generator<PageTask> {
  const lists = (['all', 'date'] as const).map((of) => pendingRanges(allRanges(catalogue, [of])));
  try {
    let after: Cursor = firstCursor;
    let tasks = 0;
    for (const next of cursorsEvery(catalogue, articlesPerTask)) {
      yield { do: 'articles-from', after, count: articlesPerTask };
      after = next;
      tasks += 1;
      if (tasks % tasksBeforeLists > 0) continue;
      for (const list of lists) yield* listingTasks(list.before(after.sortKey));
    }
    yield { do: 'articles-from', after, count: articlesPerTask };
    for (const list of lists) yield* listingTasks(list.before());
  } finally {
    for (const list of lists) list.close();
  }
}

/** Yields the tasks that render every page of the site. */
export function* allPages(catalogue: Catalogue): Generator<PageTask> {
  yield* timelinePages(catalogue);
  yield* listingTasks(allRanges(catalogue, ['term']));
  for (const { kind } of overviewKinds) yield { do: 'overview', kind };
}

/** Returns the number of article and listing pages of the site. */
export function expectedPages(catalogue: Catalogue): number {
  let pages = 0;
  for (const { key, extent } of listedCollections(catalogue)) {
    if (key.of === 'all') pages += extent.articles;
    pages += listingPages(extent.articles);
  }
  return pages;
}

/** Yields the tasks that render the pages affected by changes, and every overview page. */
export function* affectedPages(
  catalogue: Catalogue,
  listings: readonly AffectedListing[],
): Generator<PageTask> {
  const docs = [...affectedArticles(catalogue)];
  for (let at = 0; at < docs.length; at += articlesPerTask) {
    yield { do: 'articles', docs: docs.slice(at, at + articlesPerTask) };
  }
  function* ranges(): Generator<ListingRange> {
    for (const { collection, pages } of listings) {
      for (const { from, to } of pages) yield* listingRanges(catalogue, collection, from, to);
    }
  }
  yield* listingTasks(ranges());
  const changes = { dates: changedDates(catalogue), moved: hasMoved(catalogue) };
  for (const { kind } of overviewKinds) yield { do: 'overview', kind, changes };
}

/** Pages of old addresses in one task. */
const redirectsPerTask = 200;

/** Yields the tasks that render the new and changed pages of old addresses. */
export function* redirectPages(catalogue: Catalogue): Generator<PageTask> {
  let redirects: Redirect[] = [];
  for (const redirect of dirtyRedirects(catalogue)) {
    redirects.push(redirect);
    if (redirects.length < redirectsPerTask) continue;
    yield { do: 'addresses', redirects };
    redirects = [];
  }
  if (redirects.length > 0) yield { do: 'addresses', redirects };
}
