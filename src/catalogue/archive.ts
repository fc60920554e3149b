import type { Archive, DateCount } from '../model/archive.ts';
import type { CalendarKey } from '../model/calendar.ts';
import { pathKeyOf } from '../model/old-path.ts';
import type { Extent, Term } from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';
import type { Catalogue } from './database.ts';
import { docsIn } from './document-numbers.ts';
import { type EntryReader, entriesOf, entryReader } from './entry.ts';
import { leadingEntries } from './leading-entries.ts';
import { dateOfSortKey, datePartsOf } from './sort-key.ts';
import { withheldAddresses } from './withheld.ts';

/** Returns the extent of a number of articles; `first` and `last` are year columns, NULL where no article is dated. */
export const extentOf = (articles: number, first: unknown, last: unknown): Extent =>
  first === null || last === null
    ? { articles }
    : { articles, years: [Number(first), Number(last)] };

/** Returns the year of a `sort_key` column; null where it is NULL or 0 (undated). */
export function yearIn(sortKey: unknown): number | null {
  const { year } = datePartsOf(Number(sortKey ?? 0));
  return year === 0 ? null : year;
}

/** Returns the number of articles in the archive and the years they span. */
export function archiveExtent(catalogue: Catalogue): Extent {
  const value = (sql: string): unknown => catalogue.prepare(sql).get()?.n;
  const accepted = 'FROM documents INDEXED BY timeline WHERE accepted = 1';
  return extentOf(
    Number(value(`SELECT count(*) AS n ${accepted}`)),
    yearIn(value(`SELECT max(sort_key) AS n ${accepted} AND sort_key < 0`)),
    yearIn(value(`SELECT min(sort_key) AS n ${accepted}`)),
  );
}

/** Tells whether any article says on which day it was changed. */
export const hasModified = (catalogue: Catalogue): boolean =>
  catalogue.prepare('SELECT 1 FROM documents WHERE modified IS NOT NULL LIMIT 1').get() !==
  undefined;

/** The newest dates of the archive, as far as it states any. */
export interface NewestDates {
  readonly published: CalendarKey;
  /** EDTF. */
  readonly changed: string | undefined;
}

/** Returns the newest dates on which an article was published and changed. */
export function newestDates(catalogue: Catalogue): NewestDates {
  const first = (sql: string) => catalogue.prepare(sql).get()?.n;
  const changed = first(
    'SELECT max(modified) AS n FROM documents WHERE accepted = 1 AND modified IS NOT NULL',
  );
  return {
    published: dateOfSortKey(
      Number(
        first('SELECT min(sort_key) AS n FROM documents INDEXED BY timeline WHERE accepted = 1') ??
          0,
      ),
    ),
    changed: typeof changed === 'string' ? changed : undefined,
  };
}

/**
 * Returns the queries that page kinds make on the whole archive.
 *
 * @param read the reader of entries, which others may share
 */
export function openArchive(
  catalogue: Catalogue,
  read: EntryReader = entryReader(catalogue),
): Archive {
  return {
    extent: () => archiveExtent(catalogue),
    latest(count) {
      const newest = catalogue.prepare(
        'SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY sort_key, id LIMIT ?',
      );
      newest.setReturnArrays(true);
      return entriesOf(read, docsIn(newest.all(count)));
    },
    *dates(): Generator<DateCount> {
      const rows = catalogue.prepare(
        'SELECT sort_key, count(*) AS articles FROM documents INDEXED BY timeline WHERE accepted = 1 GROUP BY sort_key ORDER BY sort_key',
      );
      for (const row of rows.iterate()) {
        yield { ...datePartsOf(Number(row.sort_key)), articles: Number(row.articles) };
      }
    },
    leading: leadingEntries(catalogue, read),
    modified() {
      if (!hasModified(catalogue)) return undefined;
      const find = catalogue.prepare(
        'SELECT modified FROM documents WHERE path_key = ? AND accepted = 1 AND output_path = ?',
      );
      return (outputPath) => {
        const row = find.get(pathKeyOf(outputPath), outputPath);
        return typeof row?.modified === 'string' ? row.modified : undefined;
      };
    },
    *terms(kind: TermKind): Generator<Term> {
      const rows = catalogue.prepare('SELECT * FROM collections WHERE kind = ? ORDER BY slug');
      for (const row of rows.iterate(kind)) {
        const { slug, name, articles, first_year, last_year } = row;
        yield {
          kind,
          ...{ slug: String(slug), name: String(name) },
          ...extentOf(Number(articles), first_year, last_year),
        };
      }
    },
    withheld: () => withheldAddresses(catalogue),
  };
}
