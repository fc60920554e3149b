import { articleTerms } from '../../src/article/article-terms.ts';
import { defineConfig } from '../../src/config/define.ts';
import { messagesFor } from '../../src/i18n/languages.ts';
import type { Archive, ArticleContext, DateCount } from '../../src/model/archive.ts';
import type { Article } from '../../src/model/article.ts';
import type { Entry, Term } from '../../src/model/page.ts';
import type { WithheldAddress } from '../../src/model/withdrawal.ts';
import type { PlanningContext } from '../../src/pages/page-kind.ts';
/** What a test says of an archive. */
export interface Sample {
  readonly dates?: readonly (readonly [year: number, month: number, day: number, count: number])[];
  readonly terms?: readonly Term[];
  readonly withheld?: readonly WithheldAddress[];
}

/** An archive of which only numbers and names are known. */
export function sampleArchive({ dates = [], terms = [], withheld = [] }: Sample = {}): Archive {
  const counts: readonly DateCount[] = dates.map(([year, month, day, articles]) => {
    return { year, month, day, articles };
  });
  const articles = counts.reduce((sum, count) => sum + count.articles, 0);
  return {
    extent: () => ({ articles }),
    latest: (count) => Array.from({ length: Math.min(count, articles) }, (_, i) => sampleEntry(i)),
    *dates() {
      yield* counts;
    },
    leading: (date, count) => {
      const articles = counts.find(
        ({ year, month, day }) =>
          year === (date.year ?? 0) && month === (date.month ?? 0) && day === (date.day ?? 0),
      )?.articles;
      return Array.from({ length: Math.min(count, articles ?? 0) }, (_, i) => sampleEntry(i));
    },
    modified: () => undefined,
    *terms(kind) {
      yield* terms.filter((term) => term.kind === kind);
    },
    *withheld() {
      yield* withheld;
    },
  };
}

/** An entry that differs from others by its number. */
export const sampleEntry = (number: number): Entry => ({
  id: `${number}`,
  outputPath: `articles/${number}.html`,
  title: `مقال ${number}`,
  description: 'مطلع المقال',
  date: undefined,
  source: undefined,
  readingMinutes: 1,
  language: undefined,
});

/** A term of which a test says what matters to it. */
export const sampleTerm = (given: Pick<Term, 'slug'> & Partial<Term>): Term => ({
  kind: 'source',
  name: given.slug,
  articles: 1,
  ...given,
});

/** An article without text. */
export const sampleArticle = (metadata: Article['metadata']): Article => ({
  id: 'a',
  outputPath: 'articles/a.html',
  title: 'عنوان المقال',
  titleDerived: false,
  description: 'مطلع المقال',
  descriptionDerived: true,
  metadata,
  provenance: { path: 'a.txt', encoding: 'utf-8', sha256: '00', bytes: 1 },
  terms: articleTerms(metadata, () => '', []),
  keywords: [],
  lead: [{ kind: 'paragraph', text: 'نص' }],
  sections: [],
  inferred: [],
  paragraphsRecovered: 0,
  words: 1,
  readingMinutes: 1,
});

/** An article that stands alone: nothing before or after it, nothing like it. */
export const alone = (article: Article): ArticleContext => ({
  ...{
    article,
    newer: undefined,
    older: undefined,
    related: [],
    alsoPublished: [],
    destinations: [],
  },
  ...{ newerOfSource: undefined, olderOfSource: undefined, original: undefined },
});

/** What kinds plan from on a site with the usual settings. */
export function sampleContext(sample?: Sample): PlanningContext {
  const config = defineConfig({});
  return {
    config,
    messages: messagesFor(config.language),
    archive: sampleArchive(sample),
    indexManifest: undefined,
  };
}
