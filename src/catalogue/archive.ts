import type { Archive, DateCount } from '../model/archive.ts';
import type { Extent, Term } from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';
import type { Catalogue } from './database.ts';
import { parseEntry } from './entry.ts';
import { datePartsOf } from './sort-key.ts';

/** Returns an extent of so many articles; the years, as their columns hold them, are NULL where none is dated. */
export const extentOf = (articles: number, first: unknown, last: unknown): Extent =>
  first === null || last === null
    ? { articles }
    : { articles, years: [Number(first), Number(last)] };

/** Returns the year of a column of ages; null where it is NULL or that of the undated. */
export function yearIn(age: unknown): number | null {
  const { year } = datePartsOf(Number(age ?? 0));
  return year === 0 ? null : year;
}

/** Returns how much the whole archive holds. */
export function archiveExtent(catalogue: Catalogue): Extent {
  const one = (sql: string): unknown => catalogue.prepare(sql).get()?.n;
  const accepted = 'FROM documents INDEXED BY timeline WHERE accepted = 1';
  return extentOf(
    Number(one(`SELECT count(*) AS n ${accepted}`)),
    yearIn(one(`SELECT max(age) AS n ${accepted} AND age < 0`)),
    yearIn(one(`SELECT min(age) AS n ${accepted}`)),
  );
}

/** Returns what page kinds may ask of the whole archive. */
export function openArchive(catalogue: Catalogue): Archive {
  return {
    extent: () => archiveExtent(catalogue),
    latest: (count) =>
      catalogue
        .prepare('SELECT entry FROM documents WHERE accepted = 1 ORDER BY age, id LIMIT ?')
        .all(count)
        .map(({ entry }) => parseEntry(entry)),
    *dates(): Generator<DateCount> {
      const rows = catalogue.prepare(
        'SELECT age, count(*) AS articles FROM documents INDEXED BY timeline WHERE accepted = 1 GROUP BY age ORDER BY age',
      );
      for (const row of rows.iterate()) {
        yield { ...datePartsOf(Number(row.age)), articles: Number(row.articles) };
      }
    },
    *terms(kind: TermKind): Generator<Term> {
      const rows = catalogue.prepare('SELECT * FROM sets WHERE kind = ? ORDER BY slug');
      for (const row of rows.iterate(kind)) {
        const { slug, name, articles, first_year, last_year } = row;
        yield {
          kind,
          ...{ slug: String(slug), name: String(name) },
          ...extentOf(Number(articles), first_year, last_year),
        };
      }
    },
  };
}
