import { machineDate } from '../calendar/dates.ts';
import { certainDay } from '../calendar/edtf.ts';
import { address } from '../model/address.ts';
import type { PlainDate } from '../model/date.ts';
import type { Entry } from '../model/page.ts';
import { type FeedContent, feedSize } from './feed.ts';
import type { Output } from './output.ts';

/** Output path of the JSON Feed. */
export const jsonFeedPath = 'feed.json';

/** The start of a day in RFC 3339; undefined where the day is unknown or uncertain, as in RSS. */
const publishedInstant = (date: PlainDate): string | undefined =>
  certainDay(date) && `${machineDate(date)}T00:00:00Z`;

function item(entry: Entry, baseUrl: string): unknown {
  const { outputPath, title, description, date, updated, language, picture } = entry;
  const url = address(baseUrl, outputPath);
  return {
    ...{ id: url, url, title },
    // Required by the format; the description, as in listings.
    content_text: description,
    date_published: date && publishedInstant(date),
    date_modified: updated && publishedInstant(updated),
    language,
    image: picture && address(baseUrl, picture.outputPath),
  };
}

/**
 * Returns the newest articles as a JSON Feed (version 1.1); undefined without `baseUrl`.
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

/** The JSON Feed of the newest articles, the same as in the RSS feed. */
export const jsonFeedOutput: Output = {
  name: 'json-feed',
  reserves: /^feed\.json$/,
  changesWith: 'archive',
  *files({ config, messages, archive }) {
    const content = jsonFeed({ config, messages, entries: archive.latest(feedSize) });
    if (content !== undefined) yield { outputPath: jsonFeedPath, content };
  },
};
