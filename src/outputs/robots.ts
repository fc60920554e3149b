import { address } from '../model/address.ts';
import type { Output } from './output.ts';
import { sitemapIndexPath } from './sitemap.ts';

/** Output path of `robots.txt`. */
export const robotsPath = 'robots.txt';

/**
 * Returns `robots.txt`: everything is allowed; names the sitemap where `baseUrl` is set. Crawlers read it
 * only at the root of a host.
 */
export const robots = (baseUrl: string | undefined): string =>
  `User-agent: *\nAllow: /\n${
    baseUrl === undefined ? '' : `\nSitemap: ${address(baseUrl, sitemapIndexPath)}\n`
  }`;

/** `robots.txt`; none without `baseUrl`. */
export const robotsOutput: Output = {
  name: 'robots',
  reserves: /^robots\.txt$/,
  changesWith: 'archive',
  *files({ config: { baseUrl } }) {
    if (baseUrl !== undefined) yield { outputPath: robotsPath, content: robots(baseUrl) };
  },
};
