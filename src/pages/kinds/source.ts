import type { ArticleSet, ListingKind } from '../define-page.ts';
import { listingTitle } from '../listing-title.ts';
import { termPlace } from '../places.ts';

/** The articles of each source. */
export const source: ListingKind<'source', Extract<ArticleSet, { of: 'term' }>> = {
  kind: 'source',
  of: 'term',
  term: 'source',
  place: ({ slug }, number) => termPlace('source', slug, number),
  page({ name }, url, listing, site) {
    const title = listingTitle(name, listing, site);
    const description = site.messages.articlesOfSource.replace('{name}', () => name);
    return { kind: 'source', url, title, description, data: { term: { name }, listing } };
  },
};
