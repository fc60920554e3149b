import type { Archive } from '../model/archive.ts';
import type { CalendarKey } from '../model/calendar.ts';
import { compareCodePoints } from '../model/code-points.ts';
import type { Entry } from '../model/page.ts';
import { keepRecentBy } from '../model/recent.ts';
import type { Catalogue } from './database.ts';
import { docsIn } from './document-numbers.ts';
import { type EntryReader, entriesOf } from './entry.ts';
import { sortKeyOf } from './sort-key.ts';

/** Articles of one date that are looked at: more than any newspaper prints in a day. */
const lookedAt = 5000;

/** Entries of a date that are kept for the pages that show it: those of its month and year in each calendar. */
const keptEntries = 40;

/** Dates whose entries are kept, at least: those of a year. */
const keptDates = 366;

/** Compares values by code unit; a missing one comes last. */
function compare<T extends string | number>(a: T | undefined, b: T | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}

/** Compares articles of one date by source and page; of one page by id. */
const bySourceAndPage = (a: Entry, b: Entry): number =>
  compare(a.source, b.source) || compare(a.page, b.page) || compare(a.id, b.id);

/** Comes after every source. */
const noSource = '\u{10FFFF}';

/** Comes after every page. */
const noPage = 1e9;

/** Returns at most `count` entries of a date, first those that open each source. */
function openingEntries(entries: readonly Entry[], count: number): readonly Entry[] {
  const places = new Map<string, number>();
  return entries
    .map((entry) => ({ entry, source: entry.source ?? noSource, page: entry.page ?? noPage }))
    .sort((a, b) => a.page - b.page || compareCodePoints(a.entry.id, b.entry.id))
    .map(({ entry, source }) => {
      const place = places.get(source) ?? 0;
      places.set(source, place + 1);
      return { entry, source, place };
    })
    .sort((a, b) => a.place - b.place || compareCodePoints(a.source, b.source))
    .slice(0, count)
    .map(({ entry }) => entry);
}

/**
 * Returns the query that finds the leading articles of a date: by source and page, and where there are too many,
 * first those that open each source. What it finds is kept; the catalogue must not change meanwhile.
 */
export function leadingEntries(catalogue: Catalogue, read: EntryReader): Archive['leading'] {
  const ofDate = catalogue.prepare(
    'SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 AND sort_key = ? LIMIT ?',
  );
  ofDate.setReturnArrays(true);
  const firstOf = (date: CalendarKey, count: number): readonly Entry[] =>
    openingEntries(entriesOf(read, docsIn(ofDate.all(sortKeyOf(date), lookedAt))), count);
  const kept = keepRecentBy(
    keptDates,
    (date: CalendarKey) => sortKeyOf(date),
    (date) => firstOf(date, keptEntries),
  );
  return (date, count) => {
    const first = count <= keptEntries ? kept(date).slice(0, count) : firstOf(date, count);
    return first.toSorted(bySourceAndPage);
  };
}
