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

const links = (kind: TermKind, names: readonly string[] = []): readonly PlaceLink[] =>
  names.map((name) => link(kind, name));

/** One page for each article. */
export const article: ArticleKind<'article'> = {
  kind: 'article',
  of: 'article',
  page(placed, { config, messages }) {
    const { url, title, description, metadata } = placed.article;
    const { date, source, section, authors, topics, people, places } = metadata;
    const permalink = config.baseUrl && address(config.baseUrl, url);
    const language = articleLanguage(placed.article, messages.language);
    const citation = citationOf(placed.article, permalink, language);
    const data = {
      ...placed,
      date: date && datePlace(date),
      source: source === undefined ? undefined : link('source', source),
      section: section === undefined ? undefined : link('section', section),
      authors: links('author', authors),
      subjects: links('subject', topics),
      people: links('person', people),
      places: links('place', places),
      citation,
      citationFiles: citationFiles(citation),
    };
    const head = articleHead(placed.article, { siteName: config.name, language, permalink });
    return { kind: 'article', url, title, description, head, data };
  },
};
