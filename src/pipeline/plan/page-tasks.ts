import {
  type CountedCollection,
  countedCollections,
  cursorsAt,
} from '../../catalogue/collections.ts';
import { type Cursor, firstCursor } from '../../catalogue/cursor.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { cursorsEvery } from '../../catalogue/timeline.ts';
import { overviewKinds } from '../../pages/kinds.ts';
import { listingPages, listingSize } from '../../pages/listing.ts';
import type { ListingRange, PageTask } from '../workers/tasks.ts';
import { type AffectedListing, affectedArticles, hasListing } from './affected-pages.ts';

/** Articles in one task. */
const articlesTogether = 100;

/** Pages of listings in one task. */
const pagesTogether = 20;

/** Splits the pages `from` down to `to` of a listing into runs of at most `pagesTogether`. */
function* listingRuns(
  catalogue: Catalogue,
  set: CountedCollection,
  from: number,
  to: number,
): Generator<ListingRange> {
  const step = pagesTogether * listingSize;
  // Position of the entry before the first page asked for; the page numbered n ends the oldest 50 n.
  const before = set.extent.articles - from * listingSize;
  const moments = cursorsAt(catalogue, set.key, before > 0 ? before : before + step, step);
  try {
    let after = before > 0 ? moments.next().value : firstCursor;
    for (let high = from; high >= to && after !== undefined; ) {
      const low = Math.max(to, high - pagesTogether + 1);
      yield { ...set, from: high, to: low, after };
      high = low - 1;
      if (high >= to) after = moments.next().value;
    }
  } finally {
    moments.return(undefined);
  }
}

/** Groups short runs into tasks. */
function* listingTasks(runs: Iterable<ListingRange>): Generator<PageTask> {
  let together: ListingRange[] = [];
  let pages = 0;
  for (const run of runs) {
    together.push(run);
    pages += run.from - run.to + 1;
    if (pages < pagesTogether) continue;
    yield { do: 'listings', runs: together };
    together = [];
    pages = 0;
  }
  if (together.length > 0) yield { do: 'listings', runs: together };
}

function* allRuns(catalogue: Catalogue): Generator<ListingRange> {
  for (const set of countedCollections(catalogue)) {
    if (hasListing(set)) yield* listingRuns(catalogue, set, listingPages(set.extent.articles), 1);
  }
}

/** Yields the tasks that make every page of the site. */
export function* allPages(catalogue: Catalogue): Generator<PageTask> {
  let after: Cursor = firstCursor;
  for (const next of cursorsEvery(catalogue, articlesTogether)) {
    yield { do: 'articles-from', after, count: articlesTogether };
    after = next;
  }
  yield { do: 'articles-from', after, count: articlesTogether };
  yield* listingTasks(allRuns(catalogue));
  for (const { kind } of overviewKinds) yield { do: 'overview', kind };
}

/** Returns how many pages of articles and listings the site has. */
export function expectedPages(catalogue: Catalogue): number {
  let pages = 0;
  for (const set of countedCollections(catalogue)) {
    if (set.key.of === 'all') pages += set.extent.articles;
    if (hasListing(set)) pages += listingPages(set.extent.articles);
  }
  return pages;
}

/** Yields the tasks that make the pages which changes affect, and every page that sums the archive up. */
export function* affectedPages(
  catalogue: Catalogue,
  listings: readonly AffectedListing[],
): Generator<PageTask> {
  const docs = [...affectedArticles(catalogue)];
  for (let at = 0; at < docs.length; at += articlesTogether) {
    yield { do: 'articles', docs: docs.slice(at, at + articlesTogether) };
  }
  function* runs(): Generator<ListingRange> {
    for (const { set, pages } of listings) {
      for (const { from, to } of pages) yield* listingRuns(catalogue, set, from, to);
    }
  }
  yield* listingTasks(runs());
  for (const { kind } of overviewKinds) yield { do: 'overview', kind };
}
