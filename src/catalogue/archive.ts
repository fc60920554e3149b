import type { Archive, DateCount } from '../model/archive.ts';
import type { Extent, Term } from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';
import { partsOfAge } from './age.ts';
import { parseEntry } from './entry.ts';
import type { Catalogue } from './open.ts';

/** Returns an extent of so many articles; the years are absent where none is dated. */
export function extentOf(articles: number, first: number, last: number): Extent {
  return last > 0 ? { articles, years: [first, last] } : { articles };
}

/** Returns how much the whole archive holds. */
export function archiveExtent(catalogue: Catalogue): Extent {
  const one = (sql: string): number => Number(catalogue.prepare(sql).get()?.n ?? 0);
  const accepted = 'FROM documents INDEXED BY timeline WHERE accepted = 1';
  return extentOf(
    one(`SELECT count(*) AS n ${accepted}`),
    partsOfAge(one(`SELECT max(age) AS n ${accepted} AND age < 0`)).year,
    partsOfAge(one(`SELECT min(age) AS n ${accepted}`)).year,
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
        yield { ...partsOfAge(Number(row.age)), articles: Number(row.articles) };
      }
    },
    *terms(kind: TermKind): Generator<Term> {
      const rows = catalogue.prepare('SELECT * FROM sets WHERE kind = ? ORDER BY slug');
      for (const row of rows.iterate(kind)) {
        const { slug, name, articles, first_year, last_year } = row;
        yield {
          kind,
          ...{ slug: String(slug), name: String(name) },
          ...extentOf(Number(articles), Number(first_year), Number(last_year)),
        };
      }
    },
  };
}
