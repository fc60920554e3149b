import { atomOutput } from './atom.ts';
import { rssOutput } from './feed.ts';
import { hostRedirectsOutput } from './host-redirects.ts';
import { jsonFeedOutput } from './json-feed.ts';
import { openSearchOutput } from './open-search.ts';
import type { Output } from './output.ts';
import { robotsOutput } from './robots.ts';
import { sitemapOutput } from './sitemap.ts';
import { tdmOutput } from './tdm-reservation.ts';

/** The outputs of a site, in the order in which they are published. */
export const outputs: readonly Output[] = [
  rssOutput,
  jsonFeedOutput,
  atomOutput,
  robotsOutput,
  tdmOutput,
  openSearchOutput,
  hostRedirectsOutput,
  sitemapOutput,
];
