import type { Browser } from 'playwright-core';
import { launchChromium } from '../../test/support/browser/chromium.ts';
import type { Archive } from '../archive/archive.ts';
import type { StorySource } from '../archive/article.ts';
import { measureBuilds } from './building.ts';
import { type ColdSearch, type Fetched, searchCold, typeCold } from './cold.ts';
import { contentOf, estimate, measureFiles } from './files.ts';
import { type Host, serveFolder } from './host.ts';
import { type KnownItem, knownItems } from './known-items.ts';
import type { Options } from './options.ts';
import { comparedKinds, measurePagefind, pagefindIndex } from './pagefind.ts';
import { measurePhrases } from './phrases.ts';
import { openPublished } from './published-index.ts';
import { measureQuality, type Quality, qualityOf, queryResults } from './quality.ts';
import type { BrowserFigures, Measured } from './results.ts';
import { type BuiltSite, builtSite, withoutTitles } from './site.ts';
import { queriesFor } from './variants.ts';
import { searchWarm } from './warm.ts';

/** The context of all parts of the benchmark. */
export interface Bench {
  readonly options: Options;
  readonly source: StorySource;
  /** Number of articles without repetitions. */
  readonly count: number;
  readonly say: (line: string) => void;
}

/** Number of queries measured in a browser, and of those that are typed letter by letter. */
const [browserQueries, typedQueries] = [20, 10];

/** Number of articles for the comparison with Pagefind. */
const comparedItems = 200;

const phraseCount = 300;

const million = 1_000_000;

/** The archives that are built, by their names in the tables. */
const sites = {
  quarter: ({ source, count }: Bench): Archive => ({ source, count: Math.floor(count / 4) }),
  untitled: ({ source, count }: Bench): Archive => ({ source: withoutTitles(source), count }),
  '15k': ({ source, count }: Bench): Archive => ({ source, count }),
  '31k': ({ source, count }: Bench): Archive => ({ source, count: 2 * count }),
} as const;

const site = (bench: Bench, name: keyof typeof sites): Promise<BuiltSite> =>
  builtSite(bench.options.lab, name, sites[name](bench), bench.say);

const items = (bench: Bench, wanted: number): readonly KnownItem[] =>
  knownItems(sites['15k'](bench), wanted);

async function quality(bench: Bench): Promise<Measured['quality']> {
  const wanted = items(bench, bench.options.queries);
  const [untitled, titled] = [await site(bench, 'untitled'), await site(bench, '15k')];
  return {
    untitled: await measureQuality(openPublished(untitled.folder), wanted, bench.say),
    titled: await measureQuality(openPublished(titled.folder), wanted, bench.say),
  };
}

async function phrases(bench: Bench): Promise<Measured['phrases']> {
  const { folder, archive } = await site(bench, '15k');
  return measurePhrases(openPublished(folder), archive, phraseCount, bench.say);
}

async function files(bench: Bench): Promise<Measured['files']> {
  const [quarter, once, twice] = [
    await site(bench, 'quarter'),
    await site(bench, '15k'),
    await site(bench, '31k'),
  ];
  const [part, full] = [await contentOf(quarter), await contentOf(once)];
  return {
    sites: [measureFiles(once), measureFiles(twice)],
    known: estimate(part, full, twice.archive.count),
    million: estimate(part, full, million),
  };
}

const shortQueries = (bench: Bench): readonly string[] =>
  queriesFor(items(bench, browserQueries), 'short', 'clean').map(({ query }) => query);

/** Opens a site in a browser, and closes the browser afterwards. */
async function withBrowser<T>(
  folder: string,
  use: (browser: Browser, host: Host) => Promise<T>,
): Promise<T> {
  const host = await serveFolder(folder);
  const browser = await launchChromium();
  try {
    return await use(browser, host);
  } finally {
    await browser.close();
    host.close();
  }
}

async function coldSearches(
  browser: Browser,
  host: Host,
  queries: readonly string[],
): Promise<readonly ColdSearch[]> {
  const cold: ColdSearch[] = [];
  for (const query of queries) cold.push(await searchCold(browser, host, query));
  return cold;
}

async function browser(bench: Bench): Promise<Measured['browser']> {
  const queries = shortQueries(bench);
  const measured: BrowserFigures[] = [];
  for (const name of ['15k', '31k'] as const) {
    const { folder, archive } = await site(bench, name);
    bench.say(`searching ${name} in a browser`);
    const figures = await withBrowser(folder, async (open, host) => {
      const cold = await coldSearches(open, host, queries);
      const warm = await searchWarm(open, host, queries);
      const typedFetches: Fetched[] = [];
      for (const query of queries.slice(0, typedQueries))
        typedFetches.push(await typeCold(open, host, query));
      return { cold, warm, typed: typedFetches };
    });
    measured.push({ site: name, articles: archive.count, ...figures });
  }
  return measured;
}

async function pagefind(bench: Bench): Promise<Measured['pagefind']> {
  const wanted = items(bench, comparedItems);
  const untitled = await site(bench, 'untitled');
  const index = openPublished(untitled.folder);
  const ours: Quality[] = [];
  for (const kind of comparedKinds) {
    const queries = queriesFor(wanted, kind.kind, kind.variant);
    ours.push(qualityOf({ ...kind, joined: 'all' }, queries, await queryResults(index, queries)));
  }
  bench.say('Pagefind: indexing');
  const theirIndex = await pagefindIndex(bench.options.lab, untitled);
  const queries = queriesFor(wanted.slice(0, browserQueries), 'short', 'clean');
  return withBrowser(untitled.folder, async (open, host) => ({
    pagefind: await measurePagefind(open, theirIndex, wanted, queries, bench.say),
    quality: ours,
    cold: await coldSearches(
      open,
      host,
      queries.map(({ query }) => query),
    ),
    files: measureFiles(untitled),
  }));
}

function build(bench: Bench): Promise<Measured['build']> {
  const { lab, repeats, volume } = bench.options;
  return measureBuilds(lab, sites['31k'](bench), repeats, volume, bench.say);
}

/** The parts of the benchmark by name. Each throws where a site cannot be built or a page fails. */
export const measurements: {
  readonly [part in keyof Measured]: (bench: Bench) => Promise<Measured[part]>;
} = { quality, phrases, files, browser, pagefind, build };
