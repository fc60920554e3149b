import { certainDay, edtfOf } from '../calendar/edtf.ts';
import { address } from '../model/address.ts';
import type { Config } from '../model/config.ts';
import type { PlainDate } from '../model/date.ts';
import type { Messages } from '../model/messages.ts';
import type { Entry } from '../model/page.ts';
import { feedSize } from './feed.ts';
import type { Output } from './output.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/** Place of the site's own feed. */
export const atomPath = 'atom.xml';

/** Articles in the feed of a term: who comes once a week misses none, and the file stays small. */
export const termFeedSize = 20;

/** What an Atom feed shows. */
export interface AtomContent {
  readonly config: Config;
  readonly messages: Messages;
  readonly title: string;
  /** Place of the feed itself. */
  readonly outputPath: string;
  /** Place of the page that lists the same articles. */
  readonly page: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/**
 * The first instant of a date as RFC 3339 writes it. Atom wants a time of change for every entry
 * (RFC 4287, 4.1.2) and knows no doubt: of a date in doubt it is the earliest, of none the epoch.
 */
function updated(date: PlainDate | undefined): string {
  if (date === undefined) return '1970-01-01T00:00:00Z';
  const { year, month = 1, day = 1 } = date;
  return `${edtfOf(year, month, day)}T00:00:00Z`;
}

function entry({ outputPath, title, description, date, source }: Entry, baseUrl: string): string {
  const link = xmlText(address(baseUrl, outputPath));
  const isCertain = date !== undefined && certainDay(date) !== undefined;
  return `<entry>
<title>${xmlText(title)}</title>
<link href="${link}"/>
<id>${link}</id>
<updated>${updated(date)}</updated>
${isCertain ? `<published>${updated(date)}</published>\n` : ''}${
  source === undefined ? '' : `<author><name>${xmlText(source)}</name></author>\n`
}<summary>${xmlText(description)}</summary>
</entry>
`;
}

/**
 * Returns an Atom feed (RFC 4287), or undefined where it is not known where the archive will be
 * published. It changes only with what it shows.
 */
export function atom(content: AtomContent): string | undefined {
  const { config, messages, title, outputPath, page, entries } = content;
  const { baseUrl } = config;
  if (baseUrl === undefined) return undefined;
  const self = xmlText(address(baseUrl, outputPath));
  const newest = entries.map(({ date }) => updated(date)).reduce((a, b) => (a > b ? a : b), '');
  return `${xmlDeclaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${messages.language}">
<title>${xmlText(title)}</title>
<link href="${xmlText(address(baseUrl, page))}"/>
<link rel="self" type="application/atom+xml" href="${self}"/>
<id>${self}</id>
<updated>${newest || updated(undefined)}</updated>
<author><name>${xmlText(config.name)}</name></author>
${entries.map((one) => entry(one, baseUrl)).join('')}</feed>
`;
}

/** The same articles as in the RSS feed, as an Atom feed of the whole site. */
export const atomOutput: Output = {
  name: 'atom',
  reserves: /^atom\.xml$/,
  changesWith: 'archive',
  *files({ config, messages, archive, homePage }) {
    const entries = archive.latest(feedSize);
    const shown = { title: config.name, outputPath: atomPath, page: homePage, entries };
    const content = atom({ config, messages, ...shown });
    if (content !== undefined) yield { outputPath: atomPath, content };
  },
};
