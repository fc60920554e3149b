import { type ArticlesData, articles } from '../../../templates/articles.ts';
import type { ArticleSet, ListingKind } from '../define-page.ts';
import { listingHead } from '../listing-head.ts';
import { listingTitle } from '../listing-title.ts';
import { allArticlesPath } from '../output-paths.ts';

/** The list of all articles. */
export const articlesPage: ListingKind<
  'articles',
  ArticlesData,
  Extract<ArticleSet, { of: 'all' }>
> = {
  kind: 'articles',
  template: articles,
  of: 'all',
  reserves: /^all\/(?:index|page-\d+)\.html$/,
  place: (_, number) => allArticlesPath(number),
  page(_, outputPath, listing, site) {
    const title = listingTitle(site.messages.allArticles, listing, site);
    const head = listingHead({ outputPath, title }, listing, site);
    return { kind: 'articles', outputPath, title, description: title, head, data: { listing } };
  },
};
