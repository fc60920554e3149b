import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Cost, measure } from '../archive/measure.ts';
import { type Fetched, fetched } from './cold.ts';
import { type Delivery, type Host, serveFolder } from './host.ts';
import type { KnownItem } from './known-items.ts';
import { type Place, type Quality, qualityOf } from './quality.ts';
import type { BuiltSite } from './site.ts';
import { type KnownQuery, queriesFor } from './variants.ts';

/** Pagefind's index of a site's articles. */
export interface PagefindIndex {
  readonly version: string;
  readonly cost: Cost;
  readonly files: number;
  /** The folder that is served: a page and the index. */
  readonly folder: string;
}

const minutes = 10;

/** Installs the newest Pagefind into a folder outside the repository; returns its program and version. */
function installed(lab: string): { readonly program: string; readonly version: string } {
  const folder = join(lab, 'tools', 'pagefind');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  }
  const npm = ['install', 'pagefind@latest', '--no-audit', '--no-fund', '--loglevel=error'];
  const said = spawnSync('npm', npm, { cwd: folder, encoding: 'utf8', timeout: minutes * 60_000 });
  const manifest = join(folder, 'node_modules/pagefind/package.json');
  if (said.status !== 0 || !existsSync(manifest)) {
    throw new Error(`npm could not install Pagefind (exit code ${said.status ?? 'none'}).`);
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
  return { program: join(folder, 'node_modules/.bin/pagefind'), version };
}

/** Has Pagefind index the texts of a site's articles: those that the site's own index has. */
export async function pagefindIndex(lab: string, site: BuiltSite): Promise<PagefindIndex> {
  const { program, version } = installed(lab);
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

/** What a page on which Pagefind runs answers: the first ten results with what is shown of them. */
interface PagefindAnswer {
  readonly found: number;
  readonly addresses: readonly string[];
}

const asking = (query: string): string => `(async () => {
  const pagefind = await import('/pagefind/pagefind.js');
  const { results } = await pagefind.search(${JSON.stringify(query)});
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { found: results.length, addresses: shown.map(({ url }) => url) };
})()`;

/** What Pagefind fetched for a query that was asked cold. */
export interface PagefindCold {
  /** Its programs. */
  readonly program: Fetched;
  /** What it must have of the whole index before any query. */
  readonly directory: Fetched;
  /** What the query took: lists of words, and what ten results show. */
  readonly query: Fetched;
}

const isProgram = (path: string): boolean => /\.js$|\/wasm\./.test(path);
const isDirectory = (path: string): boolean => /\.json$|\.pf_meta$/.test(path);

function partsOf(deliveries: readonly Delivery[]): PagefindCold {
  const own = deliveries.filter(({ path }) => path.startsWith('/pagefind/'));
  return {
    program: fetched(own, isProgram),
    directory: fetched(own, isDirectory),
    query: fetched(own, (path) => !isProgram(path) && !isDirectory(path)),
  };
}

async function cold(
  browser: Browser,
  host: Host,
  queries: readonly KnownQuery[],
): Promise<readonly PagefindCold[]> {
  const measured: PagefindCold[] = [];
  for (const { query } of queries) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(host.address);
    host.taken();
    await page.evaluate(asking(query));
    measured.push(partsOf(host.taken()));
    await context.close();
  }
  return measured;
}

/** How well Pagefind finds, and what that takes. */
export interface PagefindFigures {
  readonly version: string;
  readonly cost: Cost;
  readonly files: number;
  readonly quality: readonly Quality[];
  readonly cold: readonly PagefindCold[];
}

/** The kinds of queries that both are asked. */
export const comparedKinds = (['full', 'short'] as const).flatMap((ask) =>
  (['clean', 'mixed'] as const).map((variant) => ({ ask, variant })),
);

/** Asks Pagefind for known articles of a site. */
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
      const queries = queriesFor(items, kind.ask, kind.variant);
      const places: Place[] = [];
      for (const { id, query } of queries) {
        const { found, addresses } = await page.evaluate<PagefindAnswer>(asking(query));
        const place = addresses.findIndex((address) => address.includes(id)) + 1;
        places.push({ place, found });
      }
      const measured = qualityOf(kind, queries, places);
      say(`Pagefind, ${kind.ask}, ${kind.variant}: ${measured.success.toFixed(3)}`);
      quality.push(measured);
    }
    const { version, cost, files } = index;
    return { version, cost, files, quality, cold: await cold(browser, host, coldQueries) };
  } finally {
    await page.close();
    host.close();
  }
}
