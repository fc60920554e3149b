import { leftPlaces, type SetChange, setChanges } from '../catalogue/changes.ts';
import { kinDocuments } from '../catalogue/kin.ts';
import type { Catalogue } from '../catalogue/open.ts';
import {
  type PublishedFile,
  publishedAt,
  unplannedBeside,
  unplannedFiles,
} from '../catalogue/pages.ts';
import {
  type CountedSet,
  countedSet,
  countedSets,
  countOlder,
  momentsAt,
  refreshSet,
} from '../catalogue/sets.ts';
import {
  beforeAll,
  freshDocuments,
  freshPlaces,
  isTaken,
  type Moment,
  momentsEvery,
  neighbourDocuments,
} from '../catalogue/timeline.ts';
import { isDownloadOf, originalsFolder } from '../pages/downloads.ts';
import { listingKindOf, overviewKinds } from '../pages/kinds.ts';
import { listingPages, listingSize } from '../pages/listing.ts';
import { articleSet, overviewOwner, ownerOf } from './render.ts';
import type { ListingRun, PageTask } from './tasks.ts';

/** Articles in one task. */
const articlesTogether = 100;

/** Pages of listings in one task. */
const pagesTogether = 20;

/** Cuts the pages `from` down to `to` of a listing into runs that are not too long. */
function* listingRuns(
  catalogue: Catalogue,
  set: CountedSet,
  from: number,
  to: number,
): Generator<ListingRun> {
  const step = pagesTogether * listingSize;
  // Place of the entry before the first page asked for; the page numbered n ends the oldest 50 n.
  const before = set.extent.articles - from * listingSize;
  const moments = momentsAt(catalogue, set.key, before > 0 ? before : before + step, step);
  try {
    let after = before > 0 ? moments.next().value : beforeAll;
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

/** Puts short runs together into tasks. */
function* listingTasks(runs: Iterable<ListingRun>): Generator<PageTask> {
  let together: ListingRun[] = [];
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

/** Whether a set has a listing although it holds nothing: the list of all articles does. */
const listed = ({ key, extent }: CountedSet): boolean => key.of === 'all' || extent.articles > 0;

function* allRuns(catalogue: Catalogue): Generator<ListingRun> {
  for (const set of countedSets(catalogue)) {
    if (listed(set)) yield* listingRuns(catalogue, set, listingPages(set.extent.articles), 1);
  }
}

/** Yields the tasks that make every page of the site. */
export function* allPages(catalogue: Catalogue): Generator<PageTask> {
  let after: Moment = beforeAll;
  for (const next of momentsEvery(catalogue, articlesTogether)) {
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
  for (const set of countedSets(catalogue)) {
    if (set.key.of === 'all') pages += set.extent.articles;
    if (listed(set)) pages += listingPages(set.extent.articles);
  }
  return pages;
}

/** The pages of one set that may show something else than before. */
function* changedRuns(
  catalogue: Catalogue,
  { key, moved, shown }: SetChange,
  renamed: boolean,
): Generator<ListingRun> {
  const set = countedSet(catalogue, key);
  if (!listed(set)) return;
  const { articles } = set.extent;
  const pages = listingPages(articles);
  const pageOf = (moment: Moment): number =>
    Math.min(pages, Math.floor(countOlder(catalogue, key, moment) / listingSize) + 1);
  let lowest = pages + 1;
  if (renamed) lowest = 1;
  else if (moved !== undefined) {
    // The page that was the newest before has another place now, and the one below it links there.
    const newestBefore = listingPages(Math.max(0, articles - moved.count));
    lowest = Math.max(1, Math.min(pageOf(moved.oldest), newestBefore - 1));
  }
  if (lowest <= pages) yield* listingRuns(catalogue, set, pages, lowest);
  for (const page of new Set(shown.map(pageOf))) {
    if (page < lowest) yield* listingRuns(catalogue, set, page, page);
  }
}

/** What a build that does not make every page makes, and which owners it leaves no other page. */
export interface ChangedPages {
  readonly tasks: Iterable<PageTask>;
  /** Sets whose listings changed. */
  readonly changes: readonly SetChange[];
}

/** Returns the tasks that make the pages which may show something else than they did. */
export function changedPages(catalogue: Catalogue): ChangedPages {
  const changes = [...setChanges(catalogue)];
  const renamed = new Set(
    changes.filter(({ key }) => key.of === 'term' && refreshSet(catalogue, key.term, key.slug)),
  );
  function* tasks(): Generator<PageTask> {
    const docs = new Set(freshDocuments(catalogue));
    for (const doc of neighbourDocuments(catalogue)) docs.add(doc);
    for (const doc of kinDocuments(catalogue)) docs.add(doc);
    const all = [...docs];
    for (let at = 0; at < all.length; at += articlesTogether) {
      yield { do: 'articles', docs: all.slice(at, at + articlesTogether) };
    }
    function* runs(): Generator<ListingRun> {
      for (const change of changes) yield* changedRuns(catalogue, change, renamed.has(change));
    }
    yield* listingTasks(runs());
    for (const { kind } of overviewKinds) yield { do: 'overview', kind };
  }
  return { tasks: tasks(), changes };
}

/** Yields the files that must not be there any more, after the pages of `changedPages` were made. */
export function* leftFiles(
  catalogue: Catalogue,
  build: number,
  changes: readonly SetChange[],
): Generator<PublishedFile> {
  for (const { key } of changes) {
    const set = countedSet(catalogue, key);
    const shown = articleSet(key, set.name);
    const kind = listingKindOf(shown);
    const pages = listed(set) ? listingPages(set.extent.articles) : 0;
    const places = new Set<string>();
    for (let page = 1; page <= pages; page += 1) {
      places.add(kind.place(shown, page === pages ? undefined : page));
    }
    if (pages > 0 && kind.feed !== undefined) places.add(kind.feed(shown));
    for (const file of unplannedFiles(catalogue, build, ownerOf(key))) {
      if (!places.has(file.url)) yield file;
    }
  }
  for (const { kind } of overviewKinds) {
    yield* unplannedFiles(catalogue, build, overviewOwner(kind));
  }
  const published = publishedAt(catalogue);
  const places = leftPlaces(catalogue);
  for (const url of places) {
    const file = published(url);
    if (file !== undefined && !isTaken(catalogue, url)) yield file;
  }
  // What an article can be taken away as may have another name now, or belong to none any more.
  const downloads = unplannedBeside(catalogue, build, ['', `${originalsFolder}/`]);
  for (const url of new Set([...places, ...freshPlaces(catalogue)])) {
    for (const file of downloads(url)) if (isDownloadOf(url, file.url)) yield file;
  }
}
