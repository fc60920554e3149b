import { address } from '../model/address.ts';
import type { Listing, PageHead } from '../model/page.ts';
import { linkedData } from './linked-data.ts';
import type { SiteContext } from './page-kind.ts';

/**
 * Returns the metadata of a listing's page for programs: a CollectionPage of schema.org with its
 * articles in order, and its feed; without `baseUrl` only the feed.
 *
 * @param feed output path of the feed
 */
export function listingHead(
  { outputPath, title }: { readonly outputPath: string; readonly title: string },
  { entries }: Listing,
  { config, messages }: SiteContext,
  feed?: string,
): PageHead {
  const { baseUrl, name } = config;
  if (baseUrl === undefined) return { tags: [], linkedData: undefined, feed };
  const data = linkedData({
    '@type': 'CollectionPage',
    '@id': address(baseUrl, outputPath),
    url: address(baseUrl, outputPath),
    name: title,
    inLanguage: messages.language,
    isPartOf: { '@type': 'WebSite', name, url: address(baseUrl, 'index.html') },
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: entries.length,
      itemListElement: entries.map((entry) => address(baseUrl, entry.outputPath)),
    },
  });
  return {
    tags: [
      { name: 'og:title', content: title },
      { name: 'og:type', content: 'website' },
    ],
    linkedData: data,
    feed,
  };
}
