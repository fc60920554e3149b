import { termSlug } from '../../arabic/slug.ts';
import type { PlaceLink, TermKind } from '../../model/page.ts';
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
  page(placed) {
    const { url, title, description, metadata } = placed.article;
    const { date, source, authors = [] } = metadata;
    const data = {
      ...placed,
      date: date && datePlace(date),
      source: source === undefined ? undefined : link('source', source),
      authors: authors.map((name) => link('author', name)),
    };
    return { kind: 'article', url, title, description, data };
  },
};
