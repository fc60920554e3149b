import { certainDay, padded } from '../calendar/edtf.ts';
import { dayOfWeek } from '../calendar/gregorian.ts';
import { address } from '../model/address.ts';
import type { Config } from '../model/config.ts';
import type { PlainDate } from '../model/date.ts';
import type { Messages } from '../model/messages.ts';
import type { Entry } from '../model/page.ts';
import type { Output } from './output.ts';
import { rightsLine } from './rights-line.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/** Output path of the RSS feed. */
export const feedPath = 'feed.xml';

/** Articles in a feed of the site. */
export const feedSize = 50;

/** Input of a feed of the site. */
export interface FeedContent {
  readonly config: Config;
  /** The newest articles, newest first; at most `feedSize` are used. */
  readonly entries: readonly Entry[];
  readonly messages: Messages;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
];

/**
 * Returns the start of a day in UTC, in the format of RFC 822; undefined where the day is unknown or
 * uncertain, because RSS cannot express that.
 */
export function feedDate(date: PlainDate): string | undefined {
  const certain = certainDay(date);
  if (certain === undefined) return undefined;
  const { year, month, day } = certain;
  const weekday = weekdays[dayOfWeek(date) ?? 0];
  return `${weekday}, ${padded(day, 2)} ${months[month - 1]} ${padded(year, 4)} 00:00:00 +0000`;
}

function item({ outputPath, title, description, date, picture }: Entry, baseUrl: string): string {
  const link = xmlText(address(baseUrl, outputPath));
  const published = date && feedDate(date);
  return `<item>
<title>${xmlText(title)}</title>
<link>${link}</link>
<guid isPermaLink="true">${link}</guid>
<description>${xmlText(description)}</description>
${
  picture === undefined
    ? ''
    : `<enclosure url="${xmlText(address(baseUrl, picture.outputPath))}" length="${picture.bytes}" type="${picture.mediaType}"/>\n`
}${published === undefined ? '' : `<pubDate>${published}</pubDate>\n`}</item>
`;
}

/**
 * Returns the RSS 2.0 feed of the newest articles; undefined without `baseUrl`, because a feed needs
 * URLs. It has no build time, so it depends on its input only.
 */
export function feed({ config, entries, messages }: FeedContent): string | undefined {
  const { baseUrl, name, description } = config;
  if (baseUrl === undefined) return undefined;
  const copyright = rightsLine(config);
  return `${xmlDeclaration}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xmlText(name)}</title>
<link>${xmlText(address(baseUrl, 'index.html'))}</link>
<description>${xmlText(description)}</description>
<language>${xmlText(messages.language)}</language>
${copyright === '' ? '' : `<copyright>${xmlText(copyright)}</copyright>\n`}<atom:link href="${xmlText(address(baseUrl, feedPath))}" rel="self" type="application/rss+xml"/>
${entries
  .slice(0, feedSize)
  .map((entry) => item(entry, baseUrl))
  .join('')}</channel>
</rss>
`;
}

/** The RSS feed of the newest articles; none without `baseUrl`. */
export const rssOutput: Output = {
  name: 'rss',
  reserves: /^feed\.xml$/,
  changesWith: 'archive',
  *files({ config, messages, archive }) {
    const content = feed({ config, messages, entries: archive.latest(feedSize) });
    if (content !== undefined) yield { outputPath: feedPath, content };
  },
};
