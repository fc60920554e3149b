import { address } from '../model/address.ts';
import type { Output } from './output.ts';
import { sitemapIndexPath } from './sitemap.ts';

/** Place of the file that tells crawlers what they may read. */
export const robotsPath = 'robots.txt';

/**
 * Returns `robots.txt`: everything may be read; where the sitemap is, if it is known where the archive
 * will be published. Crawlers ask for it at the root of a host only.
 */
export const robots = (baseUrl: string | undefined): string =>
  `User-agent: *\nAllow: /\n${
    baseUrl === undefined ? '' : `\nSitemap: ${address(baseUrl, sitemapIndexPath)}\n`
  }`;

/** `robots.txt`, where it is known where the site will be published. */
export const robotsOutput: Output = {
  name: 'robots',
  reserves: /^robots\.txt$/,
  changesWith: 'archive',
  *files({ config: { baseUrl } }) {
    if (baseUrl !== undefined) yield { outputPath: robotsPath, content: robots(baseUrl) };
  },
};
