import { address } from '../model/address.ts';
import { maxSitemapBytes, maxSitemapUrls } from '../model/limits.ts';
import type { Output } from './output.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/** Place of the index of all sitemaps. */
export const sitemapIndexPath = 'sitemap.xml';

/** Returns the place of a sitemap that the index names; the first has the number 1. */
export const sitemapPartPath = (number: number): string => `sitemaps/${number}.xml`;

/** Tells whether a place is that of a sitemap or of their index. */
export const isSitemapPath = (outputPath: string): boolean =>
  outputPath === sitemapIndexPath || /^sitemaps\/\d+\.xml$/.test(outputPath);

/** What one file may hold; the protocol's own limits unless a caller wants smaller files. */
export interface SitemapLimits {
  readonly urls: number;
  readonly bytes: number;
}

/** The limits of the sitemap protocol 0.9: 50,000 addresses and 50 MB (52,428,800 bytes) a file. */
export const sitemapLimits: SitemapLimits = { urls: maxSitemapUrls, bytes: maxSitemapBytes };

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A list in XML that says when it is full. Its texts are ASCII: a unit is a byte. */
class Sheet {
  readonly #head: string;
  readonly #foot: string;
  readonly #limits: SitemapLimits;
  #lines: string[] = [];
  #bytes: number;

  constructor(list: 'urlset' | 'sitemapindex', limits: SitemapLimits) {
    this.#head = `${xmlDeclaration}<${list} xmlns="${namespace}">\n`;
    this.#foot = `</${list}>\n`;
    this.#limits = limits;
    this.#bytes = this.#head.length + this.#foot.length;
  }

  /** Takes a line, unless the file would grow over its limits. */
  add(line: string): boolean {
    const full =
      this.#lines.length >= this.#limits.urls || this.#bytes + line.length > this.#limits.bytes;
    if (full) return false;
    this.#lines.push(line);
    this.#bytes += line.length;
    return true;
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  toString(): string {
    return this.#head + this.#lines.join('') + this.#foot;
  }
}

const location = (baseUrl: string, outputPath: string): string =>
  `<loc>${xmlText(address(baseUrl, outputPath))}</loc>`;

function whole(sheet: Sheet, lines: Iterable<string>): string {
  for (const line of lines) {
    if (!sheet.add(line)) throw new RangeError('more addresses than one sitemap may hold');
  }
  return sheet.toString();
}

function* mapped(
  urls: Iterable<string>,
  line: (outputPath: string) => string,
): Generator<string, void, undefined> {
  for (const outputPath of urls) yield line(outputPath);
}

/**
 * Returns one sitemap of places under `dist/`, in their order.
 *
 * @throws RangeError where they are more than the protocol lets one file hold.
 */
export const sitemap = (
  baseUrl: string,
  urls: Iterable<string>,
  limits: SitemapLimits = sitemapLimits,
): string =>
  whole(
    new Sheet('urlset', limits),
    mapped(urls, (outputPath) => `<url>${location(baseUrl, outputPath)}</url>\n`),
  );

/**
 * Yields as many sitemaps as the places need, each filled before the next is begun; one at a time is
 * in memory. Yields none where there is no place.
 *
 * @throws RangeError where one address alone is over the limit.
 */
export function* sitemaps(
  baseUrl: string,
  urls: Iterable<string>,
  limits: SitemapLimits = sitemapLimits,
): Generator<string, void, undefined> {
  let sheet = new Sheet('urlset', limits);
  for (const outputPath of urls) {
    const line = `<url>${location(baseUrl, outputPath)}</url>\n`;
    if (sheet.add(line)) continue;
    if (!sheet.isEmpty) yield sheet.toString();
    sheet = new Sheet('urlset', limits);
    if (!sheet.add(line)) throw new RangeError('an address longer than a sitemap may be');
  }
  if (!sheet.isEmpty) yield sheet.toString();
}

/**
 * Returns the index that names the sitemaps at `urls`.
 *
 * @throws RangeError where they are more than the protocol lets one index hold.
 */
export const sitemapIndex = (
  baseUrl: string,
  urls: Iterable<string>,
  limits: SitemapLimits = sitemapLimits,
): string =>
  whole(
    new Sheet('sitemapindex', limits),
    mapped(urls, (outputPath) => `<sitemap>${location(baseUrl, outputPath)}</sitemap>\n`),
  );

/** The sitemaps of all pages and their index, where it is known where the site will be published. */
export const sitemapOutput: Output = {
  name: 'sitemap',
  reserves: /^(?:sitemap\.xml|sitemaps)$/,
  changesWith: 'pages',
  *files({ config: { baseUrl }, pageUrls }) {
    if (baseUrl === undefined) return;
    const parts: string[] = [];
    for (const content of sitemaps(baseUrl, pageUrls())) {
      const outputPath = sitemapPartPath(parts.length + 1);
      parts.push(outputPath);
      yield { outputPath, content };
    }
    yield { outputPath: sitemapIndexPath, content: sitemapIndex(baseUrl, parts) };
  },
};
