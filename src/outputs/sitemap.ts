import { address } from '../model/address.ts';
import { maxSitemapBytes, maxSitemapUrls } from '../model/limits.ts';
import type { Output } from './output.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/** Output path of the sitemap index. */
export const sitemapIndexPath = 'sitemap.xml';

/** Returns the output path of a sitemap named in the index; the first has the number 1. */
export const sitemapPartPath = (number: number): string => `sitemaps/${number}.xml`;

/** Tells whether an output path is that of a sitemap or of the index. */
export const isSitemapPath = (outputPath: string): boolean =>
  outputPath === sitemapIndexPath || /^sitemaps\/\d+\.xml$/.test(outputPath);

/** Limits of one file. */
export interface SitemapLimits {
  readonly urls: number;
  readonly bytes: number;
}

/** The limits of the sitemap protocol 0.9: 50,000 URLs and 50 MB (52,428,800 bytes) a file. */
export const sitemapLimits: SitemapLimits = { urls: maxSitemapUrls, bytes: maxSitemapBytes };

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Lines that are joined at once: a line by itself takes several times its bytes in memory. */
const joinedLines = 500;

/** A sitemap or index in the making, within limits. Its text is ASCII: length in code units is length in bytes. */
class SitemapFile {
  readonly #head: string;
  readonly #foot: string;
  readonly #limits: SitemapLimits;
  readonly #joined: string[] = [];
  #lines: string[] = [];
  #urls = 0;
  #bytes: number;

  constructor(list: 'urlset' | 'sitemapindex', limits: SitemapLimits) {
    this.#head = `${xmlDeclaration}<${list} xmlns="${namespace}">\n`;
    this.#foot = `</${list}>\n`;
    this.#limits = limits;
    this.#bytes = this.#head.length + this.#foot.length;
  }

  /** Adds a line; returns false where the file would exceed its limits. */
  add(line: string): boolean {
    const full = this.#urls >= this.#limits.urls || this.#bytes + line.length > this.#limits.bytes;
    if (full) return false;
    this.#lines.push(line);
    this.#urls += 1;
    this.#bytes += line.length;
    if (this.#lines.length === joinedLines) this.#join();
    return true;
  }

  #join(): void {
    this.#joined.push(this.#lines.join(''));
    this.#lines = [];
  }

  get isEmpty(): boolean {
    return this.#urls === 0;
  }

  toString(): string {
    this.#join();
    return this.#head + this.#joined.join('') + this.#foot;
  }
}

const location = (baseUrl: string, outputPath: string): string =>
  `<loc>${xmlText(address(baseUrl, outputPath))}</loc>`;

function fill(file: SitemapFile, lines: Iterable<string>): string {
  for (const line of lines) {
    if (!file.add(line)) throw new RangeError('too many URLs for one sitemap');
  }
  return file.toString();
}

function* mapPaths(
  outputPaths: Iterable<string>,
  line: (outputPath: string) => string,
): Generator<string, void, undefined> {
  for (const outputPath of outputPaths) yield line(outputPath);
}

/**
 * Returns one sitemap of output paths, in their order.
 *
 * @throws RangeError where they exceed the limits of one file.
 */
export const sitemap = (
  baseUrl: string,
  outputPaths: Iterable<string>,
  limits: SitemapLimits = sitemapLimits,
): string =>
  fill(
    new SitemapFile('urlset', limits),
    mapPaths(outputPaths, (outputPath) => `<url>${location(baseUrl, outputPath)}</url>\n`),
  );

/**
 * Yields as many sitemaps as the output paths need, each filled before the next is started; one at a
 * time is in memory. Yields none without paths.
 *
 * @param modified returns the day on which a page was last changed (`lastmod`), where that is known
 * @throws RangeError where one URL alone exceeds the limit.
 */
export function* sitemaps(
  baseUrl: string,
  outputPaths: Iterable<string>,
  limits: SitemapLimits = sitemapLimits,
  modified?: (outputPath: string) => string | undefined,
): Generator<string, void, undefined> {
  let file = new SitemapFile('urlset', limits);
  for (const outputPath of outputPaths) {
    const day = modified?.(outputPath);
    const lastmod = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
    const line = `<url>${location(baseUrl, outputPath)}${lastmod}</url>\n`;
    if (file.add(line)) continue;
    if (!file.isEmpty) yield file.toString();
    file = new SitemapFile('urlset', limits);
    if (!file.add(line)) throw new RangeError('URL longer than a sitemap may be');
  }
  if (!file.isEmpty) yield file.toString();
}

/**
 * Returns the index of the sitemaps at the given output paths.
 *
 * @throws RangeError where they exceed the limits of one index.
 */
export const sitemapIndex = (
  baseUrl: string,
  outputPaths: Iterable<string>,
  limits: SitemapLimits = sitemapLimits,
): string =>
  fill(
    new SitemapFile('sitemapindex', limits),
    mapPaths(outputPaths, (outputPath) => `<sitemap>${location(baseUrl, outputPath)}</sitemap>\n`),
  );

/** The sitemaps of all pages and their index; none without `baseUrl`. */
export const sitemapOutput: Output = {
  name: 'sitemap',
  reserves: /^(?:sitemap\.xml|sitemaps)$/,
  changesWith: 'pages',
  *files({ config: { baseUrl }, archive, pagePaths }) {
    if (baseUrl === undefined) return;
    const parts: string[] = [];
    for (const content of sitemaps(baseUrl, pagePaths(), sitemapLimits, archive.modified())) {
      const outputPath = sitemapPartPath(parts.length + 1);
      parts.push(outputPath);
      yield { outputPath, content };
    }
    yield { outputPath: sitemapIndexPath, content: sitemapIndex(baseUrl, parts) };
  },
};
