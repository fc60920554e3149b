import type { Archive, PlacedArticle, ReportedHeading } from '../model/archive.ts';
import type { Article } from '../model/article.ts';
import type { Entry, Extent } from '../model/page.ts';
import { type Catalogue, toEntry } from './store.ts';

/** Keys with an undefined value are not in the JSON; reading them gives undefined all the same. */
const parse = <T>(row: Record<string, unknown>, column: string): T =>
  JSON.parse(String(row[column])) as T;

/** Returns what page kinds may ask of the archive; every answer is read in order and in pieces. */
export function openArchive(catalogue: Catalogue): Archive {
  const extent = catalogue.prepare(
    'SELECT count(*) AS articles, min(year) AS first, max(year) AS last FROM entries',
  );
  const entries = 'SELECT entry FROM entries ORDER BY sort_date DESC, id';
  const articles =
    'SELECT article FROM entries JOIN articles USING (id) ORDER BY sort_date DESC, entries.id';
  return {
    extent(): Extent {
      const row = extent.get() ?? {};
      const { first, last } = row;
      const count = Number(row.articles);
      return typeof first === 'number' && typeof last === 'number'
        ? { articles: count, years: [first, last] }
        : { articles: count };
    },
    *entries(): Generator<Entry> {
      // A statement of its own for each reading: two may go on at once.
      for (const row of catalogue.prepare(entries).iterate()) yield parse<Entry>(row, 'entry');
    },
    *articles(): Generator<PlacedArticle> {
      let newer: Entry | undefined;
      let current: Article | undefined;
      for (const row of catalogue.prepare(articles).iterate()) {
        const older = parse<Article>(row, 'article');
        if (current !== undefined) yield { article: current, newer, older: toEntry(older) };
        newer = current && toEntry(current);
        current = older;
      }
      if (current !== undefined) yield { article: current, newer, older: undefined };
    },
  };
}

/** How many sections of each origin the archive shows. */
export interface SectionCounts {
  readonly sections: number;
  readonly recovered: number;
  readonly marked: number;
  readonly editor: number;
}

/** Returns the number of sections by origin. */
export function countSections(catalogue: Catalogue): SectionCounts {
  const rows = catalogue
    .prepare('SELECT origin, count(*) AS n FROM headings WHERE shown = 1 GROUP BY origin')
    .all();
  const of = (origin: string): number => Number(rows.find((row) => row.origin === origin)?.n ?? 0);
  const [recovered, marked, editor] = [of('recovered'), of('marked'), of('editor')];
  return { sections: recovered + marked + editor, recovered, marked, editor };
}

/** Returns the first `limit` headings that recovery found or suggests, in the order of the files. */
export function reportedHeadings(catalogue: Catalogue, limit: number): readonly ReportedHeading[] {
  return catalogue
    .prepare(
      "SELECT * FROM headings WHERE path IN (SELECT path FROM headings WHERE origin = 'recovered' GROUP BY path ORDER BY path) ORDER BY path, rowid LIMIT ?",
    )
    .all(limit)
    .map((row) => ({
      file: String(row.path),
      heading: String(row.heading),
      origin: row.origin as ReportedHeading['origin'],
      confidence: Number(row.confidence),
      shown: row.shown === 1,
    }));
}
