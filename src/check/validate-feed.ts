import { SaxesParser } from 'saxes';
import { maxSitemapBytes, maxSitemapUrls } from '../model/limits.ts';
import { messageOf } from '../model/system-error.ts';

/** The elements of an XML file: the root, and the number of each by `parent/child`. */
interface Elements {
  readonly root: string;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Parses XML.
 *
 * @throws Error with line and column where it is not well-formed (XML 1.0, namespaces)
 */
function readXml(text: string): Elements {
  const parser = new SaxesParser({ xmlns: true });
  const counts = new Map<string, number>();
  const stack: string[] = [];
  let root = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (stack.length === 0) root = name;
    const path = `${stack.at(-1) ?? ''}/${name}`;
    counts.set(path, (counts.get(path) ?? 0) + 1);
    stack.push(name);
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(text).close();
  return { root, counts };
}

/** Children that each parent must have by the format's specification, by root element. */
const requiredChildren: Readonly<
  Record<string, readonly (readonly [parent: string, child: string])[]>
> = {
  // RSS 2.0: a channel has these three; our items have a link and a guid.
  rss: [
    ...['title', 'link', 'description'].map((child) => ['channel', child] as const),
    ...['title', 'link', 'guid'].map((child) => ['item', child] as const),
  ],
  // RFC 4287, 4.1.1 and 4.1.2.
  feed: [
    ...['id', 'title', 'updated'].map((child) => ['feed', child] as const),
    ...['id', 'title', 'updated'].map((child) => ['entry', child] as const),
  ],
  // OpenSearch 1.1, draft 6: required elements of a description.
  OpenSearchDescription: ['ShortName', 'Description', 'Url'].map(
    (child) => ['OpenSearchDescription', child] as const,
  ),
  // The sitemap protocol 0.9.
  urlset: [['url', 'loc']],
  sitemapindex: [['sitemap', 'loc']],
};

const countOf = ({ counts }: Elements, name: string): number =>
  [...counts].reduce((sum, [path, n]) => (path.endsWith(`/${name}`) ? sum + n : sum), 0);

/** Returns what the format of an XML file requires and the file lacks. */
function xmlError(text: string): string | undefined {
  const elements = readXml(text);
  const rules = requiredChildren[elements.root];
  if (rules === undefined) return `<${elements.root}>`;
  for (const [parent, child] of rules) {
    if ((elements.counts.get(`${parent}/${child}`) ?? 0) < countOf(elements, parent)) {
      return `<${parent}> without <${child}>`;
    }
  }
  const urls = countOf(elements, 'loc');
  const isSitemap = elements.root === 'urlset' || elements.root === 'sitemapindex';
  if (!isSitemap) return undefined;
  if (urls > maxSitemapUrls) return `${urls} > ${maxSitemapUrls} <loc>`;
  const bytes = Buffer.byteLength(text);
  return bytes > maxSitemapBytes ? `${bytes} > ${maxSitemapBytes} B` : undefined;
}

/** Returns the member that JSON Feed 1.1 requires and a feed lacks. */
function jsonFeedError(text: string): string | undefined {
  const feed: unknown = JSON.parse(text);
  if (typeof feed !== 'object' || feed === null) return 'no object';
  const { version, title, items } = feed as Readonly<Record<string, unknown>>;
  if (version !== 'https://jsonfeed.org/version/1.1') return 'version';
  if (typeof title !== 'string') return 'title';
  if (!Array.isArray(items)) return 'items';
  const ids = items.map((item: unknown) =>
    typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>).id : '',
  );
  return ids.every((id) => typeof id === 'string' && id !== '') && new Set(ids).size === ids.length
    ? undefined
    : 'items[].id';
}

/**
 * Returns the error of a feed, sitemap or search description; undefined where it is valid or of another
 * format. Of JSON files only `feed.json` is checked.
 *
 * @param file output path
 */
export function feedError(file: string, text: string): string | undefined {
  try {
    if (file.endsWith('.xml')) return xmlError(text);
    return file === 'feed.json' ? jsonFeedError(text) : undefined;
  } catch (error) {
    return messageOf(error);
  }
}
