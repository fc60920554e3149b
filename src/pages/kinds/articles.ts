import { type ArticlesData, articles } from '../../../templates/articles.ts';
import { listingHead } from '../listing-head.ts';
import { listingTitle } from '../listing-title.ts';
import { allArticlesPath } from '../output-paths.ts';
import type { Collection, ListingKind } from '../page-kind.ts';
import { articlesTrail } from '../trail.ts';

/** The list of all articles. */
export const articlesPage: ListingKind<
  'articles',
  ArticlesData,
  Extract<Collection, { of: 'all' }>
> = {
  kind: 'articles',
  template: articles,
  of: 'all',
  reserves: /^all\/(?:index|page-\d+)\.html$/,
  outputPath: (_, number) => allArticlesPath(number),
  page(_, outputPath, listing, site) {
    const title = listingTitle(site.messages.allArticles, listing, site);
    const head = listingHead({ outputPath, title }, listing, site);
    const trail = listing.extent === undefined ? articlesTrail(site) : [];
    const data = { listing };
    return { kind: 'articles', outputPath, title, description: title, head, trail, data };
  },
};
