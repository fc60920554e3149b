import { certainDay, edtfOf } from '../calendar/edtf.ts';
import { address } from '../model/address.ts';
import type { Config } from '../model/config.ts';
import type { PlainDate } from '../model/date.ts';
import type { Messages } from '../model/messages.ts';
import type { Entry } from '../model/page.ts';
import { feedSize } from './feed.ts';
import type { Output } from './output.ts';
import { rightsLine } from './rights-line.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/** Output path of the site's Atom feed. */
export const atomPath = 'atom.xml';

/** Articles in the feed of a term: enough for weekly readers, and a small file. */
export const termFeedSize = 20;

/** Input of an Atom feed. */
export interface AtomContent {
  readonly config: Config;
  readonly messages: Messages;
  readonly title: string;
  /** Output path of the feed. */
  readonly outputPath: string;
  /** Output path of the page that lists the same articles. */
  readonly pagePath: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/**
 * The first instant of a date in RFC 3339. Atom requires `updated` for every entry (RFC 4287, 4.1.2) and
 * cannot express uncertainty: an uncertain date gives its earliest instant, no date the epoch.
 */
function firstInstant(date: PlainDate | undefined): string {
  if (date === undefined) return '1970-01-01T00:00:00Z';
  const { year, month = 1, day = 1 } = date;
  return `${edtfOf(year, month, day)}T00:00:00Z`;
}

/** The instant of the last change of an article: its day, or that of a later change. */
function lastInstant({ date, updated }: Entry): string {
  const [first, last] = [firstInstant(date), updated ? firstInstant(updated) : ''];
  return last > first ? last : first;
}

/** An article, with its language where that is known and not the feed's. */
function entry(article: Entry, baseUrl: string, feedLanguage: string): string {
  const { outputPath, title, description, date, source, picture, language } = article;
  const lang =
    language === undefined || language === feedLanguage ? '' : ` xml:lang="${xmlText(language)}"`;
  const link = xmlText(address(baseUrl, outputPath));
  const isCertain = date !== undefined && certainDay(date) !== undefined;
  return `<entry${lang}>
<title>${xmlText(title)}</title>
<link href="${link}"/>
${
  picture === undefined
    ? ''
    : `<link rel="enclosure" href="${xmlText(address(baseUrl, picture.outputPath))}" length="${picture.bytes}" type="${picture.mediaType}"/>\n`
}<id>${link}</id>
<updated>${lastInstant(article)}</updated>
${isCertain ? `<published>${firstInstant(date)}</published>\n` : ''}${
  source === undefined ? '' : `<author><name>${xmlText(source)}</name></author>\n`
}<summary>${xmlText(description)}</summary>
</entry>
`;
}

/**
 * Returns an Atom feed (RFC 4287); undefined without `baseUrl`. It depends on its input only, not on the
 * time of the build.
 */
export function atom(content: AtomContent): string | undefined {
  const { config, messages, title, outputPath, pagePath: page, entries } = content;
  const { baseUrl } = config;
  if (baseUrl === undefined) return undefined;
  const self = xmlText(address(baseUrl, outputPath));
  const rights = rightsLine(config);
  const newest = entries.map(lastInstant).reduce((a, b) => (a > b ? a : b), '');
  return `${xmlDeclaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${messages.language}">
<title>${xmlText(title)}</title>
<link href="${xmlText(address(baseUrl, page))}"/>
<link rel="self" type="application/atom+xml" href="${self}"/>
<id>${self}</id>
<updated>${newest || firstInstant(undefined)}</updated>
<author><name>${xmlText(config.name)}</name></author>
${rights === '' ? '' : `<rights>${xmlText(rights)}</rights>\n`}${entries
  .map((article) => entry(article, baseUrl, messages.language))
  .join('')}</feed>
`;
}

/** The Atom feed of the newest articles, the same as in the RSS feed. */
export const atomOutput: Output = {
  name: 'atom',
  reserves: /^atom\.xml$/,
  changesWith: 'archive',
  *files({ config, messages, archive, homePage }) {
    const entries = archive.latest(feedSize);
    const feed = { title: config.name, outputPath: atomPath, pagePath: homePage, entries };
    const content = atom({ config, messages, ...feed });
    if (content !== undefined) yield { outputPath: atomPath, content };
  },
};
