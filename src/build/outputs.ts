import { openArchive } from '../catalogue/archive.ts';
import type { Catalogue } from '../catalogue/database.ts';
import { pageUrls } from '../catalogue/pages.ts';
import type { Config } from '../model/config.ts';
import { atom, atomPlace } from '../outputs/atom.ts';
import { feed, feedPlace, feedSize } from '../outputs/feed.ts';
import { jsonFeed, jsonFeedPlace } from '../outputs/json-feed.ts';
import { openSearch, openSearchPlace } from '../outputs/open-search.ts';
import { robots, robotsPlace } from '../outputs/robots.ts';
import { partPlace, sitemapIndex, sitemapPlace, sitemaps } from '../outputs/sitemap.ts';
import { homePlace, searchPlace } from '../pages/places.ts';
import { messagesFor } from '../pages/templates.ts';
import type { Assets } from '../render/assets.ts';

/** A file of the site that is no page. */
export interface OutputFile {
  readonly url: string;
  readonly content: string | Uint8Array;
}

/** Yields style sheets and fonts; where it is known where the site will be, its feed and robots.txt. */
export function* outputFiles(
  config: Config,
  catalogue: Catalogue,
  assets: Assets,
): Generator<OutputFile> {
  for (const { url, bytes } of assets.files) yield { url, content: bytes };
  const entries = openArchive(catalogue).latest(feedSize);
  const shown = { config, entries, messages: messagesFor(config.language) };
  const own = { title: config.name, url: atomPlace, page: homePlace };
  const feeds = [
    { url: feedPlace, content: feed(shown) },
    { url: jsonFeedPlace, content: jsonFeed(shown) },
    { url: atomPlace, content: atom({ ...shown, ...own }) },
  ];
  for (const { url, content } of feeds) if (content !== undefined) yield { url, content };
  if (config.baseUrl === undefined) return;
  yield { url: robotsPlace, content: robots(config.baseUrl) };
  if (!config.search) return;
  const content = openSearch(config, config.baseUrl, searchPlace);
  yield { url: openSearchPlace, content };
}

/** Yields the sitemaps of the site's pages, and their index; none where its address is not known. */
export function* sitemapFiles({ baseUrl }: Config, catalogue: Catalogue): Generator<OutputFile> {
  if (baseUrl === undefined) return;
  const parts: string[] = [];
  for (const content of sitemaps(baseUrl, pageUrls(catalogue))) {
    const url = partPlace(parts.length + 1);
    parts.push(url);
    yield { url, content };
  }
  yield { url: sitemapPlace, content: sitemapIndex(baseUrl, parts) };
}
