import { definePage } from '../define-page.ts';
import { listingPages, listingSlices, listingUrl } from '../listing.ts';

/** The list of all articles, fifty a page. */
export const articles = definePage({
  kind: 'articles',
  reserves: /^all\/(?:index|page-\d+)\.html$/,
  *pages({ archive, messages }) {
    const extent = archive.extent();
    const pages = listingPages(extent.articles);
    let page = 0;
    for (const entries of listingSlices(archive.entries(), extent.articles)) {
      page += 1;
      const newer = page > 1 ? listingUrl(page - 1, pages) : undefined;
      const older = page < pages ? listingUrl(page + 1, pages) : undefined;
      yield {
        kind: 'articles',
        url: listingUrl(page, pages),
        title: messages.allArticles,
        description: messages.allArticles,
        data: { extent, listing: { entries, page, pages, newer, older } },
      };
    }
  },
});
