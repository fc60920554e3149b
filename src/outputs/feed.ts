import { certainDay, padded } from '../calendar/edtf.ts';
import { dayOfWeek } from '../calendar/gregorian.ts';
import { address } from '../model/address.ts';
import type { Config } from '../model/config.ts';
import type { PlainDate } from '../model/date.ts';
import type { Messages } from '../model/messages.ts';
import type { Entry } from '../model/page.ts';
import type { Output } from './output.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/** Place of the feed. */
export const feedPath = 'feed.xml';

/** Articles in the feed. */
export const feedSize = 50;

/** What the feed shows. */
export interface FeedContent {
  readonly config: Config;
  /** The newest articles, newest first; no more than `feedSize` are taken. */
  readonly entries: readonly Entry[];
  readonly messages: Messages;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
];

/**
 * Returns a date as RFC 822 writes it, at the day's beginning in UTC; undefined where the day is not
 * known or in doubt, because a feed has no way to say so.
 */
export function feedDate(date: PlainDate): string | undefined {
  const known = certainDay(date);
  if (known === undefined) return undefined;
  const { year, month, day } = known;
  const weekday = weekdays[dayOfWeek(date) ?? 0];
  return `${weekday}, ${padded(day, 2)} ${months[month - 1]} ${padded(year, 4)} 00:00:00 +0000`;
}

function item({ outputPath, title, description, date }: Entry, baseUrl: string): string {
  const link = xmlText(address(baseUrl, outputPath));
  const published = date && feedDate(date);
  return `<item>
<title>${xmlText(title)}</title>
<link>${link}</link>
<guid isPermaLink="true">${link}</guid>
<description>${xmlText(description)}</description>
${published === undefined ? '' : `<pubDate>${published}</pubDate>\n`}</item>
`;
}

/**
 * Returns the RSS 2.0 feed of the newest articles, or undefined where it is not known where the
 * archive will be published: a feed names its articles by whole addresses. It changes only with what
 * it shows, so it tells no time of its making.
 */
export function feed({ config, entries, messages }: FeedContent): string | undefined {
  const { baseUrl, name, description } = config;
  if (baseUrl === undefined) return undefined;
  return `${xmlDeclaration}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xmlText(name)}</title>
<link>${xmlText(address(baseUrl, 'index.html'))}</link>
<description>${xmlText(description)}</description>
<language>${xmlText(messages.language)}</language>
<atom:link href="${xmlText(address(baseUrl, feedPath))}" rel="self" type="application/rss+xml"/>
${entries
  .slice(0, feedSize)
  .map((entry) => item(entry, baseUrl))
  .join('')}</channel>
</rss>
`;
}

/** The RSS feed of the newest articles, where it is known where the site will be published. */
export const rssOutput: Output = {
  name: 'rss',
  reserves: /^feed\.xml$/,
  changesWith: 'archive',
  *files({ config, messages, archive }) {
    const content = feed({ config, messages, entries: archive.latest(feedSize) });
    if (content !== undefined) yield { outputPath: feedPath, content };
  },
};
