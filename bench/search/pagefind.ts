import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Cost, measure } from '../archive/measure.ts';
import { installPagefind } from '../archive/pagefind-program.ts';
import { type Fetched, totalFetched } from './cold.ts';
import { type Delivery, type Host, serveFolder } from './host.ts';
import type { KnownItem } from './known-items.ts';
import { type Quality, type QueryResult, qualityOf } from './quality.ts';
import type { BuiltSite } from './site.ts';
import { type KnownQuery, queriesFor } from './variants.ts';

/** Pagefind's index of a site's articles. */
export interface PagefindIndex {
  readonly version: string;
  readonly cost: Cost;
  readonly files: number;
  /** The served folder: a page and the index. */
  readonly folder: string;
}

const minutes = 10;

/**
 * Indexes the texts of a site's articles with Pagefind, the same texts as in the site's own index.
 *
 * @throws Error where Pagefind fails
 */
export async function pagefindIndex(lab: string, site: BuiltSite): Promise<PagefindIndex> {
  const { program, version } = installPagefind(join(lab, 'tools'));
  const folder = join(lab, 'pagefind');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="ar"><meta charset="utf-8"><title>Pagefind</title></html>\n',
  );
  const pages = [
    '--site',
    site.folder,
    '--glob',
    'articles/**/*.html',
    '--root-selector',
    '.prose',
  ];
  const command = {
    program,
    arguments: [...pages, '--output-path', join(folder, 'pagefind')],
    folder,
  };
  const { exitCode, cost } = await measure(command, join(lab, 'pagefind.log'), minutes * 60);
  if (exitCode !== 0) throw new Error(`Pagefind failed: see ${lab}/pagefind.log.`);
  const files = readdirSync(join(folder, 'pagefind'), { recursive: true, withFileTypes: true });
  return { version, cost, files: files.filter((entry) => entry.isFile()).length, folder };
}

/** The answer of Pagefind in a page: the number of results and the URLs of the first ten. */
interface PagefindAnswer {
  readonly resultCount: number;
  readonly urls: readonly string[];
}

const searchExpression = (query: string): string => `(async () => {
  const pagefind = await import('/pagefind/pagefind.js');
  const { results } = await pagefind.search(${JSON.stringify(query)});
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { resultCount: results.length, urls: shown.map(({ url }) => url) };
})()`;

/** The files that Pagefind fetched for a query with an empty cache. */
export interface PagefindCold {
  /** Scripts and WebAssembly. */
  readonly program: Fetched;
  /** Metadata of the index, needed before any query. */
  readonly metadata: Fetched;
  /** Files for the query: index chunks, and the fragments of ten results. */
  readonly query: Fetched;
}

const isProgram = (path: string): boolean => /\.js$|\/wasm\./.test(path);
const isMetadata = (path: string): boolean => /\.json$|\.pf_meta$/.test(path);

function fetchedParts(deliveries: readonly Delivery[]): PagefindCold {
  const ownDeliveries = deliveries.filter(({ path }) => path.startsWith('/pagefind/'));
  return {
    program: totalFetched(ownDeliveries, isProgram),
    metadata: totalFetched(ownDeliveries, isMetadata),
    query: totalFetched(ownDeliveries, (path) => !isProgram(path) && !isMetadata(path)),
  };
}

async function coldSearches(
  browser: Browser,
  host: Host,
  queries: readonly KnownQuery[],
): Promise<readonly PagefindCold[]> {
  const measured: PagefindCold[] = [];
  for (const { query } of queries) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(host.address);
    host.takeDeliveries();
    await page.evaluate(searchExpression(query));
    measured.push(fetchedParts(host.takeDeliveries()));
    await context.close();
  }
  return measured;
}

/** Search quality and cost of Pagefind. */
export interface PagefindFigures {
  readonly version: string;
  readonly cost: Cost;
  readonly files: number;
  readonly quality: readonly Quality[];
  readonly cold: readonly PagefindCold[];
}

/** The kinds of queries on which both are compared. */
export const comparedKinds = (['full', 'short'] as const).flatMap((kind) =>
  (['clean', 'mixed'] as const).map((variant) => ({ kind, variant })),
);

/** Measures Pagefind with known articles of a site. */
export async function measurePagefind(
  browser: Browser,
  index: PagefindIndex,
  items: readonly KnownItem[],
  coldQueries: readonly KnownQuery[],
  say: (line: string) => void,
): Promise<PagefindFigures> {
  const host = await serveFolder(index.folder);
  const page = await browser.newPage();
  try {
    await page.goto(host.address);
    const quality: Quality[] = [];
    for (const kind of comparedKinds) {
      const queries = queriesFor(items, kind.kind, kind.variant);
      const results: QueryResult[] = [];
      for (const { id, query } of queries) {
        const { resultCount, urls } = await page.evaluate<PagefindAnswer>(searchExpression(query));
        const rank = urls.findIndex((url) => url.includes(id)) + 1;
        results.push({ rank, resultCount });
      }
      const measured = qualityOf({ ...kind, joined: 'all' }, queries, results);
      say(`Pagefind, ${kind.kind}, ${kind.variant}: ${measured.success.toFixed(3)}`);
      quality.push(measured);
    }
    const { version, cost, files } = index;
    return { version, cost, files, quality, cold: await coldSearches(browser, host, coldQueries) };
  } finally {
    await page.close();
    host.close();
  }
}
