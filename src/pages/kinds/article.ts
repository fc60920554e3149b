import { termSlug } from '../../arabic/slug.ts';
import { address } from '../../model/address.ts';
import type { PlaceLink, TermKind } from '../../model/page.ts';
import { articleHead } from '../article-head.ts';
import { articleLanguage } from '../article-language.ts';
import { citationFiles, citationOf } from '../citation.ts';
import type { ArticleKind } from '../define-page.ts';
import { datePlace, termPlace } from '../places.ts';

const link = (kind: TermKind, name: string): PlaceLink => ({
  name,
  url: termPlace(kind, termSlug(name)),
});

/** One page for each article. */
export const article: ArticleKind<'article'> = {
  kind: 'article',
  of: 'article',
  page(placed, { config, messages }) {
    const { url, title, description, metadata } = placed.article;
    const { date, source, authors = [] } = metadata;
    const permalink = config.baseUrl && address(config.baseUrl, url);
    const language = articleLanguage(placed.article, messages.language);
    const citation = citationOf(placed.article, permalink, language);
    const data = {
      ...placed,
      date: date && datePlace(date),
      source: source === undefined ? undefined : link('source', source),
      authors: authors.map((name) => link('author', name)),
      citation,
      citationFiles: citationFiles(citation),
    };
    const head = articleHead(placed.article, { siteName: config.name, language, permalink });
    return { kind: 'article', url, title, description, head, data };
  },
};
