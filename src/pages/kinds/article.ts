import { article } from '../../../templates/article.ts';
import type { ArticleData } from '../../../templates/partials/article-data.ts';
import { address } from '../../model/address.ts';
import type { ArticleTerm } from '../../model/article.ts';
import type { TermMention } from '../../model/page.ts';
import type { TermKind } from '../../model/term-kind.ts';
import { citationOf } from '../../outputs/citation.ts';
import { citationFiles } from '../../outputs/citations.ts';
import { articleHead } from '../article-head.ts';
import { articleLanguage } from '../article-language.ts';
import type { ArticleKind } from '../define-page.ts';
import { downloadsOf } from '../downloads.ts';
import { datePath, termPath } from '../output-paths.ts';

/** Terms of one kind as links; a writer is called what the byline calls him. */
const links = (terms: readonly ArticleTerm[], wanted: TermKind): readonly TermMention[] =>
  terms
    .filter(({ kind }) => kind === wanted)
    .map(({ kind, slug, name, printed, found }) => ({
      name: kind === 'author' ? (printed ?? name) : name,
      outputPath: termPath(kind, slug),
      found,
    }));

/** One page for each article. */
export const articlePage: ArticleKind<'article', ArticleData> = {
  kind: 'article',
  template: article,
  of: 'article',
  page(placed, { config, messages }) {
    const { outputPath, title, description, metadata, terms } = placed.article;
    const { date } = metadata;
    const permalink = config.baseUrl && address(config.baseUrl, outputPath);
    const language = articleLanguage(placed.article, messages.language);
    const citation = citationOf(placed.article, permalink, language);
    const { newer, older, newerOfSource, olderOfSource } = placed;
    const isSame = newer?.id === newerOfSource?.id && older?.id === olderOfSource?.id;
    const data = {
      ...{ article: placed.article, newer, older, related: placed.related },
      newerOfSource: isSame ? undefined : newerOfSource,
      olderOfSource: isSame ? undefined : olderOfSource,
      date: date && datePath(date),
      source: links(terms, 'source')[0],
      section: links(terms, 'section')[0],
      authors: links(terms, 'author'),
      subjects: links(terms, 'subject'),
      people: links(terms, 'person'),
      places: links(terms, 'place'),
      citation,
      downloads: downloadsOf(placed.article, config, placed.original),
      citationFiles: citationFiles(citation),
    };
    const head = articleHead(placed.article, { siteName: config.name, language, permalink });
    return { kind: 'article', outputPath, title, description, head, data };
  },
};
