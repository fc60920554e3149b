import type { ArticleSet, ListingKind } from '../define-page.ts';
import { listingTitle } from '../listing-title.ts';
import { termPlace } from '../places.ts';

/** The articles of each author. */
export const author: ListingKind<'author', Extract<ArticleSet, { of: 'term' }>> = {
  kind: 'author',
  of: 'term',
  term: 'author',
  place: ({ slug }, number) => termPlace('author', slug, number),
  page({ name }, url, listing, site) {
    const title = listingTitle(name, listing, site);
    const description = site.messages.articlesOfAuthor.replace('{name}', () => name);
    return { kind: 'author', url, title, description, data: { term: { name }, listing } };
  },
};
