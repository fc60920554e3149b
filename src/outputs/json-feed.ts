import { machineDate } from '../calendar/dates.ts';
import { certainDay } from '../calendar/edtf.ts';
import { address } from '../model/address.ts';
import type { PlainDate } from '../model/date.ts';
import type { Entry } from '../model/page.ts';
import { type FeedContent, feedSize } from './feed.ts';
import type { Output } from './output.ts';

/** Place of the feed as JSON. */
export const jsonFeedPath = 'feed.json';

/** A date as RFC 3339 writes it; absent where the day is not known or in doubt, as in the other feed. */
const published = (date: PlainDate): string | undefined =>
  certainDay(date) && `${machineDate(date)}T00:00:00Z`;

function item({ outputPath, title, description, date, language }: Entry, baseUrl: string): unknown {
  const place = address(baseUrl, outputPath);
  return {
    ...{ id: place, url: place, title },
    // The format wants a content; it is the beginning of the text, as in lists.
    content_text: description,
    date_published: date && published(date),
    language,
  };
}

/**
 * Returns the newest articles as a JSON Feed (version 1.1), or undefined where it is not known where
 * the archive will be published.
 */
export function jsonFeed({ config, entries, messages }: FeedContent): string | undefined {
  const { baseUrl, name, description } = config;
  if (baseUrl === undefined) return undefined;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    ...{ description, language: messages.language },
    home_page_url: address(baseUrl, 'index.html'),
    feed_url: address(baseUrl, jsonFeedPath),
    items: entries.slice(0, feedSize).map((entry) => item(entry, baseUrl)),
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}

/** The same articles as in the RSS feed, as a JSON Feed. */
export const jsonFeedOutput: Output = {
  name: 'json-feed',
  reserves: /^feed\.json$/,
  changesWith: 'archive',
  *files({ config, messages, archive }) {
    const content = jsonFeed({ config, messages, entries: archive.latest(feedSize) });
    if (content !== undefined) yield { outputPath: jsonFeedPath, content };
  },
};
